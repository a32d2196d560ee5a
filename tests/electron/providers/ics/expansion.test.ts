import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { createExpansion } from "../../../../electron/providers/ics/expansion.ts";
import type { ContentQuestion } from "../../../../shared/calendar/map-calendar.ts";
import { event, feed, iso } from "../../../support/ics-feed.ts";

const question: ContentQuestion = {
  from: iso("2027-01-01T00:00:00Z"),
  to: iso("2028-01-01T00:00:00Z"),
  zone: "Europe/Copenhagen",
  use: { kind: "shifts", schedule: "weekly" },
  rules: [],
  people: [{ id: "alice", name: "Alice" }],
};

const week = feed(event("SUMMARY:Alice", "DTSTART;TZID=Europe/Copenhagen:20270104T090000", "DURATION:P1W"));
const bytes = (text: string | Uint8Array): { readonly bytes: Uint8Array } => ({ bytes: Buffer.from(text) });
const budget = { cpuMs: 2_000, wallMs: 10_000, memoryMb: 200 };

/** Every fourth fits, so that the thread has something to do for longer than it may. */
const busy = feed(
  event("UID:1", "DTSTART:19970101T000000Z", "RRULE:FREQ=MINUTELY;INTERVAL=1;BYSECOND=0,1,2,3;COUNT=4000000000"),
);
const endless = { ...question, limits: { occurrences: 1e12, steps: 1e12, lineLength: 1e6, depth: 16 } };

describe("a feed is expanded in a thread of its own", () => {
  test("whose answer comes back", async () => {
    const shifts = [
      { role: "primary", person: "alice", from: iso("2027-01-04T08:00:00Z"), to: iso("2027-01-11T08:00:00Z") },
    ];
    expect(await createExpansion().expand(bytes(week), question)).toEqual({
      ok: true,
      value: { use: "shifts", schedule: "weekly", shifts, unmapped: [], unmappedCount: 0, unknown: [] },
    });
  });

  test("which is ended when its processor time is spent, and the next feed is read", async () => {
    const { expand } = createExpansion({ ...budget, cpuMs: 400 });
    const begun = performance.now();
    const outcomes = await Promise.all([expand(bytes(busy), endless), expand(bytes(week), question)]);
    expect(outcomes[0]).toEqual({ ok: false, error: { kind: "out-of-time", limitMs: 400 } });
    expect(outcomes[1]).toMatchObject({ ok: true });
    expect(performance.now() - begun).toBeLessThan(8_000);
  });

  test("which is ended on the wall clock where the machine does not tell its processor time", async () => {
    const { expand } = createExpansion({ ...budget, cpuMs: 1e9, wallMs: 300 });
    expect(await expand(bytes(busy), endless)).toMatchObject({ error: { kind: "out-of-time" } });
  });

  test("which is ended when its memory is spent, and takes nobody along", async () => {
    const many = feed(event("UID:1", "DTSTART:20270101T000000Z", "RRULE:FREQ=SECONDLY"));
    const { expand } = createExpansion({ ...budget, cpuMs: 60_000, wallMs: 60_000, memoryMb: 64 });
    expect(await expand(bytes(many), endless)).toEqual({
      ok: false,
      error: { kind: "out-of-memory", limitMb: 64 },
    });
  }, 60_000);
});
