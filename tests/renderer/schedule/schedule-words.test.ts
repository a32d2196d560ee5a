import { describe, expect, test } from "vitest";
import { lanesOf } from "../../../renderer/schedule/lanes.ts";
import { notesOf } from "../../../renderer/schedule/notes.ts";
import { daysAround } from "../../../renderer/store/shown-days.ts";
import { fairnessBasis } from "../../../renderer/schedule/fairness-words.ts";
import { groupWords, noteText, noteWhen } from "../../../renderer/schedule/schedule-notes-words.ts";
import { lengthWords, spanTitle, spanWords } from "../../../renderer/schedule/schedule-words.ts";
import { blockLabel, initialsOf, namesIn, whyWords } from "../../../renderer/schedule/shift-why-words.ts";
import { knownDay } from "../../../shared/time/civil.ts";
import { hour } from "../../../shared/time/duration.ts";
import { after, instant } from "../../../shared/time/instant.ts";
import { at } from "../../support/scenario.ts";
import { easter, fourPeople } from "../../page/schedule-teams.ts";
import { viewOf } from "../../page/schedule-views.ts";

const zone = "Europe/Copenhagen";
const march = viewOf(easter, "weekly", ["2027-03-01", "2027-04-05"]);
const names = namesIn(march);

test("the title names the days shown", () => {
  const title = (date: string, kind: "week" | "month" | "quarter") => spanTitle(daysAround(knownDay(date), kind), kind);
  expect(title("2027-03-17", "week")).toBe("15–21 Mar 2027");
  expect(title("2027-03-31", "week")).toBe("29 Mar – 4 Apr 2027");
  expect(title("2027-01-01", "week")).toBe("28 Dec 2026 – 3 Jan 2027");
  expect(title("2027-03-17", "month")).toBe("March 2027");
  expect(title("2027-12-17", "quarter")).toBe("Dec 2027 – Feb 2028");
});

test.each([
  [8, "8 h"],
  [7.5, "7.5 h"],
  [168, "7 days, 168 h"],
  [167, "167 h"],
  [169, "169 h"],
  [1_680, "70 days, 1,680 h"],
])("a length of %s hours", (hours, words) => {
  const from = instant(0);
  expect(lengthWords({ from, to: after(from, hours * hour) })).toBe(words);
});

test("a span within a day names the day once", () => {
  const span = (from: string, to: string) => spanWords({ from: at(from), to: at(to) }, zone);
  expect(span("2027-03-17T08:00:00Z", "2027-03-17T16:00:00Z")).toBe("Wed 17 Mar 2027 09:00 to 17:00");
  expect(span("2027-03-17T08:00:00Z", "2027-03-17T23:00:00Z")).toBe("Wed 17 Mar 2027 09:00 to Thu 18 Mar 2027 00:00");
});

test.each([
  ["Ada Lovelace", "AL"],
  ["Bob", "Bo"],
  ["Guðrún Ósk Sørensen", "GS"],
  ["", ""],
])("the initials of %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

describe("why somebody is on call", () => {
  const reasons = march.shifts.filter(({ role }) => role === "primary").map(({ why }) => whyWords(why, names));

  test("a turn, an override with its reason, a holiday with its policy, a swap", () => {
    expect([...new Set(reasons)]).toEqual([
      "Turn 4 of 4",
      "Turn 1 of 4",
      "Override: dentist, instead of Alice",
      "Turn 2 of 4",
      "Turn 3 of 4",
      "Maundy Thursday: the backup stands in for Dana",
      "Good Friday: the backup stands in for Dana",
      "Easter Monday: the backup stands in for Dana",
      "Easter Monday: the backup stands in for Alice",
      "Swapped with Alice",
    ]);
  });

  test.each([
    [{ kind: "turn", place: 1, of: 4, cycle: 3 } as const, "Turn 1 of 4, round 3 in an order of its own"],
    [{ kind: "follows", leader: "primary", offset: 2 } as const, "Whoever is primary 2 turns later"],
    [{ kind: "imported" } as const, "From the calendar"],
    [
      { kind: "holiday", name: "New Year", policy: "primary-covers", instead: [] } as const,
      "New Year: whoever has the turn covers it",
    ],
    [
      { kind: "holiday", name: "New Year", policy: "holiday-rotation", instead: ["dana"] } as const,
      "New Year: next in the holiday rotation, instead of Dana",
    ],
    [{ kind: "override", instead: [] } as const, "Override"],
  ])("%o", (why, words) => {
    expect(whyWords(why, names)).toBe(words);
  });

  test("the name of a block says all of it", () => {
    const [primary] = lanesOf(march, { by: "roles", standby: false });
    const labels = (primary?.blocks ?? []).map(({ content }) => blockLabel(content, names, zone));
    expect(labels[2]).toBe(
      "Dana, Primary, Wed 3 Mar 2027 09:00 to Thu 4 Mar 2027 09:00, 24 h, Override: dentist, instead of Alice, Then Alice",
    );
    expect(labels[5]).toBe(
      "Charlie, Primary, Mon 15 Mar 2027 09:00 to Mon 22 Mar 2027 09:00, 7 days, 168 h, Turn 3 of 4, Then Dana, Away: leave. Alice could do it.",
    );
  });
});

describe("notes", () => {
  const lines = (view: typeof march): readonly string[] =>
    notesOf(view).flatMap(({ notes }) =>
      notes.map((note) => `${noteWhen(note, zone)}: ${noteText(note, names, zone)}`),
    );

  test("say what happens, when, and what it means", () => {
    expect(lines(march).filter((line) => !line.includes("Maundy"))).toEqual([
      "Tue 16 Mar 05:00: Charlie has primary for 4 days, 96 h, until Sat 20 Mar 2027 05:00. Away: leave. Alice could do it.",
      "Tue 30 Mar 00:00: Bob has secondary for 153 h, until Mon 5 Apr 2027 09:00. On call in another role at the same time. Dana could do it.",
      "Fri 26 Mar: Good Friday: Bob stands in for Dana, as backup.",
      "Mon 29 Mar: Easter Monday: Bob and Charlie stand in for Dana and Alice, as backup.",
      "Wed 3 Mar 09:00: Dana is primary, Wed 3 Mar 2027 09:00 to Thu 4 Mar 2027 09:00. Override: dentist, instead of Alice.",
      "Tue 30 Mar 00:00: Bob is primary, Tue 30 Mar 2027 00:00 to Mon 5 Apr 2027 09:00. Swapped with Alice.",
      "Sun 28 Mar: Clocks in Europe/Copenhagen go forward by 1 h: Alice's secondary shift is 167 h long and Dana's primary shift is 47 h long.",
    ]);
  });

  test("a length that the clocks change is the real one", () => {
    const [note] = lines(viewOf(fourPeople, "weekly", ["2027-03-22", "2027-03-29"]));
    expect(note).toContain("Dana's primary shift is 167 h long");
  });

  test("000-9 many gaps are summed up", () => {
    const [gaps] = notesOf(viewOf(easter, "sun", ["2027-03-01", "2027-03-08"]));
    expect(gaps?.kind).toBe("gap");
    expect(groupWords(gaps?.notes ?? [])).toBe("6 stretches, 98 h in all");
    expect(groupWords(gaps?.notes.slice(0, 2) ?? [])).toBeUndefined();
  });

  test("a new order is told", () => {
    const first = viewOf(easter, "first-line", ["2027-03-01", "2027-03-02"]);
    expect(lines(first)).toEqual(["Mon 1 Mar 09:00: Primary goes through a new order: Dana, Charlie, Alice and Bob."]);
  });
});

test("000-10 fairness says what it rests on, to the last day that counts", () => {
  const { shown } = viewOf(fourPeople, "weekly", ["2027-03-01", "2027-03-29"]).fairness;
  expect(fairnessBasis(shown, zone)).toBe(
    "Primary duty from 1 Mar 2027 to 28 Mar 2027: 4 people, 5 shifts, 671 hours. 100 means that all carry the same; hours at night, on weekends and on holidays weigh double.",
  );
});
