import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCalendarFeeds } from "../../../../electron/node/calendar/calendar-feeds.ts";
import { systemChance } from "../../../../electron/node/chance.ts";
import { scratchDir } from "../../../support/scratch-dir.ts";

const tokenOf = (drawn: ReturnType<ReturnType<typeof openCalendarFeeds>["token"]>): string => {
  if (!drawn.ok) throw new Error(drawn.error.kind);
  return drawn.value;
};

describe("the links of calendars", () => {
  it("003-4 out: are 32 random bytes each, one per calendar, kept over restarts in a file of the owner's alone", () => {
    const dir = scratchDir();
    const feeds = openCalendarFeeds(dir, systemChance);
    const [all, alice] = [tokenOf(feeds.token("all")), tokenOf(feeds.token("person:alice"))];
    expect([all, alice].every((token) => /^[\w-]{43}$/.test(token)) && all !== alice).toBe(true);
    expect(tokenOf(feeds.token("all"))).toBe(all);
    const again = openCalendarFeeds(dir, systemChance);
    expect([again.calendarOf(all), again.calendarOf(alice)]).toEqual(["all", "person:alice"]);
    expect(statSync(join(dir, "calendar-links.json")).mode & 0o777).toBe(0o600);
  });

  it("are dead once renewed, and nobody's where they were never drawn", () => {
    const feeds = openCalendarFeeds(scratchDir(), systemChance);
    const before = tokenOf(feeds.token("all"));
    const after = tokenOf(feeds.renew("all"));
    expect([before, after, "", "x".repeat(43)].map((token) => feeds.calendarOf(token))).toEqual([
      undefined,
      "all",
      undefined,
      undefined,
    ]);
  });

  it("begin anew where their file is broken", () => {
    const dir = scratchDir();
    for (const text of ["{", "[]", '{"all":"short"}']) {
      writeFileSync(join(dir, "calendar-links.json"), text);
      expect(tokenOf(openCalendarFeeds(dir, systemChance).token("all"))).toHaveLength(43);
    }
  });
});

describe("an exported calendar", () => {
  it("is written whole, to calendar files only", () => {
    const dir = scratchDir();
    const feeds = openCalendarFeeds(dir, systemChance);
    expect(feeds.save(join(dir, "mine.ics"), "BEGIN")).toEqual({ ok: true, value: undefined });
    expect(readFileSync(join(dir, "mine.ics"), "utf8")).toBe("BEGIN");
    for (const path of [join(dir, "notes.txt"), "mine.ics", join(dir, ".bashrc")]) {
      expect(feeds.save(path, "BEGIN")).toEqual({ ok: false, error: { kind: "no-calendar-file" } });
    }
    expect(feeds.save(join(dir, "none", "mine.ics"), "BEGIN")).toMatchObject({ ok: false });
  });
});
