import { describe, expect, it } from "vitest";
import { wordNotice } from "../../../../electron/core/words/notice-words.ts";
import type { HolidaySwapNews, NoticeFacts, ShiftNews } from "../../../../shared/paging/notice-facts.ts";
import { day, hour, minute } from "../../../../shared/time/duration.ts";
import { after } from "../../../../shared/time/instant.ts";
import { night } from "../../../desktop/support/views.ts";
import { hostileTexts } from "../../../support/notices.ts";

const word = (facts: NoticeFacts) => wordNotice({ facts, now: night, sound: "none", sticky: false }, "UTC");
const shifts = (...news: readonly ShiftNews[]) => word({ kind: "shifts", key: "shifts", news, check: "runs" });
const spoken = ({ title, body }: ReturnType<typeof word>) => [title, ...body.split("\n")];

const soon = {
  schedule: "weekly",
  what: "soon",
  role: "primary",
  at: after(night, 30 * minute),
  until: after(night, 7 * day),
  before: "Alice",
} as const satisfies ShiftNews;
const began = { ...soon, what: "began", at: night } as const satisfies ShiftNews;
const ends = {
  schedule: "weekly",
  what: "ends",
  role: "primary",
  at: after(night, 30 * minute),
  next: "Bob",
  mine: { role: "primary", at: after(night, 3 * day) },
} as const satisfies ShiftNews;

describe("a notice of my shift", () => {
  it("says when it begins, in which role, and from whom I take over", () => {
    expect(shifts(soon)).toEqual({
      key: "shifts",
      title: "Your shift begins in 30 min",
      body: "From 03:30 until 15 Jan 03:00 · primary\nYou take over from Alice.",
      severity: "info",
      buttons: ["open"],
      sound: "none",
      sticky: false,
    });
  });

  it("says that I am on call now, and what becomes of the pager check", () => {
    expect(spoken(shifts(began))).toEqual([
      "You are on call",
      "Until 15 Jan 03:00",
      "You take over from Alice.",
      "The pager check runs now.",
    ]);
    const { before: _before, ...alone } = { ...began, role: "secondary" } as const;
    expect(spoken(shifts(alone))).toEqual(["You are on call as secondary", "Until 15 Jan 03:00"]);
    expect(word({ kind: "shifts", key: "shifts", news: [began], check: "asked" }).body).toContain(
      "Run the pager check to see that pages reach you.",
    );
  });

  it("says who is next, when I am again, and lets me hand over", () => {
    const words = shifts(ends);
    expect(spoken(words)).toEqual([
      "Your shift ends in 30 min",
      "At 03:30 · next is Bob",
      "Your next shift begins Mon 03:00.",
    ]);
    expect(words.buttons).toEqual(["hand-over", "open"]);
  });

  it("offers no handing over where nobody follows, and says that I go on in another role", () => {
    const { next: _next, ...last } = ends;
    expect(shifts(last).buttons).toEqual(["open"]);
    expect(spoken(shifts({ ...last, mine: { role: "secondary", at: ends.at } }))).toEqual([
      "Your shift ends in 30 min",
      "At 03:30 · nobody follows",
      "You go on as secondary.",
    ]);
  });

  it("puts several pieces of news line by line, with their schedules", () => {
    expect(spoken(shifts({ ...ends, scheduleName: "Weekly" }, { ...soon, scheduleName: "First line" }))).toEqual([
      "News of your shifts",
      "Your shift ends in 30 min · Weekly · At 03:30 · next is Bob · Your next shift begins Mon 03:00.",
      "Your shift begins in 30 min · First line · From 03:30 until 15 Jan 03:00 · primary · You take over from Alice.",
    ]);
  });

  it("makes names from outside inert", () => {
    for (const text of hostileTexts) {
      const { title, body } = shifts({ ...ends, next: text, scheduleName: text });
      expect(`${title}${body.replaceAll("\n", "")}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(body.length).toBeLessThan(300);
    }
  });
});

describe("a notice of a holiday swap", () => {
  const covers: HolidaySwapNews = {
    holiday: "Christmas Day",
    mine: "covers",
    other: "Alice",
    from: after(night, 7 * day - 3 * hour),
    to: after(night, 8 * day - 3 * hour),
  };
  const swaps = (...all: readonly HolidaySwapNews[]) =>
    spoken(word({ kind: "holiday-swaps", key: "holiday-swaps", swaps: all }));

  it("003-5 says who covers what for whom, and when", () => {
    expect(swaps(covers)).toEqual(["You cover Christmas Day for Alice", "15 Jan 00:00 to 16 Jan 00:00"]);
    expect(swaps({ ...covers, mine: "covered", scheduleName: "Weekly" })).toEqual([
      "Alice covers Christmas Day for you · Weekly",
      "15 Jan 00:00 to 16 Jan 00:00",
    ]);
  });

  it("tells several line by line", () => {
    expect(swaps(covers, { ...covers, mine: "covered", holiday: "Boxing Day" })).toEqual([
      "Holidays ahead are swapped",
      "You cover Christmas Day for Alice: 15 Jan 00:00 to 16 Jan 00:00",
      "Alice covers Boxing Day for you: 15 Jan 00:00 to 16 Jan 00:00",
    ]);
  });
});
