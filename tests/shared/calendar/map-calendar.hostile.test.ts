import { describe, expect, test } from "vitest";
import { contentOf } from "../../../shared/calendar/map-calendar.ts";
import { wholeYear } from "../../support/ics-feed.ts";
import { hostileFeeds } from "../../support/ics-hostile.ts";

const question = {
  from: wholeYear.from,
  to: wholeYear.to,
  zone: "UTC",
  use: { kind: "shifts", schedule: "weekly" },
  rules: [],
  people: [],
} as const;

describe("a hostile feed ends with a name, or is read like any other", () => {
  test.each(hostileFeeds)("$name", ({ make, ends }) => {
    const made = make();
    const text = typeof made === "string" ? made : new TextDecoder().decode(made);
    const content = contentOf(text, question);
    const outcome = content.ok ? "fine" : content.error.kind;
    // None of these feeds is about anybody: whoever reads one well finds no shifts in it, or more than a schedule has.
    expect(["no-shifts", "too-many-entries"].includes(outcome) ? "fine" : outcome).toBe(ends);
  });
});
