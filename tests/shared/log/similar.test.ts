import { expect, it } from "vitest";
import { categories, categoryOf, suggestedCategory } from "../../../shared/log/categories.ts";
import { draftNote } from "../../../shared/log/draft-note.ts";
import { noteMarkdown } from "../../../shared/log/note-markdown.ts";
import type { PastRecord } from "../../../shared/log/past-incident.ts";
import { recurrenceOf } from "../../../shared/log/similar.ts";
import { day, hour, minute } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { noon } from "../../support/scenario.ts";

const past = (id: string, daysAgo: number, over: Partial<PastRecord> = {}): PastRecord => ({
  id,
  source: "prod",
  key: "k",
  severity: "major",
  title: "Aggregate profit is 4 h late",
  openedAt: after(noon, -daysAgo * day),
  resolvedAt: after(noon, -daysAgo * day + hour),
  ...over,
});

const note = {
  at: noon,
  by: "bob",
  category: "dependency",
  happened: "The bank was late.",
  impact: "",
  cause: "Their *certificate*",
  helped: "",
  change: "",
} as const;

it("000-12 tells when the key last fired, how often in 30 days, and what was written then, notes first", () => {
  const burning = { id: "now", title: "Aggregate profit is 6 h late", openedAt: noon };
  const sameKey = [past("now", 0), past("a", 2), past("b", 9, { note }), past("c", 40)];
  const sameService = [
    ...sameKey,
    past("d", 5, { key: "x", title: "Profit: aggregate has holes" }),
    past("e", 5, { key: "y", title: "Disk is full" }),
  ];
  const found = recurrenceOf(burning, { sameKey, sameService });
  expect({ ...found, similar: found.similar.map(({ id, why }) => [id, why]) }).toEqual({
    lastAt: after(noon, -2 * day),
    count: 2,
    similar: [
      ["b", { kind: "same-key" }],
      ["a", { kind: "same-key" }],
      ["c", { kind: "same-key" }],
      ["d", { kind: "same-service", words: ["profit", "aggregate"] }],
    ],
  });
});

it("an incident without a past has none", () => {
  expect(recurrenceOf({ id: "now", openedAt: noon }, { sameKey: [], sameService: [past("e", 5)] })).toEqual({
    count: 0,
    similar: [],
  });
});

it("001-8 every issue category has a place", () => {
  const words = ["data quality", "Pipeline failure", "scalability", "security", "dependency"];
  expect(words.map(categoryOf)).toEqual(["data-quality", "pipeline-failure", "scalability", "security", "dependency"]);
});

it("003-7 every failure mode has a place", () => {
  const words = [
    "source unavailable",
    "data quality",
    "processing",
    "infrastructure",
    "schema change",
    "security or access",
  ];
  expect(words.map(categoryOf)).toEqual([
    "dependency",
    "data-quality",
    "pipeline-failure",
    "infrastructure",
    "schema-change",
    "security",
  ]);
  expect(categoryOf("constructor")).toBeUndefined();
});

it("a category is suggested by the words of the alert", () => {
  expect(suggestedCategory("Schema of orders changed: column currency is gone")).toBe("schema-change");
  expect(suggestedCategory("Disk of airflow-2 is 94 % full")).toBe("infrastructure");
  expect(suggestedCategory("Hm")).toBeUndefined();
  expect(categories).toHaveLength(7);
});

it("000-8 a note is drafted from the timeline and the deadlines", () => {
  const facts = {
    title: "Late",
    severity: "critical",
    service: "Profit",
    openedAt: noon,
    respondedAt: after(noon, 4 * minute),
    resolvedAt: after(noon, 5 * hour),
    by: "Alice",
    respondBy: after(noon, hour),
    resolveBy: after(noon, 4 * hour),
    notes: [{ at: after(noon, hour), by: "Alice", text: "Called the bank" }],
  };
  expect(draftNote(facts, "UTC")).toEqual({
    happened:
      "critical · Profit · Late. Triggered Mon 4 Jan 2027 12:00 UTC, acknowledged after 4 min, resolved by Alice after 5 h.\n- 13:00 Alice: Called the bank",
    impact: "The deadline to respond was met. The deadline to resolve was missed by 1 h.",
    cause: "",
    helped: "",
    change: "",
  });
});

it("000-8 a note is shared as Markdown", () => {
  const text = noteMarkdown(past("a", 0, { title: "*Late*" }), note, { by: "Bob", service: "Profit", zone: "UTC" });
  expect(text).toContain("# Post-incident note: \\*Late\\*\n");
  expect(text).toContain("- Category: Dependency or source unavailable\n");
  expect(text).toContain("## Cause\n\nTheir *certificate*\n");
  expect(text).toContain("## Impact\n\nNot written.\n");
});
