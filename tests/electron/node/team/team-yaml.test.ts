import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTeamYaml } from "../../../../electron/node/team/team-yaml.ts";
import { goodTeam, problemsOf, readTeam, smallTeam } from "../../../support/team-text.ts";

const value = (text: string): unknown => {
  const read = readTeamYaml(text);
  return read.ok
    ? JSON.parse(JSON.stringify(read.value.value))
    : read.error.map(({ kind, found, line }) => [kind, found, line]);
};

describe("YAML", () => {
  test("dates, times and yes are text, and keys always are", () => {
    expect(value("{ a: 2027-01-04, b: 09:00, c: yes, 7: true, 2027-12-25: 1.5 }")).toEqual({
      7: true,
      a: "2027-01-04",
      b: "09:00",
      c: "yes",
      "2027-12-25": 1.5,
    });
  });

  test.each<[string, string, [string, string, number][]]>([
    ["a key that stands twice", "a: 1\nb: 2\na: 3\n", [["syntax", 'the key "a" a second time', 3]]],
    ["a tab", "a:\n\tb: 1\n", [["syntax", "a tab as indentation", 2]]],
    ["an open bracket", "a: [1,\nb: 2\n", [["syntax", "an indentation that does not fit", 2]]],
    ["an open quote", 'a: "x\n', [["syntax", "an end that comes too early", 2]]],
    ["two documents", "a: 1\n---\nb: 2\n", [["syntax", "a second document (---)", 2]]],
    ["an alias to nothing", "a: *b\n", [["syntax", "an alias to no anchor", 1]]],
    ["a tag of somebody's own", "a: !secret b\n", [["syntax", "an unknown tag", 1]]],
    ["a key that is a list", "? [a]\n: b\n", [["syntax", "a key that is not text", 1]]],
    ["deep nesting", "a: ".padEnd(1_000, "["), [["too-large", "too many values, or too many within each other", 1]]],
    ["more than 1 MB", "#".repeat(1_048_577), [["too-large", "more than 1 MB", 1]]],
  ])("%s is refused", (_, text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  test("aliases that multiply are refused before they fill the memory", () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items = level === 0 ? '"x"' : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array.from({ length: 10 }, () => items).join(", ")}]`;
    });
    expect(value(levels.join("\n"))).toMatchObject([["too-large", expect.anything(), expect.anything()]]);
  });

  test("an alias within its own anchor ends", () => {
    expect(value("a: &a\n  b: *a\n")).toMatchObject([
      [expect.stringMatching(/^(syntax|too-large)$/), expect.anything(), expect.anything()],
    ]);
  });

  test("line ends of Windows and a byte order mark change nothing", () => {
    const windows = `\u{feff}${smallTeam.replaceAll("\n", "\r\n")}`;
    expect(goodTeam(windows)).toEqual(goodTeam(smallTeam));
    expect(problemsOf(`${windows}slas: 7\r\n`)).toEqual(["team.yaml:9:7: slas: found 7, expected a list"]);
    expect(problemsOf("\u{feff}bton: 1")[0]).toMatch(/^team\.yaml:1:1: bton: .* did you mean "baton"\?$/);
  });

  test("a value that is not written is placed at its key", () => {
    expect(problemsOf(`${smallTeam}services:\n\n\nslas: []\n`)).toEqual([
      "team.yaml:9:1: services: found nothing, expected a list",
    ]);
  });
});

describe("whatever the text, it is read or refused, and every problem lies within it", () => {
  const within = (text: string): void => {
    const read = readTeam(text);
    if (read.ok) return;
    const lines = text.replace(/^\u{feff}/u, "").split("\n");
    expect(read.error.length).toBeGreaterThan(0);
    for (const { line, column } of read.error) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    }
  };

  test("any text", () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), within), { numRuns: 300 });
  });

  test("text of YAML's own characters", () => {
    const unit = fc.constantFrom(...Array.from("ab:-[]{},&*!|>'\"%@`#?\n\t 1"), "\r\n", "- ", ": ", "a: ", "  ");
    fc.assert(fc.property(fc.string({ unit, maxLength: 80 }), within), { numRuns: 500 });
  });

  test("a team file with one piece cut out or put in", () => {
    const text = `${smallTeam}schedules:
  - id: weekly
    rotations:
      - { role: primary, participants: [alice, bob], shift: { unit: week }, start: 2026-01-05 }
      - { role: backup, follow: others }
services: [{ id: s, name: S, owners: { primary: de }, schedule: weekly, sla: a, match: { job: [x, y] } }]
slas: [{ id: a, critical: { respond: 1h } }]
sources: [{ id: prod, kind: alertmanager, url: https://a.example, auth: { bearer: secret:am } }]
`;
    const at = fc.nat(text.length);
    const piece = fc.constantFrom("", " ", "\n", ":", "- ", "x", "7", "{", "}", "[", "]", "null", '"', "\t");
    fc.assert(
      fc.property(at, fc.nat(12), piece, (from, length, put) =>
        within(text.slice(0, from) + put + text.slice(from + length)),
      ),
      { numRuns: 500 },
    );
  });

  test("any values under the file's own keys", () => {
    const keys = [
      "baton",
      "team",
      "people",
      "groups",
      "services",
      "schedules",
      "slas",
      "escalations",
      "sources",
      "calendars",
    ];
    const word = fc.constantFrom(
      "id",
      "name",
      "alice",
      "rotations",
      "role",
      "primary",
      "shift",
      "unit",
      "steps",
      "kind",
      "url",
      "inbox",
      "any",
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        word,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(word, tie("tree"), { maxKeys: 6 }),
      ),
    }));
    const file = fc.dictionary(fc.constantFrom(...keys), tree, { maxKeys: 10 });
    fc.assert(
      fc.property(file, (found) => within(JSON.stringify(found, null, 1))),
      { numRuns: 300 },
    );
  });
});
