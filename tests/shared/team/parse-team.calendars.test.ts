import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../shared/time/duration.ts";
import { goodTeam, problemsOf, smallTeam } from "../../support/team-text.ts";

const withCalendar = (fields: string): string => `${smallTeam}schedules:
  - id: weekly
    timezone: Asia/Kolkata
    rotations: [{ role: primary, participants: [alice], shift: { unit: week }, start: 2027-01-04 }]
calendars:
  - { id: c, ${fields} }
`;
const read = (fields: string) => goodTeam(withCalendar(fields)).team.calendars[0];
/** Without the place, which is the same for all. */
const problems = (fields: string) =>
  problemsOf(withCalendar(fields)).map((line) => line.replace(/^team\.yaml:14:\d+: /, ""));

describe("a calendar of the team file", () => {
  test("has the zone of what it is for, and is read every quarter of an hour", () => {
    expect(read('kind: ics, url: "https://example.com/h.ics?tz=x", use: holidays')).toEqual({
      id: "c",
      name: "c",
      poll: 15 * minute,
      timezone: "Europe/Copenhagen",
      use: { kind: "holidays" },
      rules: [],
      config: { kind: "ics", place: { kind: "url", url: "https://example.com/h.ics?tz=x" } },
    });
    expect(
      read("kind: outlook, name: Rota, url: secret:rota, use: shifts, schedule: weekly, role: backup, poll: 1h"),
    ).toEqual({
      id: "c",
      name: "Rota",
      poll: hour,
      timezone: "Asia/Kolkata",
      use: { kind: "shifts", schedule: "weekly", role: "backup" },
      rules: [],
      config: { kind: "ics", place: { kind: "secret", name: "rota" } },
    });
  });

  test("is looked at every minute where it is a file, also one with a drive of Windows before it", () => {
    for (const path of ["rota.ics", "C:/rota.ics"]) {
      expect(read(`kind: ics, url: "${path}", use: away, person: bob, timezone: UTC`)).toMatchObject({
        poll: minute,
        timezone: "UTC",
        use: { kind: "away", person: "bob" },
        config: { kind: "ics", place: { kind: "file", path } },
      });
    }
  });

  test("003-4 has rules by title, attendee and category, in their order", () => {
    const map = '[{ title: "*lunch*", ignore: true }, { category: x, attendee: y, person: bob, role: secondary }]';
    expect(read(`kind: ics, url: r.ics, use: shifts, schedule: weekly, map: ${map}`)?.rules).toEqual([
      { title: "*lunch*", ignore: true },
      { category: "x", attendee: "y", person: "bob", role: "secondary", ignore: false },
    ]);
  });

  test("may be PagerDuty's schedules and policies", () => {
    const from = "[{ schedule: PA, role: secondary }, { schedule: PB }, { policy: PC }]";
    const fields = `kind: pagerduty, token: secret:pd, use: shifts, schedule: weekly, from: ${from}, people: { PU: bob }`;
    expect(read(fields)?.config).toEqual({
      kind: "pagerduty",
      url: "https://api.pagerduty.com",
      token: "pd",
      parts: [
        { kind: "schedule", id: "PA", role: "secondary" },
        { kind: "schedule", id: "PB", role: "primary" },
        { kind: "policy", id: "PC" },
      ],
      people: { PU: "bob" },
    });
    expect(read(`${fields}, url: "https://api.eu.pagerduty.com/"`)?.config).toMatchObject({
      url: "https://api.eu.pagerduty.com",
    });
  });
});

describe("what is wrong with a calendar is named", () => {
  const feed = "kind: ics, url: r.ics";
  test.each([
    [
      "no address",
      "kind: ics, use: holidays",
      "found no url, expected url: an https address, a path relative to this file, or secret:NAME",
    ],
    [
      "a misspelt schedule",
      `${feed}, use: shifts, schedule: weekyl`,
      '.schedule: found "weekyl", expected the id of a schedule; did you mean "weekly"?',
    ],
    ["no person", `${feed}, use: away`, "found no person, expected a person, since it is used for away"],
    [
      "a person for holidays",
      `${feed}, use: holidays, person: bob`,
      '.person: found "bob", expected no person, since it is used for holidays',
    ],
    [
      "a rule's stranger",
      `${feed}, use: shifts, schedule: weekly, map: [{ title: x, person: bobb }]`,
      '.map[0].person: found "bobb", expected the id of a person; did you mean "bob"?',
    ],
    [
      "a rule that ignores somebody",
      `${feed}, use: shifts, schedule: weekly, map: [{ person: bob, ignore: true }]`,
      '.map[0].person: found "bob", expected no person, since what it fits is ignored',
    ],
    ["haste", `${feed}, use: holidays, poll: 5s`, '.poll: found "5s", expected 1m or more'],
    [
      "an address in the clear",
      'kind: ics, url: "http://a.example/x.ics", use: holidays',
      '.url: found "http://a.example/x.ics", expected an https or webcal address, a path, or secret:NAME',
    ],
    [
      "an address of another kind",
      'kind: ics, url: "ftp://a.example/x.ics", use: holidays',
      '.url: found "ftp://a.example/x.ics", expected an https or webcal address, a path, or secret:NAME',
    ],
    [
      "PagerDuty as holidays",
      "kind: pagerduty, token: secret:pd, from: [{ schedule: P }], use: holidays",
      '.use: found "holidays", expected shifts',
    ],
    [
      "PagerDuty without a token",
      "kind: pagerduty, from: [{ schedule: P }], use: shifts, schedule: weekly",
      "found no token, expected token: secret:NAME of an API key",
    ],
    [
      "a part that is nothing",
      "kind: pagerduty, token: secret:pd, from: [{ role: primary }], use: shifts, schedule: weekly",
      ".from[0]: found neither, expected schedule or policy",
    ],
    [
      "a token for a feed",
      `${feed}, token: secret:x, use: holidays`,
      '.token: found the key "token", which the kind ics does not have, expected kind, id, name, poll, use, schedule, person, headers, tls, url, role, timezone, map',
    ],
  ])("%s", (_, fields, problem) => {
    expect(problems(fields)).toEqual([`calendars[0]${problem.startsWith(".") ? problem : `: ${problem}`}`]);
  });

  test.each([
    "https://calendar.google.com/calendar/ical/bob%40example.com/private-0123456789abcdef0123456789abcdef/basic.ics",
    "https://feeds.example.com/rota.ics?access_token=0123456789abcdef",
    "webcal://bob:0123456789abcdef@example.com/rota.ics",
  ])("a personal address, which is never repeated: %s", (url) => {
    const found = problems(`kind: ics, url: "${url}", use: holidays`);
    expect(found).toEqual([expect.stringContaining("secret:NAME for a private one")]);
    expect(found.join("")).not.toContain("0123456789abcdef");
  });

  test("001-3 a region whose holidays nobody knows, at its place", () => {
    const text = withCalendar(`${feed}, use: holidays`).replace(
      "    rotations:",
      "    holidays: { regions: [DK, DE-BX] }\n    rotations:",
    );
    expect(problemsOf(text)).toEqual([
      'team.yaml:12:31: schedules[0].holidays.regions[1]: found "DE-BX", expected a region whose public holidays are known, such as DK, US or DE-BY; did you mean "DE-BB"?',
    ]);
  });
});
