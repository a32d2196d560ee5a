import { describe, expect, test } from "vitest";
import { readTeamYaml } from "../../../electron/node/team/team-yaml.ts";
import { parseTeam } from "../../../shared/team/parse-team.ts";
import { goodTeam, problemsOf, smallTeam } from "../../support/team-text.ts";

const weekly = `schedules:
  - id: weekly
    rotations:
      - { role: primary, participants: [alice, bob], shift: { unit: week }, start: 2026-01-05 }
`;
const withService = (fields: string): string => `${smallTeam}${weekly}services:\n  - { id: s, name: S, ${fields} }\n`;
const withSource = (fields: string): string => `${smallTeam}sources:\n  - { id: s, ${fields} }\n`;
const withRotation = (rotation: string): string =>
  `${smallTeam}schedules:\n  - id: weekly\n    rotations:\n      - ${rotation}\n`;
const covered = (coverage: string): string => primary.replace("05 }", `05, coverage: ${coverage} }`);
const primary = "{ role: primary, participants: [alice, bob], shift: { unit: week }, start: 2026-01-05 }";

describe("a good file", () => {
  test("defaults are filled in", () => {
    expect(goodTeam(`${smallTeam}${weekly}services: [{ id: s, name: S, match: { job: etl } }]`)).toEqual({
      notes: [],
      team: {
        id: "data-eng",
        name: "Data Engineering",
        timezone: "Europe/Copenhagen",
        workingHours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" },
        people: ["Alice", "Bob", "Charlie"].map((name) => ({
          id: name.toLowerCase(),
          name,
          timezone: "Europe/Copenhagen",
          away: [],
        })),
        groups: [{ id: "de", name: "Data Engineering", members: ["alice", "bob"], lead: "alice" }],
        services: [
          { id: "s", name: "S", investorImpact: false, sensitive: false, owners: {}, match: { job: ["etl"] } },
        ],
        schedules: [
          {
            id: "weekly",
            timezone: "Europe/Copenhagen",
            rotations: [
              {
                kind: "turns",
                role: "primary",
                participants: ["alice", "bob"],
                shift: { every: 1, unit: "week" },
                start: "2026-01-05",
                handoffAt: "00:00",
                onCycleEnd: "repeat",
              },
            ],
            holidays: { regions: [], dates: [], policy: "primary-covers", rotation: [], designated: {} },
            overrides: [],
            swaps: [],
          },
        ],
        slas: [],
        escalations: [],
        sources: [],
        calendars: [],
        duties: [],
        runbooks: { require: [] },
        handoff: { acceptWithin: 1_800_000, announce: [], path: "handoffs" },
      },
    });
  });

  test("001-5 the three severities have their deadlines", () => {
    const slas = `slas:
  - id: standard
    critical: { respond: 1h, resolve: 4h }
    major: { respond: 2h, resolve: 8h }
    minor: { respond: 4h, resolve: 24h }
`;
    const hours = (hours: number) => ({ kind: "wall", milliseconds: hours * 3_600_000 });
    expect(goodTeam(smallTeam + slas).team.slas).toEqual([
      {
        id: "standard",
        targets: {
          critical: { respond: hours(1), resolve: hours(4) },
          major: { respond: hours(2), resolve: hours(8) },
          minor: { respond: hours(4), resolve: hours(24) },
        },
      },
    ]);
  });

  test("004-7 a deadline may be the end of the month, and the lead of a group is told", () => {
    const slas =
      "slas: [{ id: m, any: { respond: 1wd, resolve: end-of-month, escalateTo: lead:de, escalateWithin: 24h } }]";
    expect(goodTeam(smallTeam + slas).team.slas).toEqual([
      {
        id: "m",
        targets: {
          any: {
            respond: { kind: "working-days", days: 1 },
            resolve: { kind: "end-of", unit: "month" },
            escalateTo: "alice",
            escalateWithin: { kind: "wall", milliseconds: 86_400_000 },
          },
        },
      },
    ]);
  });

  test("000-11 an escalation policy names roles, people, groups and leads", () => {
    const text = `${smallTeam}escalations:
  - id: standard
    steps:
      - { after: 0m, notify: [primary] }
      - { after: 15m, notify: [backup, person:bob, group:de, lead:de], via: [desktop, phone] }
`;
    expect(goodTeam(text)).toMatchObject({
      team: {
        escalations: [
          {
            id: "standard",
            repeat: 0,
            steps: [
              { after: 0, notify: [{ kind: "role", role: "primary" }], via: ["desktop"] },
              {
                after: 900_000,
                notify: [
                  { kind: "role", role: "backup" },
                  { kind: "person", person: "bob" },
                  { kind: "group", group: "de" },
                  { kind: "lead", group: "de" },
                ],
                via: ["desktop", "phone"],
              },
            ],
          },
        ],
      },
      notes: [{ kind: "not-in-use", feature: "escalation-via", name: "phone", line: 13 }],
    });
  });

  test("an Alertmanager has its peers, its secrets by name and its words for severities in lower case", () => {
    const source = `kind: alertmanager, urls: ["https://a.example/", "http://127.0.0.1:9093"], poll: 1s,
      severity: { Page: critical }, heartbeat: { alertname: Watchdog }, ca: ca.pem,
      auth: { basic: { username: baton, password: secret:am } }`;
    expect(goodTeam(withSource(source)).team.sources).toEqual([
      {
        id: "s",
        name: "s",
        poll: 1_000,
        severity: { page: "critical" },
        heartbeat: { alertname: "Watchdog" },
        config: {
          kind: "alertmanager",
          urls: ["https://a.example", "http://127.0.0.1:9093"],
          auth: { kind: "basic", username: "baton", password: "am" },
        },
        reach: { ca: "ca.pem" },
      },
    ]);
  });

  test("a file without sources has none", () => {
    expect(goodTeam(smallTeam).team.sources).toEqual([]);
  });

  test("dates of an override or swap begin at midnight", () => {
    const text = `${smallTeam}${weekly}    overrides: [{ role: primary, person: bob, from: 2027-02-03, to: 2027-02-04T09:00 }]
    swaps: [{ role: primary, a: alice, b: bob, from: 2027-03-01, to: 2027-03-22 }]
`;
    expect(goodTeam(text).team.schedules[0]).toMatchObject({
      overrides: [{ role: "primary", person: "bob", from: "2027-02-03T00:00", to: "2027-02-04T09:00" }],
      swaps: [{ role: "primary", a: "alice", b: "bob", from: "2027-03-01T00:00", to: "2027-03-22T00:00" }],
    });
  });

  test("000-9 several sites may share a role when each has its own hours", () => {
    const site = (zone: string): string =>
      `{ role: primary, participants: [alice], shift: { unit: week }, start: 2026-01-05, timezone: ${zone}, coverage: working-hours }`;
    const text = withRotation(`${site("Asia/Kolkata")}\n      - ${site("America/New_York")}`);
    expect(goodTeam(text).team.schedules[0]?.rotations).toHaveLength(2);
  });
});

describe("what later versions do is read, checked and named", () => {
  test("every such part has a note, in file order", () => {
    const text = `${smallTeam}${weekly}    holidays: { announce: 7d }
sources: [{ id: pd, kind: pagerduty, token: secret:pd }]
channels: [{ id: ops, kind: slack, webhook: secret:ops, announce: [handoff] }]
handoff: { checklist: [call], acceptWithin: 30m, announce: [ops] }
runbooks: { path: ./runbooks, reviewEvery: 90d, require: [purpose] }
`;
    const { notes, team } = goodTeam(text);
    expect(notes.map((note) => (note.kind === "not-in-use" ? note.feature : note.kind))).toEqual([
      "source-kind",
      "channels",
    ]);
    expect(team.sources[0]?.config).toEqual({ kind: "planned", name: "pagerduty" });
    expect(team.runbooks).toEqual({ path: "./runbooks", reviewEvery: 90 * 86_400_000, require: ["purpose"] });
  });

  test("http to another host is a note, within this machine it is not", () => {
    expect(goodTeam(withSource("kind: alertmanager, url: http://alerts.example:9093")).notes).toMatchObject([
      { kind: "unencrypted", host: "alerts.example", path: ["sources", 0, "url"] },
    ]);
    for (const host of ["localhost:9093", "127.0.0.1:9093", "[::1]:9093"]) {
      expect(goodTeam(withSource(`kind: alertmanager, url: "http://${host}"`)).notes).toEqual([]);
    }
  });
});

describe("a bad file says what, where, and what was probably meant", () => {
  test.each<[string, string, string]>([
    [
      "a misspelt key",
      withService("onwers: { primary: bob }"),
      'services[0].onwers: found the unknown key "onwers", expected id, name, area, investorImpact, sensitive, owners, schedule, sla, escalation, runbook, match; did you mean "owners"?',
    ],
    [
      "a misspelt person",
      withService("owners: { primary: bobb }"),
      'services[0].owners.primary: found "bobb", expected the id of a person or group; did you mean "bob"?',
    ],
    [
      "a misspelt schedule",
      withService("schedule: wekly"),
      'services[0].schedule: found "wekly", expected the id of a schedule, or working-hours; did you mean "weekly"?',
    ],
    ["an unknown sla", withService("sla: gold"), 'services[0].sla: found "gold", expected the id of an sla'],
    [
      "an unknown policy",
      withService("escalation: gold"),
      'services[0].escalation: found "gold", expected the id of an escalation policy',
    ],
    [
      "a number for text",
      withService("match: { code: 500 }"),
      "services[0].match.code: found 500, expected text (put it in quotes), or a list",
    ],
    [
      "a misspelt kind",
      withSource("kind: alertmanger"),
      'sources[0].kind: found "alertmanger", expected alertmanager, inbox, pagerduty, grafana, jsm, opsgenie, icinga2, zabbix, airflow, prometheus, github, jira, servicenow or webhook; did you mean "alertmanager"?',
    ],
    [
      "no address",
      withSource("kind: alertmanager"),
      "sources[0]: found no address, expected url, or urls of the peers of one cluster",
    ],
    [
      "two addresses",
      withSource("kind: alertmanager, url: https://a.example, urls: [https://b.example]"),
      "sources[0].urls: found both url and urls, expected one of them",
    ],
    [
      "another scheme",
      withSource("kind: alertmanager, url: ftp://a.example"),
      'sources[0].url: found "ftp://a.example", expected an https address, or http within this machine',
    ],
    [
      "polling too often",
      withSource("kind: alertmanager, url: https://a.example, poll: 0s"),
      'sources[0].poll: found "0s", expected 1s or more',
    ],
    [
      "a bad duration",
      withSource("kind: inbox, poll: 10 s"),
      'sources[0].poll: found "10 s", expected a duration such as 90s, 15m, 1h, 2d or 1w',
    ],
    [
      "an inbox with an address",
      withSource("kind: inbox, url: https://a.example"),
      'sources[0].url: found the key "url", which the kind inbox does not have, expected kind, id, name, poll, severity, heartbeat',
    ],
    [
      "a day that no calendar has",
      withRotation(primary.replace("2026-01-05", "2026-02-30")),
      'schedules[0].rotations[0].start: found "2026-02-30", expected a day that the calendar has, from 1970 to 2199',
    ],
    [
      "a time that no clock has",
      withRotation(primary.replace("start:", 'handoffAt: "24:00", start:')),
      'schedules[0].rotations[0].handoffAt: found "24:00", expected a time such as "09:00", from "00:00" to "23:59"',
    ],
    [
      "a follower of nobody",
      withRotation(`${primary}\n      - { role: backup, follow: secondary }`),
      'schedules[0].rotations[1].follow: found "secondary", expected a role that takes turns: primary',
    ],
    [
      "two primaries",
      withRotation(`${primary}\n      - ${primary}`),
      "schedules[0].rotations[1].role: found a second primary, expected one rotation a role, or several that each have a coverage of their own",
    ],
    [
      "no primary",
      withRotation(primary.replace("role: primary", "role: backup")),
      "schedules[0].rotations: found no primary, expected a rotation with the role primary",
    ],
    [
      "a rotation without a start",
      withRotation("{ role: primary, participants: [alice], shift: { unit: week } }"),
      "schedules[0].rotations[0]: found no start, expected start, or follow",
    ],
    [
      "turns and following at once",
      withRotation(`${primary}\n      - { role: backup, follow: others, start: 2026-01-05 }`),
      "schedules[0].rotations[1].start: found both follow and start, expected one of them",
    ],
    [
      "an end before its beginning",
      `${smallTeam}${weekly}    overrides: [{ role: primary, person: bob, from: 2027-02-04, to: 2027-02-03 }]`,
      'schedules[0].overrides[0].to: found "2027-02-03", expected an end after 2027-02-04',
    ],
    [
      "a role that the schedule lacks",
      `${smallTeam}${weekly}    overrides: [{ role: backup, person: bob, from: 2027-02-03, to: 2027-02-04 }]`,
      'schedules[0].overrides[0].role: found "backup", expected a role of this schedule: primary',
    ],
    [
      "a policy without its list",
      `${smallTeam}${weekly}    holidays: { policy: holiday-rotation }`,
      "schedules[0].holidays.policy: found no rotation, expected rotation, which holiday-rotation needs",
    ],
    [
      "a holiday that is no date",
      `${smallTeam}${weekly}    holidays: { policy: designated, designated: { christmas: bob } }`,
      'schedules[0].holidays.designated.christmas: found "christmas", expected a date such as 2027-12-25',
    ],
    [
      "steps out of order",
      `${smallTeam}escalations: [{ id: e, steps: [{ after: 5m, notify: [primary] }, { after: 5m, notify: [backup] }] }]`,
      'escalations[0].steps[1].after: found "5m", expected a step that is later than the one before it',
    ],
    [
      "a person without the prefix",
      `${smallTeam}escalations: [{ id: e, steps: [{ after: 5m, notify: [bob] }] }]`,
      'escalations[0].steps[0].notify[0]: found "bob", expected primary, secondary, backup, person:ID, group:ID or lead:ID of a group; did you mean "person:bob"?',
    ],
    [
      "an unknown way",
      `${smallTeam}escalations: [{ id: e, steps: [{ after: 5m, notify: [primary], via: [destkop] }] }]`,
      'escalations[0].steps[0].via[0]: found "destkop", expected desktop, email, phone, sms, slack, teams, webhook, or the id of a channel; did you mean "desktop"?',
    ],
    [
      "an id that stands twice",
      `${smallTeam}  - { id: de, name: Again, members: [bob] }`,
      'groups[1].id: found "de", expected an id that groups use once',
    ],
    [
      "a group that is called like a person",
      smallTeam.replace("id: de", "id: bob"),
      'groups[0].id: found "bob", expected an id that no person has, since owners may be either',
    ],
    [
      "an unknown zone",
      smallTeam.replace("Europe/Copenhagen", "Europe/Copenhaven"),
      'team.timezone: found "Europe/Copenhaven", expected an IANA time zone such as Europe/Copenhagen; did you mean "Europe/Copenhagen"?',
    ],
    ["another version", smallTeam.replace("baton: 1", "baton: 2"), "baton: found 2, expected 1"],
    ["nothing at all", "", "found nothing, expected a mapping with baton, team and people"],
  ])("%s", (_, text, expected) => {
    expect(problemsOf(text).map((line) => line.replace(/^team\.yaml:\d+:\d+: /, ""))).toEqual([expected]);
  });

  test("the line and column are those of the value, or of the key where that is wrong", () => {
    expect(
      problemsOf(`${smallTeam}grops: []\nslas:\n  - id: a\n    majr: { respond: 1h }\n    any: { respond: soon }\n`),
    ).toEqual([
      expect.stringMatching(/^team\.yaml:9:1: grops: .* did you mean "groups"\?$/),
      expect.stringMatching(/^team\.yaml:12:5: slas\[0\]\.majr: .* did you mean "major"\?$/),
      expect.stringMatching(/^team\.yaml:13:21: slas\[0\]\.any\.respond: found "soon"/),
    ]);
  });

  test("problems of shape and of meaning in one item are reported together, in file order", () => {
    const text = withService("colour: red, owners: { primary: nobody-here, secondary: 7 }, sla: none");
    expect(problemsOf(text).map((line) => line.split(" ")[1])).toEqual([
      "services[0].colour:",
      "services[0].owners.primary:",
      "services[0].owners.secondary:",
      "services[0].sla:",
    ]);
  });

  test.each<[string, string]>([
    [
      "participants",
      withRotation("{ role: primary, participants: [alice, 5], shift: { unit: week }, start: 2026-01-05 }"),
    ],
    ["a shift", withRotation("{ role: primary, participants: [alice], shift: { unit: wek }, start: 2026-01-05 }")],
    ["whom to follow", withRotation(`${primary}\n      - { role: backup, follow: othrs }`)],
    ["coverage", withRotation(`${covered("nights")}\n      - ${covered("working-hours")}`)],
    ["an address", withSource("kind: alertmanager, url: 7")],
    [
      "a password",
      withSource("kind: alertmanager, url: https://a.example, auth: { basic: { username: u, password: 7 } }"),
    ],
    ["a holiday rotation", `${smallTeam}${weekly}    holidays: { policy: holiday-rotation, rotation: 7 }`],
    ["a deadline", `${smallTeam}slas: [{ id: a, any: { respond: soon } }]`],
    ["a lead", `${smallTeam.replace("lead: alice", "lead: 7")}slas: [{ id: a, any: { escalateTo: "lead:de" } }]`],
    ["a calendar's schedule", `${smallTeam}calendars: [{ id: c, kind: ics, url: c.ics, use: shifts, schedule: 7 }]`],
  ])("%s that was refused once is not missed as well", (_, text) => {
    expect(problemsOf(text)).toHaveLength(1);
  });

  test("an item with a problem is still known to those that refer to it", () => {
    expect(problemsOf(smallTeam.replace("name: Bob", "nmae: Bob"))).toHaveLength(2);
  });
});

describe("secrets", () => {
  test.each([
    [
      "a password",
      withSource("kind: alertmanager, url: https://a.example, auth: { basic: { username: u, password: hunter2 } }"),
    ],
    [
      "a misspelt password",
      withSource("kind: alertmanager, url: https://a.example, auth: { basic: { username: u, pasword: hunter2 } }"),
    ],
    ["a bearer token", withSource("kind: alertmanager, url: https://a.example, auth: { bearer: hunter2 }")],
    ["auth that is a password", withSource("kind: alertmanager, url: https://a.example, auth: hunter2")],
    ["credentials in an address", withSource("kind: alertmanager, url: https://u:hunter2@a.example")],
    ["a token in a query", withSource("kind: alertmanager, url: https://a.example?token=hunter2")],
    ["a malformed address", withSource('kind: alertmanager, url: "https//u:hunter2@a.example"')],
    ["a webhook", `${smallTeam}channels: [{ id: c, kind: slack, webhook: https://hooks.example/hunter2 }]`],
    [
      "a private calendar",
      `${smallTeam}calendars: [{ id: c, kind: ics, url: https://u:hunter2@a.example/x.ics, use: holidays }]`,
    ],
    ["an unknown escape beside it", `${smallTeam}x: "hunter2 \\q"`],
  ])("%s in the file is refused and never repeated", (_, text) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join("\n")).not.toContain("hunter2");
  });
});

describe("hostile names", () => {
  test.each(["__proto__", "constructor", "prototype"])("the key %s is refused wherever it stands", (key) => {
    const problems = problemsOf(`${smallTeam}${key}: 1\nservices: [{ id: s, name: S, match: { ${key}: x } }]`);
    expect(problems.map((line) => line.replace(/^.*: found/, "found"))).toEqual([
      `found the reserved key "${key}", expected another name`,
      `found the reserved key "${key}", expected another name`,
    ]);
  });

  test("an id that an object answers to by itself is unknown", () => {
    expect(problemsOf(withService("owners: { primary: toString }"))).toHaveLength(1);
    expect(problemsOf(withService("schedule: hasOwnProperty"))).toHaveLength(1);
  });

  test("control and direction characters do not reach the terminal", () => {
    const [line = ""] = problemsOf(withService('owners: { primary: "\\e[31m\\u202Eevil" }'));
    expect(line).toMatch(/found "�\[31m�evil"/);
  });
});

test("ten thousand services are read in good time, one more is refused", () => {
  const service = (index: number) => ({ id: `s${index}`, name: `S${index}`, owners: { primary: "a" } });
  const file = (count: number) => ({
    baton: 1,
    team: { id: "t", name: "T", timezone: "UTC" },
    people: [{ id: "a", name: "A" }],
    services: Array.from({ length: count }, (_, index) => service(index)),
  });
  const parse = (count: number) => parseTeam({ value: file(count), locate: () => ({ line: 1, column: 1 }) });
  expect(parse(10_000)).toMatchObject({ ok: true });
  expect(parse(10_001)).toMatchObject({ ok: false, error: [{ kind: "out-of-range", path: ["services"] }] });
});

test("ten thousand unknown ids among a thousand people are all reported, and hints end before they take long", () => {
  const value = {
    baton: 1,
    team: { id: "t", name: "T", timezone: "UTC" },
    people: Array.from({ length: 1_000 }, (_, index) => ({ id: `person-number-${index}`, name: "P" })),
    services: Array.from({ length: 10_000 }, (_, index) => ({
      id: `s${index}`,
      name: "S",
      owners: { primary: `persom-numbre-${index}x` },
    })),
  };
  const parsed = parseTeam({ value, locate: () => ({ line: 1, column: 1 }) });
  const problems = parsed.ok ? [] : parsed.error;
  expect(problems).toHaveLength(10_000);
  expect(problems.filter(({ nearest }) => nearest !== undefined)).toHaveLength(200);
});

test("anchors and aliases are read, and a problem in one is placed where it is written", () => {
  const text = `${smallTeam}slas:\n  - { id: a, any: &target { respond: soon } }\n  - { id: b, any: *target }\n`;
  expect(readTeamYaml(text).ok).toBe(true);
  expect(problemsOf(text).map((line) => line.slice(0, 34))).toEqual([
    "team.yaml:10:38: slas[0].any.respo",
    "team.yaml:10:38: slas[1].any.respo",
  ]);
});

describe("the handoff's terms", () => {
  const terms = (text: string) =>
    goodTeam(`${smallTeam}channels: [{ id: ops, kind: slack, webhook: secret:ops }]\n${text}`).team.handoff;

  test("are as usual where the file says nothing", () => {
    expect(terms("")).toEqual({ acceptWithin: 1_800_000, announce: [], path: "handoffs" });
  });

  test("are what the file says", () => {
    const text =
      "handoff: { checklist: [console, Call the desk], acceptWithin: 2h, announce: [ops], path: on-call/handoffs }\n";
    expect(terms(text)).toEqual({
      checklist: ["console", "Call the desk"],
      acceptWithin: 7_200_000,
      announce: ["ops"],
      path: "on-call/handoffs",
    });
  });

  test("are refused with their place where they make no sense", () => {
    expect(
      problemsOf(`${smallTeam}handoff: { checklist: [console, console], acceptWithin: 5s, announce: [oops] }\n`),
    ).toEqual([
      'team.yaml:9:33: handoff.checklist[1]: found "console", expected each item once',
      'team.yaml:9:57: handoff.acceptWithin: found "5s", expected 1m to 7d',
      'team.yaml:9:72: handoff.announce[0]: found "oops", expected the id of a channel',
    ]);
  });
});
