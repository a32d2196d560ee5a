import { expect, test } from "vitest";
import { gatherFacts } from "../../../../shared/behaviour/insight/incident-facts.ts";
import type { IncidentFact } from "../../../../shared/insight/incident-fact.ts";
import type { JournalLine } from "../../../../shared/log/journal-kinds.ts";
import { hour, minute } from "../../../../shared/time/duration.ts";
import { after } from "../../../../shared/time/instant.ts";
import { alert, answer, noon, Scenario } from "../../../support/scenario.ts";

const gathered = ({ entries }: Scenario): readonly IncidentFact[] => {
  const { facts, take } = gatherFacts();
  take(entries.map((entry, index): JournalLine => ({ ...entry, seq: index + 1 })));
  return [...facts.values()];
};

test("000-13 the journal of an incident's life tells all that the figures need", () => {
  const scenario = new Scenario();
  scenario.answers(answer([alert("a")]));
  const { id } = scenario.incident("a");
  scenario.passesAnswering(20 * minute);
  scenario.command({ kind: "acknowledge", ids: [id] });
  scenario.command({ kind: "set-severity", ids: [id], severity: "major" });
  scenario.passesAnswering(hour);
  scenario.answers(answer([]));
  const { respondBy, resolveBy } = scenario.incident("a");
  expect(gathered(scenario)).toEqual([
    {
      id,
      source: "prod",
      key: "a",
      service: "profit",
      severity: "critical",
      openedAt: noon,
      respondedAt: after(noon, 20 * minute),
      respondedBy: "alice",
      resolvedAt: after(noon, 80 * minute),
      respondBy,
      resolveBy,
      touched: true,
      pages: [
        { person: "alice", at: noon },
        { person: "bob", at: after(noon, 15 * minute) },
      ],
    },
  ]);
});

test("what fires again has not ended, and what ended by itself has nobody who ended it", () => {
  const scenario = new Scenario();
  scenario.answers(answer([alert("a")]));
  scenario.passesAnswering(minute);
  scenario.answers(answer([]));
  expect(gathered(scenario)).toMatchObject([{ resolvedAt: after(noon, minute), touched: false }]);
  expect(gathered(scenario)[0]).not.toHaveProperty("resolvedBy");
  scenario.passes(minute);
  scenario.answers(answer([alert("a")]));
  expect(gathered(scenario)).toHaveLength(1);
  expect(gathered(scenario)[0]).not.toHaveProperty("resolvedAt");
});

test("lines that came later are taken as if they had been there", () => {
  const scenario = new Scenario();
  scenario.answers(answer([alert("a"), alert("b")]));
  scenario.passesAnswering(20 * minute);
  scenario.command({ kind: "acknowledge", ids: [scenario.incident("b").id] });
  const lines = scenario.entries.map((entry, index): JournalLine => ({ ...entry, seq: index + 1 }));
  const { facts, take } = gatherFacts();
  for (const line of lines) take([line]);
  expect([...facts.values()]).toEqual(gathered(scenario));
});

test("a line that a newer Baton wrote otherwise is left out", () => {
  const { facts, take } = gatherFacts();
  take([{ seq: 1, at: noon, kind: "incident-triggered", body: { incident: 7 } }]);
  take([{ seq: 2, at: noon, kind: "incident-sublimed", body: {} }]);
  expect(facts.size).toBe(0);
});
