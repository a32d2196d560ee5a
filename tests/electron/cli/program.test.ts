import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStore, storeFileName } from "../../../electron/node/store/store.ts";
import { instant } from "../../../shared/time/instant.ts";
import { batonAt } from "../../support/baton-command.ts";
import { scratchDir } from "../../support/scratch-dir.ts";

const sample = "assets/teams/four-engineers/team.yaml";
/** Thursday, 2027-01-07 12:00 in Copenhagen: Alice's week. */
const now = instant(Date.UTC(2027, 0, 7, 11));

const baton = batonAt(now);

function teamFile(text: string): string {
  const path = join(scratchDir(), "team.yaml");
  writeFileSync(path, text);
  return path;
}

const twoSites = `baton: 1
team: { id: t, name: T, timezone: Europe/Copenhagen }
people: [{ id: a, name: "A|B" }, { id: b, name: B }]
schedules:
  - id: office
    rotations:
      - { role: primary, participants: [a, b], shift: { unit: week }, start: 2027-01-04, coverage: working-hours }
`;

describe("baton check", () => {
  test("a good file: what it holds, and exit 0", async () => {
    expect(await baton("check", sample)).toEqual({
      code: 0,
      out: "team.yaml is good: Four Engineers, 4 people, 1 group, 5 services, 1 schedule, 1 source",
      err: "",
    });
  });

  test("what is not in use yet is named, and the file is good", async () => {
    const path = teamFile(`${twoSites}channels: [{ id: ops, kind: slack, webhook: secret:ops }]\n`);
    expect(await baton("check", path)).toEqual({
      code: 0,
      out: [
        "team.yaml is good: T, 2 people, 0 groups, 0 services, 1 schedule, 0 sources",
        "team.yaml:8:12: channels[0]: ops: channels are not in use yet",
      ].join("\n"),
      err: "",
    });
  });

  test("a bad file: one line per problem, and exit 1", async () => {
    const { code, out } = await baton(
      "check",
      teamFile(twoSites.replace("[a, b]", "[a, c]").replace("role:", "roll:")),
    );
    expect(code).toBe(1);
    expect(out.split("\n")).toEqual([
      expect.stringMatching(/^team\.yaml:7:9: schedules\[0\]\.rotations\[0\]\.role: found no "role"/),
      expect.stringMatching(/^team\.yaml:7:11: schedules\[0\]\.rotations\[0\]\.roll: .* did you mean "role"\?$/),
    ]);
  });
});

describe("baton oncall --json", () => {
  test("003-2 the one who is on call, with everyone else as backup", async () => {
    const { code, out } = await baton("oncall", "--team", sample, "--json");
    const shift = (person: string, from: string, to: string) => ({ person, from, to, because: "rotation" });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      at: "2027-01-07T11:00:00.000Z",
      schedules: [
        {
          id: "weekly",
          state: "covered",
          roles: {
            primary: [shift("alice", "2027-01-04T08:00:00.000Z", "2027-01-11T08:00:00.000Z")],
            secondary: [],
            backup: [
              shift("bob", "2026-12-21T08:00:00.000Z", "2027-01-11T08:00:00.000Z"),
              shift("charlie", "2026-12-28T08:00:00.000Z", "2027-01-18T08:00:00.000Z"),
              shift("dana", "2027-01-04T08:00:00.000Z", "2027-01-25T08:00:00.000Z"),
            ],
          },
        },
      ],
    });
  });

  test("at the instant of a handoff it is the one who comes in, whichever way the time is written", async () => {
    const primary = async (at: string): Promise<unknown> => {
      const answer = JSON.parse((await baton("oncall", "--team", sample, "--json", "--at", at)).out) as {
        schedules: { roles: { primary: { person: string }[] } }[];
      };
      return answer.schedules[0]?.roles.primary.map(({ person }) => person);
    };
    expect(await primary("2027-01-11T08:59")).toEqual(["alice"]);
    expect(await primary("2027-01-11T09:00")).toEqual(["bob"]);
    expect(await primary("2027-01-11T09:00:00+01:00")).toEqual(["bob"]);
    expect(await primary("2027-01-11T07:59:59Z")).toEqual(["alice"]);
    expect(await primary("2027-01-11")).toEqual(["alice"]);
  });

  test("002-2 outside working hours it is off hours, not unknown", async () => {
    const { out } = await baton("oncall", "--team", teamFile(twoSites), "--json", "--at", "2027-01-09T12:00");
    expect(JSON.parse(out)).toMatchObject({
      schedules: [{ id: "office", state: "off-hours", roles: { primary: [], secondary: [], backup: [] } }],
    });
  });
});

test("baton oncall says it in words", async () => {
  expect((await baton("oncall", "--team", teamFile(twoSites), "--schedule", "office")).out).toBe(
    ["office at 2027-01-07 12:00 Europe/Copenhagen", "  primary    A|B until 2027-01-07 17:00 Europe/Copenhagen"].join(
      "\n",
    ),
  );
  expect((await baton("oncall", "--team", teamFile(twoSites), "--at", "2027-01-09")).out).toMatch(/off hours/);
});

describe("baton schedule", () => {
  const asked = (format: string, from: string, to: string) =>
    baton("schedule", "--team", sample, "--schedule", "weekly", "--from", from, "--to", to, "--format", format);

  test("json: shifts in time order, instants in UTC, whole over the change to summer time", async () => {
    const { code, out } = await asked("json", "2027-03-22T09:00", "2027-04-05T09:00");
    const primaries = (JSON.parse(out) as { role: string }[]).filter(({ role }) => role === "primary");
    expect(code).toBe(0);
    expect(primaries).toEqual([
      {
        role: "primary",
        person: "dana",
        from: "2027-03-22T08:00:00.000Z",
        to: "2027-03-29T07:00:00.000Z",
        because: "rotation",
      },
      {
        role: "primary",
        person: "alice",
        from: "2027-03-29T07:00:00.000Z",
        to: "2027-04-05T07:00:00.000Z",
        because: "rotation",
      },
    ]);
  });

  test("003-3 json: a holiday names itself", async () => {
    const { out } = await asked("json", "2026-12-25", "2026-12-26");
    expect(JSON.parse(out)).toContainEqual({
      role: "primary",
      person: "alice",
      from: "2026-12-24T23:00:00.000Z",
      to: "2026-12-25T23:00:00.000Z",
      because: "holiday",
      holiday: "Christmas Day",
    });
  });

  test("003-2 md: the table of four weeks", async () => {
    expect((await asked("md", "2026-01-05T09:00", "2026-02-02T09:00")).out).toBe(
      [
        "| From | To | Primary | Backup |",
        "| --- | --- | --- | --- |",
        "| 2026-01-05 09:00 | 2026-01-12 09:00 | Alice | Bob, Charlie, Dana |",
        "| 2026-01-12 09:00 | 2026-01-19 09:00 | Bob | Alice, Charlie, Dana |",
        "| 2026-01-19 09:00 | 2026-01-26 09:00 | Charlie | Alice, Bob, Dana |",
        "| 2026-01-26 09:00 | 2026-02-02 09:00 | Dana | Alice, Bob, Charlie |",
      ].join("\n"),
    );
  });

  test("md: names keep to their cell, and hours without anybody say why", async () => {
    const args = ["--schedule", "office", "--from", "2027-01-04", "--to", "2027-01-05", "--format", "md"];
    expect((await baton("schedule", "--team", teamFile(twoSites), ...args)).out.split("\n").slice(2)).toEqual([
      "| 2027-01-04 00:00 | 2027-01-04 09:00 | off hours |",
      "| 2027-01-04 09:00 | 2027-01-04 17:00 | A\\|B |",
      "| 2027-01-04 17:00 | 2027-01-05 00:00 | off hours |",
    ]);
  });

  test("003-4 ics: the same shift has the same identity in every export", async () => {
    const uids = async (from: string, to: string): Promise<readonly string[]> =>
      [...(await asked("ics", from, to)).out.matchAll(/^UID:(\S+)/gm)].map(([, uid = ""]) => uid);
    const month = await uids("2027-01-04T09:00", "2027-02-01T09:00");
    expect(new Set(month).size).toBe(month.length);
    for (const uid of await uids("2027-01-12", "2027-01-13")) expect(month).toContain(uid);
    expect((await asked("ics", "2027-01-12", "2027-01-13")).out).toBe(
      (await asked("ics", "2027-01-12", "2027-01-13")).out,
    );
  });
});

describe("baton verify", () => {
  test("a journal that is whole, and a folder without one", async () => {
    const dir = scratchDir();
    expect(await baton("verify", "--data", dir)).toEqual({
      code: 1,
      out: "baton.db: there is no such file in the folder",
      err: "",
    });
    const opened = openStore(join(dir, storeFileName), { now: () => now });
    if (!opened.ok) throw new Error("the store did not open");
    opened.value.store.commit({ entries: [{ at: now, kind: "acknowledged", body: {} }], puts: [], removes: [] });
    opened.value.store.close();
    const { code, out } = await baton("verify", "--data", dir);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^baton\.db is whole: 1 entry, the last one is [0-9a-f]{64}$/) as string,
    });
  });

  test("what is no database", async () => {
    const dir = scratchDir();
    writeFileSync(join(dir, storeFileName), "not a database ".repeat(1_000));
    expect(await baton("verify", "--data", dir)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^baton\.db: /) as string,
    });
  });
});

describe("wrong use ends with 2 and says what was probably meant", () => {
  test.each<[string, readonly string[], string]>([
    ["no command", [], "baton: a command is missing"],
    ["an unknown command", ["chekc", "x"], 'baton: unknown command "chekc"; did you mean check?'],
    ["no file", ["check"], "baton check: FILE is missing"],
    ["two files", ["check", "a", "b"], 'baton check: unexpected "b"'],
    ["an unknown flag", ["oncall", "--teem", "x"], 'baton oncall: unknown flag "--teem"; did you mean --team?'],
    ["a flag without its value", ["oncall", "--team"], "baton oncall: --team needs a value: FILE"],
    ["a switch with a value", ["oncall", "--team", "x", "--json=1"], "baton oncall: --json takes no value"],
    ["a flag that stands twice", ["oncall", "--team", "x", "--team", "y"], "baton oncall: --team stands twice"],
    ["a flag that must be there", ["schedule", "--team", "x"], "baton schedule: --schedule ID is missing"],
    [
      "no time",
      ["oncall", "--team", sample, "--at", "soon"],
      '--at "soon" is no time from 1970 to 2199, such as 2027-01-04T09:00 or 2027-01-04T08:00:00Z',
    ],
    [
      "a far time",
      ["oncall", "--team", sample, "--at", "9999-01-01T00:00:00Z"],
      '--at "9999-01-01T00:00:00Z" is no time from 1970 to 2199, such as 2027-01-04T09:00 or 2027-01-04T08:00:00Z',
    ],
    [
      "an end before the beginning",
      ["schedule", "--team", sample, "--schedule", "weekly", "--from", "2027-01-02", "--to", "2027-01-01"],
      "--to must be after --from",
    ],
    [
      "an unknown format",
      [
        "schedule",
        "--team",
        sample,
        "--schedule",
        "weekly",
        "--from",
        "2027-01-01",
        "--to",
        "2027-01-02",
        "--format",
        "toString",
      ],
      'unknown format "toString"; json, md or ics',
    ],
  ])("%s", async (_, args, expected) => {
    const { code, out, err } = await baton(...args);
    expect({ code, out, first: err.split("\n")[0] }).toEqual({ code: 2, out: "", first: expected });
  });
});

describe("bad input ends with 1", () => {
  test("a team file that is not there or not good, and a schedule that it does not have", async () => {
    expect(await baton("oncall", "--team", join(scratchDir(), "none.yaml"))).toEqual({
      code: 1,
      out: "",
      err: "none.yaml: cannot be read: there is no such file",
    });
    expect(await baton("oncall", "--team", teamFile("baton: 1"))).toMatchObject({ code: 1, out: "" });
    expect(await baton("oncall", "--team", sample, "--schedule", "wekly")).toEqual({
      code: 1,
      out: "",
      err: 'unknown schedule "wekly"; did you mean "weekly"?',
    });
  });
});

test("every command explains itself", async () => {
  for (const command of ["check", "oncall", "schedule", "verify"]) {
    const { code, out } = await baton(command, "--help");
    expect({ code, start: out.split("\n")[0] }).toEqual({
      code: 0,
      start: expect.stringMatching(new RegExp(`^Usage: baton ${command} `)) as string,
    });
    expect((await baton("--help")).out).toContain(`  baton ${command} `);
  }
});
