import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { createExpansion } from "../../electron/providers/ics/expansion.ts";
import type { ContentQuestion } from "../../shared/calendar/map-calendar.ts";
import { wholeYear } from "../support/ics-feed.ts";
import { hostileFeeds } from "../support/ics-hostile.ts";

const question: ContentQuestion = {
  ...wholeYear,
  zone: "Europe/Copenhagen",
  use: { kind: "shifts", schedule: "weekly" },
  rules: [],
  people: [{ id: "alice", name: "Alice" }],
};

const { expand } = createExpansion();

test.each(hostileFeeds)("$name ends with its name within the budget of a thread of its own", async ({ make, ends }) => {
  const outcome = await expand({ bytes: Buffer.from(make()) }, question);
  const named = outcome.ok ? "fine" : outcome.error.kind;
  expect(["no-shifts", "too-many-entries"].includes(named) ? "fine" : named).toBe(ends);
});
