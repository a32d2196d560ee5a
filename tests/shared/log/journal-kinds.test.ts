import { expect, it } from "vitest";
import { journalEntry, knownLine } from "../../../shared/log/journal-kinds.ts";
import { hour, minute } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { alert, answer, noon, Scenario } from "../../support/scenario.ts";
import { team } from "../../support/team-builder.ts";

const numbered = (entries: Scenario["entries"]) => entries.map((entry, index) => ({ seq: index + 1, ...entry }));

it("every line that a day brings is of a known kind with its fields", () => {
  const scenario = new Scenario();
  scenario.answers(answer([alert("a"), alert("b", { severity: "minor" })]));
  const { id } = scenario.incident("a");
  scenario.command({ kind: "snooze", ids: [id], for: minute });
  scenario.passesAnswering(2 * minute);
  scenario.command({ kind: "escalate", id });
  scenario.command({ kind: "acknowledge", ids: [id] });
  scenario.command({ kind: "unacknowledge", ids: [id] });
  scenario.command({ kind: "add-note", id, text: "looking" });
  scenario.command({ kind: "set-severity", ids: [id], severity: "major" });
  scenario.command({ kind: "quiet", for: hour });
  scenario.command({ kind: "quiet", for: null });
  scenario.command({ kind: "pager-check" });
  scenario.command({ kind: "answer-drill" });
  scenario.passes(hour);
  scenario.answers(answer([alert("b", { severity: "critical" })]));
  const loaded = { team: { ...team(), sources: [] }, path: "team.yaml", sample: false, capabilities: {} };
  scenario.send({ kind: "team-loaded", loaded });
  const other = new Scenario({ me: "bob" });
  other.answers(answer([alert("a")]));
  other.passes(50 * minute);
  const entries = [...scenario.entries, ...other.entries];
  const unknown = numbered(entries).filter((line) => knownLine(line) === undefined);
  expect(unknown).toEqual([]);
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(
    new Set([
      "started",
      "team-loaded",
      "incident-triggered",
      "incident-rated",
      "incident-resolved",
      "incidents-dropped",
      "snooze-over",
      "escalation",
      "told",
      "deadline-at-risk",
      "task-opened",
      "acknowledged",
      "unacknowledged",
      "snoozed",
      "escalated",
      "noted",
      "triaged",
      "quiet",
      "drill-started",
      "drill-passed",
      "source-stale",
      "source-blind",
      "source-fresh",
    ]),
  );
});

it("000-17 a line says enough of an incident to be read without the ones before it", () => {
  const scenario = new Scenario();
  scenario.answers(answer([alert("a")]));
  const [line] = scenario.entries.filter(({ kind }) => kind === "incident-triggered");
  expect(line?.body).toEqual({
    incident: scenario.incident("a").id,
    source: "prod",
    key: "a",
    severity: "critical",
    service: "profit",
    title: "Alert a",
    investorImpact: true,
    openedAt: noon,
    respondBy: after(noon, hour),
    resolveBy: after(noon, 4 * hour),
  });
});

it("000-15 the title of a sensitive service stays out of the journal", () => {
  const scenario = new Scenario();
  scenario.answers(answer([alert("secret", { labels: { pipeline: "salaries" }, title: "The CEO's pay" })]));
  expect(JSON.stringify(scenario.entries)).not.toContain("pay");
});

it("who resolved it, and when it was taken, stand in the line that ends it", () => {
  const scenario = new Scenario();
  scenario.send({
    kind: "inbox-received",
    items: [{ key: "k", state: "triggered", title: "Mail", severity: "minor", labels: {}, links: [] }],
  });
  const { id } = scenario.incident("k");
  scenario.command({ kind: "acknowledge", ids: [id] });
  scenario.now = after(noon, minute);
  scenario.command({ kind: "resolve", ids: [id] });
  expect(scenario.entries.filter(({ kind }) => kind === "incident-resolved")).toMatchObject([
    { at: after(noon, minute), body: { incident: id, by: "alice", openedAt: noon, respondedAt: noon } },
  ]);
});

it("a line of another kind, or without a field of its kind, is not known", () => {
  const body = { by: "alice", incidents: ["a"], text: "hello" };
  expect(knownLine({ seq: 1, ...journalEntry(noon, "noted", body) })).toEqual({
    seq: 1,
    at: noon,
    kind: "noted",
    body,
  });
  expect(knownLine({ seq: 1, at: noon, kind: "noted", body: { ...body, incidents: "a" } })).toBeUndefined();
  expect(knownLine({ seq: 1, at: noon, kind: "toString", body: {} })).toBeUndefined();
});
