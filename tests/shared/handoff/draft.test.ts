import { describe, expect, it } from "vitest";
import { checklistOf, unfinished } from "../../../shared/handoff/checklist.ts";
import { usualItems } from "../../../shared/handoff/usual-items.ts";
import { reportOf } from "../../../shared/handoff/report.ts";
import { after } from "../../../shared/time/instant.ts";
import { facts, monday, nextMonday, words } from "./any-handoff.ts";

const open = {
  id: "i1",
  title: "Ledger late",
  service: "Profit",
  severity: "critical",
  standing: "acknowledged",
  by: "Alice",
  since: after(nextMonday, -3_600_000),
} as const;
const missing = {
  id: "write-runbook growth",
  what: "write-runbook",
  title: "Rows dropped",
  service: "Growth",
  owner: "bob",
  by: "2027-01-15",
  promised: false,
} as const;
const nameOf = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

const standings = (
  ...[found, own]: Parameters<typeof checklistOf> extends [unknown, infer F, infer W] ? [F, W] : never
) => Object.fromEntries(checklistOf(usualItems, found, own).map(({ id, standing }) => [id, standing]));

describe("the checklist", () => {
  it("002-3 asks for what the duties of the shift are, and 002-7 for what handing over is", () => {
    expect(checklistOf(usualItems, facts(), words()).map(({ id, byHand }) => [id, byHand])).toEqual([
      ["support-channels", true],
      ["console", true],
      ["incidents-described", false],
      ["log-up-to-date", true],
      ["runbooks-written", false],
      ["next-informed", true],
      ["checkbox-moved", false],
    ]);
  });

  it("002-7 asks for a shuffled list only of the last one on it, and Baton ticks it", () => {
    expect(standings(facts({ nextOrder: ["Bob", "Dana", "Alice"] }), words())["list-shuffled"]).toEqual({
      kind: "done-by-baton",
      finding: { kind: "shuffled", order: ["Bob", "Dana", "Alice"] },
    });
  });

  it("is ticked by Baton for what Baton can see, and never on somebody's word", () => {
    const known = facts({ open: [open], missing: [missing] });
    const ticked = words({ ticks: { "incidents-described": monday, console: monday } });
    const before = standings(known, ticked);
    expect(before["console"]).toEqual({ kind: "ticked", at: monday });
    expect(before["incidents-described"]).toEqual({ kind: "open", finding: { kind: "not-described", count: 1 } });
    expect(before["runbooks-written"]).toEqual({ kind: "open", finding: { kind: "not-promised", count: 1 } });
    const after_ = standings(
      facts({ open: [open], missing: [{ ...missing, promised: true }] }),
      words({ lines: { i1: "Waiting for the vendor" } }),
    );
    expect(after_["incidents-described"]).toEqual({
      kind: "done-by-baton",
      finding: { kind: "all-described", count: 1 },
    });
    expect(after_["runbooks-written"]).toEqual({ kind: "done-by-baton", finding: { kind: "all-promised", count: 1 } });
  });

  it("says what is left: neither done nor left out with a sentence", () => {
    const items = checklistOf(
      ["console", "Tell the customer", "incidents-described"],
      facts({ open: [open] }),
      words({ waivers: { "Tell the customer": "There is none tonight" } }),
    );
    expect(unfinished(items).map(({ id }) => id)).toEqual(["console", "incidents-described"]);
  });

  it("keeps ticks, lines and waivers when the facts change, and asks again for what is new", () => {
    const own = words({ lines: { i1: "Vendor" }, ticks: { console: monday } });
    const later = standings(facts({ open: [open, { ...open, id: "i2" }] }), own);
    expect(later["console"]).toEqual({ kind: "ticked", at: monday });
    expect(later["incidents-described"]).toEqual({ kind: "open", finding: { kind: "not-described", count: 1 } });
  });
});

describe("the report", () => {
  const full = facts({
    open: [open, { id: "i2", severity: "major", service: "Salaries", standing: "triggered", since: nextMonday }],
    missing: [
      { ...missing, promised: true },
      { id: "finish-draft profit.md", what: "finish-draft", title: "Profit", by: "2027-01-15", promised: false },
    ],
    atRisk: [{ id: "i1", title: "Ledger late", clock: "resolve", by: nextMonday }],
    ahead: [
      {
        because: "holiday",
        role: "primary",
        person: "Charlie",
        from: nextMonday,
        to: after(nextMonday, 86_400_000),
        holiday: "Plough Monday",
      },
    ],
    log: [
      { at: monday, text: "Alice noted: Critical · Profit · Ledger late", words: "Restarted the loader\n# It helped" },
      { at: monday, text: "Resolved: Critical · Profit · Ledger late" },
    ],
  });
  const own = words({
    lines: { i1: "Waiting for the vendor.\nTicket 4711." },
    ticks: { console: monday },
    waivers: { "support-channels": "Slack is down" },
    notes: "Mind the deploy on Tuesday.",
  });
  const checklist = checklistOf(usualItems, full, own);

  it("says everything that the next one needs, in the same words every time", () => {
    const parts = { facts: full, words: own, checklist, to: "Bob", unfinishedBecause: "My train leaves", nameOf };
    expect(reportOf(parts)).toBe(`# Handoff of Weekly: Alice to Bob

Primary from 2027-01-04 01:00 to 2027-01-11 01:00 (Europe/Copenhagen)

## Open incidents

- **Profit: Ledger late** (critical, acknowledged by Alice, since 2027-01-11 00:00)
  Waiting for the vendor.${"  "}
  Ticket 4711.
- **Salaries: Sensitive incident** (major, triggered, since 2027-01-11 01:00)
  *Nobody has said where it stands.*

## Runbooks to write

- Growth: Rows dropped: Bob by 2027-01-15
- Profit, a draft to finish: nobody has promised it

## Deadlines at risk

- Ledger late: resolve by 2027-01-11 01:00

## Coming up

- 2027-01-11 01:00 to 2027-01-12 01:00: Charlie, primary, holiday Plough Monday

## Notes

Mind the deploy on Tuesday.

## Checklist

- [ ] Support channels answered (left out: Slack is down)
- [x] Console checked
- [ ] Open incidents described
- [ ] Log up to date
- [ ] Missing runbooks written
- [ ] Next engineer informed, by call or chat
- [x] Checkbox moved (Baton: done by the acceptance)
- Handed over unfinished: My train leaves

## Log of the shift

- 2027-01-04 01:00 Alice noted: Critical · Profit · Ledger late
  Restarted the loader${"  "}
  \\# It helped
- 2027-01-04 01:00 Resolved: Critical · Profit · Ledger late
`);
    expect(reportOf(parts)).toBe(reportOf(parts));
  });

  it("has no empty sections, but says when nothing is open", () => {
    const quiet = facts();
    const text = reportOf({ facts: quiet, words: words(), checklist: [], nameOf });
    expect(text).toBe(
      "# Handoff of Weekly: Alice\n\nPrimary from 2027-01-04 01:00 to 2027-01-11 01:00 (Europe/Copenhagen)\n\n## Open incidents\n\nNothing is open.\n",
    );
  });
});
