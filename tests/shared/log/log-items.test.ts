import fc from "fast-check";
import { expect, it } from "vitest";
import { dutiesOf } from "../../../shared/log/duties.ts";
import { journalEntry, type JournalLine } from "../../../shared/log/journal-kinds.ts";
import type { LogItem, LogNames } from "../../../shared/log/log-item.ts";
import { logItems, loggedKinds } from "../../../shared/log/log-items.ts";
import { logMarkdown } from "../../../shared/log/log-markdown.ts";
import { itemPhrase } from "../../../shared/log/log-words.ts";
import { minute } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { alert, answer, at, noon, Scenario } from "../../support/scenario.ts";

const names: LogNames = {
  person: (id) => ({ id, name: id.toUpperCase() }),
  source: (id) => `Source ${id}`,
  schedule: (id) => `Schedule ${id}`,
  incident: (id) => ({ id, title: `Title of ${id}`, service: "Profit", severity: "critical" }),
};

const lines = (entries: readonly Omit<JournalLine, "seq">[]): readonly JournalLine[] =>
  entries.map((entry, index) => ({ seq: index + 1, ...entry }));

const logOf = (entries: readonly Omit<JournalLine, "seq">[]): readonly LogItem[] => logItems(lines(entries), names);

const phrases = (items: readonly LogItem[]): readonly string[] => items.map(itemPhrase);

it("tells a shift in one line for each thing that happened", () => {
  const scenario = new Scenario();
  scenario.answers(answer([alert("a")]));
  const { id } = scenario.incident("a");
  scenario.passesAnswering(5 * minute);
  scenario.command({ kind: "snooze", ids: [id], for: minute });
  scenario.passesAnswering(2 * minute);
  scenario.command({ kind: "acknowledge", ids: [id] });
  scenario.command({ kind: "add-note", id, text: "the bank is late" });
  scenario.command({ kind: "escalate", id });
  scenario.command({ kind: "pager-check" });
  scenario.command({ kind: "answer-drill" });
  scenario.command({ kind: "write-log", text: "Called the bank", stakeholders: ["Frida"] });
  scenario.answers(answer([]));
  expect(phrases(logOf(scenario.entries))).toEqual([
    "Paged ALICE",
    "ALICE snoozed for 1 min",
    "The snooze ended",
    "Paged ALICE",
    "ALICE acknowledged",
    "ALICE noted",
    "ALICE escalated to BOB",
    "Pager check passed: the page was shown after 0.0 s",
    "ALICE wrote",
    "Resolved",
  ]);
});

it("002-5 keeps an entry with its author, instant, stakeholders, links and incident, and corrections beside it", () => {
  const scenario = new Scenario();
  const links = [{ title: "Ticket", url: "https://tickets.example.com/1" }];
  scenario.command({ kind: "write-log", text: "6 tables", links, stakeholders: ["Frida"], incident: "i" });
  scenario.now = after(noon, 1_000);
  scenario.command({ kind: "write-log", text: "7 tables", corrects: 3 });
  const by = { id: "alice", name: "ALICE" };
  const incident = names.incident("i");
  const blank = { people: [], more: 0, incidents: [], links: [], stakeholders: [] };
  expect(logOf(scenario.entries)).toEqual([
    {
      ...blank,
      seq: 3,
      at: noon,
      kind: "written",
      by,
      text: "6 tables",
      links,
      stakeholders: ["Frida"],
      incidents: [incident],
    },
    { ...blank, seq: 4, at: after(noon, 1_000), kind: "written", by, text: "7 tables", corrects: 3 },
  ]);
});

it("tells who carries the baton: handed over, shuffled, swapped and changed", () => {
  const handoff = { handoff: "h", schedule: "weekly", role: "primary", giver: "alice", taker: "bob" };
  const change = { id: "1", by: "alice", schedule: "weekly" };
  const items = logOf([
    journalEntry(noon, "handoff-offered", { ...handoff, unfinishedBecause: "The ledger waits for the bank" }),
    journalEntry(noon, "handoff-declined", { ...handoff, word: "I am ill" }),
    journalEntry(noon, "handoff-lapsed", handoff),
    journalEntry(noon, "handoff-withdrawn", handoff),
    journalEntry(noon, "handoff-accepted", { ...handoff, word: "Sleep well" }),
    journalEntry(noon, "shuffled", { schedule: "weekly", round: 2, order: ["bob", "alice"] }),
    journalEntry(noon, "schedule-changed", { ...change, what: "swap", people: ["alice", "bob"] }),
    journalEntry(noon, "schedule-changed", { ...change, what: "override", people: ["bob"] }),
    journalEntry(noon, "schedule-change-undone", { ...change, what: "override", people: ["bob"] }),
    journalEntry(noon, "cover-asked", { by: "alice", schedule: "weekly", role: "primary" }),
  ]);
  expect(phrases(items)).toEqual([
    "ALICE offered the baton of Schedule weekly to BOB",
    "BOB declined the baton of Schedule weekly from ALICE",
    "BOB did not answer: ALICE keeps the baton of Schedule weekly",
    "ALICE withdrew the offer of Schedule weekly to BOB",
    "BOB took the baton of Schedule weekly from ALICE",
    "Schedule weekly was shuffled: BOB and ALICE",
    "ALICE swapped ALICE and BOB in Schedule weekly",
    "ALICE put BOB on call in Schedule weekly",
    "ALICE undid a change of Schedule weekly for BOB",
    "ALICE asked for cover in Schedule weekly",
  ]);
  expect(items.map(({ text }) => text)).toEqual([
    "The ledger waits for the bank",
    "I am ill",
    undefined,
    undefined,
    "Sleep well",
    ...Array.from({ length: 5 }, () => undefined),
  ]);
});

it("tells what runbooks were used for", () => {
  const items = logOf([
    journalEntry(noon, "runbook-ticked", { by: "alice", incident: "i", item: "1", text: "Restart the loader" }),
    journalEntry(noon, "runbook-unticked", { by: "alice", incident: "i", item: "1", text: "Restart the loader" }),
    journalEntry(noon, "runbook-drafted", { by: "alice", incident: "i", runbook: "growth.md" }),
    journalEntry(noon, "runbook-reviewed", { by: "bob", runbook: "profit.md", date: "2027-01-04" }),
  ]);
  expect(items.map((item) => [itemPhrase(item), item.text])).toEqual([
    ["ALICE ticked a step of the runbook", "Restart the loader"],
    ["ALICE drafted the runbook growth.md", undefined],
    ["BOB reviewed the runbook profit.md", undefined],
  ]);
});

it("names the first incidents of a storm and counts the rest", () => {
  const incidents = Array.from({ length: 500 }, (_, index) => String(index));
  const [item] = logOf([journalEntry(noon, "acknowledged", { by: "alice", incidents })]);
  expect(item?.incidents.map(({ id }) => id)).toEqual(["0", "1", "2"]);
  expect(item?.more).toBe(497);
});

it("whatever lies in the journal, the log is made of it without a fault, and in its order", () => {
  const body = fc.dictionary(
    fc.constantFrom("by", "incident", "incidents", "people", "text", "links", "step", "round", "until", "done"),
    fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()), fc.constant(null), fc.boolean()),
  );
  const line = fc.record({
    at: fc.nat().map((n) => after(noon, n)),
    kind: fc.constantFrom(...loggedKinds, "other"),
    body,
  });
  fc.assert(
    fc.property(fc.array(line), (entries) => {
      const items = logOf(entries);
      const order = items.map(({ seq }) => seq);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(logMarkdown(items, { title: "Log", from: noon, to: noon, zone: "UTC" })).toContain("# Log");
    }),
  );
});

it("exports a shift as Markdown, in the zone that was asked for; what comes from outside cannot format it", () => {
  const from = at("2027-01-04T22:30:00Z");
  const entries = [
    journalEntry(from, "escalation", { incidents: ["*a*"], step: 0, round: 0, people: ["alice"] }),
    journalEntry(after(from, 60 * minute), "log-entry", {
      by: "alice",
      text: "Called the bank.\n\n- they know",
      stakeholders: ["Frida"],
      links: [{ title: "Ticket [1]", url: "https://t.example/1" }],
    }),
  ];
  const span = { title: "On-call log of Alice", from, to: after(from, 120 * minute), zone: "Europe/Copenhagen" };
  expect(logMarkdown(logOf(entries), span)).toBe(`# On-call log of Alice

Mon 4 Jan 2027 23:30 Europe/Copenhagen to Tue 5 Jan 2027 01:30 Europe/Copenhagen

## Mon 4 Jan 2027

- **23:30** Paged ALICE: Critical · Profit · Title of \\*a\\*

## Tue 5 Jan 2027

- **00:30** ALICE wrote

  > Called the bank.
  >
  > - they know

  Stakeholders: Frida
  [Ticket \\[1\\]](https://t.example/1)
`);
});

it("002-3 duties are ticked for one shift, by somebody, and may be unticked", () => {
  const duties = [{ title: "Mail", url: "https://mail.example" }, { title: "Console" }];
  const tick = (duty: string, done: boolean, shift = noon) =>
    journalEntry(noon, "duty-ticked", { by: "alice", schedule: "weekly", shift, duty, done });
  const ticks = lines([
    tick("Mail", true),
    tick("Console", true),
    tick("Console", false),
    tick("Console", true, after(noon, 1)),
  ]);
  expect(dutiesOf(duties, ticks, { schedule: "weekly", shift: noon })).toEqual([
    { title: "Mail", url: "https://mail.example", done: { by: "alice", at: noon } },
    { title: "Console" },
  ]);
  expect(dutiesOf(duties, ticks, { schedule: "other", shift: noon }).map(({ done }) => done)).toEqual([
    undefined,
    undefined,
  ]);
});

it("a duty that the team does not have is not ticked", () => {
  const scenario = new Scenario();
  const command = { kind: "tick-duty", schedule: "weekly", shift: noon, duty: "Dance", done: true } as const;
  expect(scenario.command(command).reply).toEqual({ kind: "refused", reason: "not-found" });
});
