import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withdrawn } from "../../../../electron/node/team/insertion.ts";
import { editTeam, type Wanted } from "../../../../electron/node/team/team-edit.ts";
import { goodTeam, smallTeam } from "../../../support/team-text.ts";

const rotations = `    rotations:
      - { role: primary, participants: [alice, bob], shift: { unit: week }, start: 2027-01-04, handoffAt: "09:00" }
`;
const oneSchedule = (rest: string): string =>
  `${smallTeam}schedules:\n  - id: weekly # who answers\n${rotations}${rest}`;

const dentist: Wanted = {
  schedule: "weekly",
  change: {
    kind: "override",
    override: { role: "primary", person: "bob", from: "2027-02-03T09:00", to: "2027-02-04T09:00", reason: "dentist" },
  },
};
const march: Wanted = {
  schedule: "weekly",
  change: {
    kind: "swap",
    swap: { role: "primary", a: "alice", b: "bob", from: "2027-03-01T00:00", to: "2027-03-22T00:00" },
  },
};

/** The lines that an edit adds, with `+`, and those that it changes, with `-`. */
function diff(text: string, wanted: Wanted = dentist): readonly string[] {
  const edited = editTeam(text, wanted);
  if (!edited.ok) throw new Error(edited.error.kind);
  goodTeam(edited.value.text);
  expect(withdrawn(edited.value.text, edited.value.insertions)).toBe(text);
  const before = text.split("\n");
  const after = edited.value.text.split("\n");
  const head = before.findIndex((line, index) => line !== after[index]);
  const start = head < 0 ? before.length : head;
  const room = Math.min(before.length, after.length) - start;
  let tail = 0;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [
    ...before.slice(start, before.length - tail).map((line) => `-${line}`),
    ...after.slice(start, after.length - tail).map((line) => `+${line}`),
  ];
}

describe("002-1 a change in the team file", () => {
  test("makes the list where there is none, as the file indents its lists", () => {
    expect(diff(oneSchedule(""))).toEqual([
      "+    overrides:",
      "+      - { role: primary, person: bob, from: 2027-02-03T09:00, to: 2027-02-04T09:00, reason: dentist }",
    ]);
    const flat = oneSchedule("").replace("      - { role", "    - { role");
    expect(diff(flat)[1]).toMatch(/^\+ {4}- \{ role/);
  });

  test("stands below the last item and its comment, and above what follows", () => {
    const overrides = `    overrides: # by hand
      # the winter
      - { role: primary, person: alice, from: 2027-01-12T09:00, to: 2027-01-13T09:00 } # flu

      # add more here
    swaps: [] # none yet
# the end
slas: []
`;
    const text = oneSchedule(overrides);
    const edited = editTeam(text, dentist);
    expect(edited.ok && edited.value.text).toBe(
      text.replace(
        "# flu\n",
        "# flu\n      - { role: primary, person: bob, from: 2027-02-03T09:00, to: 2027-02-04T09:00, reason: dentist }\n",
      ),
    );
  });

  test.each<[string, string, readonly string[]]>([
    [
      "keys below each other, quotes, and their order",
      `    overrides:
      - person: alice
        role: 'primary'
        from: "2027-01-12T09:00"
        to: '2027-01-13T09:00'
        reason: |-
          flu
`,
      [
        "+      - person: bob",
        "+        role: 'primary'",
        '+        from: "2027-02-03T09:00"',
        "+        to: '2027-02-04T09:00'",
        "+        reason: dentist",
      ],
    ],
    [
      "tight braces",
      "    overrides:\n      - {role: primary, person: alice, from: 2027-01-12, to: 2027-01-13}\n",
      ["+      - {role: primary, person: bob, from: 2027-02-03T09:00, to: 2027-02-04T09:00, reason: dentist}"],
    ],
    [
      "brackets on one line",
      "    overrides: [{ role: primary, person: alice, from: 2027-01-12, to: 2027-01-13 }] # all\n",
      [
        "-    overrides: [{ role: primary, person: alice, from: 2027-01-12, to: 2027-01-13 }] # all",
        "+    overrides: [{ role: primary, person: alice, from: 2027-01-12, to: 2027-01-13 }, { role: primary, person: bob, from: 2027-02-03T09:00, to: 2027-02-04T09:00, reason: dentist }] # all",
      ],
    ],
    [
      "empty brackets",
      "    overrides: []\n",
      [
        "-    overrides: []",
        "+    overrides: [{ role: primary, person: bob, from: 2027-02-03T09:00, to: 2027-02-04T09:00, reason: dentist }]",
      ],
    ],
    [
      "brackets over several lines, with a comma at the end",
      `    overrides: [
      { role: primary, person: alice, from: 2027-01-12, to: 2027-01-13 }, # flu, again
    ]
`,
      ["+      { role: primary, person: bob, from: 2027-02-03T09:00, to: 2027-02-04T09:00, reason: dentist },"],
    ],
    [
      "brackets over several lines, without one",
      `    overrides: [
      { role: primary, person: alice, from: 2027-01-12, to: 2027-01-13 } # flu, again
    ]
`,
      [
        "-      { role: primary, person: alice, from: 2027-01-12, to: 2027-01-13 } # flu, again",
        "+      { role: primary, person: alice, from: 2027-01-12, to: 2027-01-13 }, # flu, again",
        "+      { role: primary, person: bob, from: 2027-02-03T09:00, to: 2027-02-04T09:00, reason: dentist }",
      ],
    ],
  ])("is written as the file writes: %s", (_, rest, expected) => {
    expect(diff(oneSchedule(rest))).toEqual(expected);
  });

  test("midnight is a date where the file's last item says so", () => {
    const swaps = "    swaps:\n      - { role: primary, a: alice, b: bob, from: 2027-02-01, to: 2027-02-22 }\n";
    expect(diff(oneSchedule(swaps), march)).toEqual([
      "+      - { role: primary, a: alice, b: bob, from: 2027-03-01, to: 2027-03-22 }",
    ]);
    expect(diff(oneSchedule(""), march)).toEqual([
      "+    swaps:",
      "+      - { role: primary, a: alice, b: bob, from: 2027-03-01T00:00, to: 2027-03-22T00:00 }",
    ]);
  });

  test("what is not plain text is quoted", () => {
    const because = (reason: string): string => {
      if (dentist.change.kind !== "override") throw new Error("not an override");
      const override = { ...dentist.change.override, reason };
      const [, line = ""] = diff(oneSchedule(""), { ...dentist, change: { kind: "override", override } });
      return line.replace(/^.*reason: (.*) \}$/, "$1");
    };
    expect(because("yes")).toBe('"yes"');
    expect(because('a "b": c, [d] # e')).toBe(String.raw`"a \"b\": c, [d] # e"`);
    expect(because("Zahnarzt & Œuvre")).toBe('"Zahnarzt & Œuvre"');
    expect(because("Zahnärztin (früh)")).toBe("Zahnärztin (früh)");
    expect(because("2027")).toBe('"2027"');
  });

  test("line ends of Windows, a byte order mark and a last line without an end stay as they are", () => {
    const windows = `\u{feff}${oneSchedule("").replaceAll("\n", "\r\n")}`;
    const edited = editTeam(windows, dentist);
    expect(edited.ok && edited.value.text).toBe(
      `${windows}    overrides:\r\n      - { role: primary, person: bob, from: 2027-02-03T09:00, to: 2027-02-04T09:00, reason: dentist }\r\n`,
    );
    const open = oneSchedule("").trimEnd();
    const added = editTeam(open, dentist);
    expect(added.ok && added.value.text).toBe(
      `${open}\n    overrides:\n      - { role: primary, person: bob, from: 2027-02-03T09:00, to: 2027-02-04T09:00, reason: dentist }`,
    );
  });

  test("a file of JSON stays one", () => {
    const json = JSON.stringify(
      {
        baton: 1,
        team: { id: "t", name: "T", timezone: "UTC" },
        people: [
          { id: "alice", name: "Alice" },
          { id: "bob", name: "Bob" },
        ],
        schedules: [
          {
            id: "weekly",
            rotations: [
              { role: "primary", participants: ["alice", "bob"], shift: { unit: "week" }, start: "2027-01-04" },
            ],
          },
        ],
      },
      null,
      2,
    );
    const once = editTeam(json, dentist);
    const twice = once.ok ? editTeam(once.value.text, march) : once;
    expect(JSON.parse(twice.ok ? twice.value.text : "")).toMatchObject({
      schedules: [
        {
          overrides: [
            { role: "primary", person: "bob", from: "2027-02-03T09:00", to: "2027-02-04T09:00", reason: "dentist" },
          ],
          swaps: [{ role: "primary", a: "alice", b: "bob", from: "2027-03-01T00:00", to: "2027-03-22T00:00" }],
        },
      ],
    });
  });

  test("a schedule in braces stays in them", () => {
    const text = `${smallTeam}schedules: [{ id: weekly, rotations: [{ role: primary, participants: [alice, bob], shift: { unit: week }, start: 2027-01-04 }] }]\n`;
    expect(diff(text)[1]).toMatch(/ \}\], overrides: \[\{ role: primary, person: bob, .*, reason: dentist \}\] \}\]$/);
  });

  test("the schedule that is meant is the one that changes", () => {
    const other = oneSchedule("").replace("schedules:\n", `schedules:\n  - id: nights\n${rotations}`);
    const edited = editTeam(other, { ...dentist, schedule: "nights" });
    const schedules = edited.ok ? goodTeam(edited.value.text).team.schedules : [];
    expect(schedules.map(({ id, overrides }) => [id, overrides.length])).toEqual([
      ["nights", 1],
      ["weekly", 0],
    ]);
  });
});

describe("a file that cannot be added to is left alone", () => {
  const shared = `    overrides: &winter
      - { role: primary, person: alice, from: 2027-01-12, to: 2027-01-13 }
  - id: nights
${rotations}    overrides: *winter
`;

  test.each<[string, { readonly text: string; readonly wanted: Wanted }, string]>([
    [
      "a list that stands elsewhere",
      { text: oneSchedule(shared), wanted: { ...dentist, schedule: "nights" } },
      "alias",
    ],
    ["a list that stands for two", { text: oneSchedule(shared), wanted: dentist }, "unsure"],
    [
      "a schedule that is not there",
      { text: oneSchedule(""), wanted: { ...dentist, schedule: "other" } },
      "no-schedule",
    ],
    ["a file with an error", { text: `${oneSchedule("")}bton: 1\n`, wanted: dentist }, "bad"],
    [
      "a change that the file would not allow",
      {
        text: oneSchedule(""),
        wanted: {
          schedule: "weekly",
          change: {
            kind: "override",
            override: { role: "primary", person: "zoe", from: "2027-02-03", to: "2027-02-04" },
          },
        },
      },
      "unsure",
    ],
  ])("%s", (_, { text, wanted }, kind) => {
    expect(editTeam(text, wanted)).toMatchObject({ ok: false, error: { kind } });
  });
});

describe("any file", () => {
  const comment = fc.constantFrom("", " # by hand", " # a, [b] {c: d}");
  const blank = fc.constantFrom("", "\n", "      # a line of its own\n", "\n\n  # and of another\n");
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2027-01-${String(number).padStart(2, "0")}`);
  const reason = fc.option(fc.stringMatching(/^[ -~\u00a0-\u017f]{0,20}[!-~]$/), { nil: undefined });
  const styles = fc.constantFrom(
    (of: string, from: string) => [`      - { role: primary, person: ${of}, from: ${from}, to: 2027-01-30 }`],
    (of: string, from: string) => [`      - {role: primary, person: "${of}", to: '2027-01-30', from: '${from}'}`],
    (of: string, from: string) => [
      "      - role: primary",
      `        person: ${of} # who`,
      `        from: "${from}T09:00"`,
      "        # until",
      "        to: 2027-01-30T09:00",
    ],
  );
  const written = fc
    .record({ style: styles, of: fc.constantFrom("alice", "bob", "charlie"), from: day, comment, blank })
    .map(({ style, of, from, comment: beside, blank: above }) => `${above}${style(of, from).join("\n")}${beside}\n`);
  const section = (key: string): fc.Arbitrary<string> =>
    fc
      .record({ items: fc.array(written, { maxLength: 4 }), comment })
      .map(({ items, comment: beside }) => (items.length === 0 ? "" : `    ${key}:${beside}\n${items.join("")}`));
  const file = fc
    .record({
      overrides: section("overrides"),
      after: fc.constantFrom("", "    name: Weekly # its name\n", "# the end\n", "slas: []\n", "\n\n"),
      windows: fc.boolean(),
      mark: fc.boolean(),
      open: fc.boolean(),
    })
    .map(({ overrides, after, windows, mark, open }) => {
      const text = oneSchedule(`${overrides}${after}`);
      const ended = open ? text.trimEnd() : text;
      return `${mark ? "\u{feff}" : ""}${windows ? ended.replaceAll("\n", "\r\n") : ended}`;
    });
  const override = fc.record({
    role: fc.constant("primary" as const),
    person: fc.constantFrom("alice", "bob", "charlie"),
    from: day.map((date) => `${date}T00:00`),
    to: fc.constant("2027-02-01T09:00"),
    reason,
  });

  test("has its lines as before and some more, says what was meant, and can be brought back", () => {
    fc.assert(
      fc.property(file, override, (text, { reason: why, ...rest }) => {
        const item = { ...rest, ...(why === undefined ? {} : { reason: why }) };
        const edited = editTeam(text, { schedule: "weekly", change: { kind: "override", override: item } });
        if (!edited.ok) throw new Error(edited.error.kind);
        expect(goodTeam(edited.value.text).team.schedules[0]?.overrides.at(-1)).toEqual(item);
        expect(withdrawn(edited.value.text, edited.value.insertions)).toBe(text);
        const kept = edited.value.text.split("\n");
        const place = edited.value.insertions.map(({ at }) => text.slice(0, at).split("\n").length - 1);
        const added = kept.length - text.split("\n").length;
        expect(place).toHaveLength(1);
        // A last line without an end gets one, and the new last line has none.
        const start =
          (place[0] ?? 0) + (text.endsWith("\n") || (edited.value.insertions[0]?.at ?? 0) < text.length ? 0 : 1);
        kept.splice(start, added);
        expect(kept.map((line) => line.replace(/\r$/, ""))).toEqual(
          text.split("\n").map((line) => line.replace(/\r$/, "")),
        );
      }),
    );
  });
});
