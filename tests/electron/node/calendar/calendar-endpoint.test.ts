import { describe, expect, it } from "vitest";
import { openCalendarFeeds } from "../../../../electron/node/calendar/calendar-feeds.ts";
import { systemChance } from "../../../../electron/node/chance.ts";
import type { CalendarLink } from "../../../../shared/rpc/calendar-contract.ts";
import { day } from "../../../../shared/time/duration.ts";
import { after } from "../../../../shared/time/instant.ts";
import { openTestApp } from "../../../support/app-under-test.ts";
import { manualClock } from "../../../support/manual-clock.ts";
import { noon } from "../../../support/scenario.ts";
import { scratchDir } from "../../../support/scratch-dir.ts";
import { team, weekly } from "../../../support/team-builder.ts";
import { loadedReading } from "../../../support/app-under-test.ts";
import { ask, serveApp } from "../../browser/browser-server.ts";

/** A real app behind the real server; links lie in a scratch directory. */
async function served() {
  const clock = manualClock(noon);
  const calendarFeeds = openCalendarFeeds(scratchDir(), systemChance);
  const { app, edit } = openTestApp({ calendarFeeds, clock });
  const { port, origin } = await serveApp(app);
  app.setInbox({ url: `${origin}/inbox`, port, tokenFile: "t" });
  const linkBy = async (command: string, scope: object): Promise<string> => {
    const reply = await app.request(command, { scope });
    const answer = reply.ok ? (reply.value as CalendarLink) : undefined;
    if (answer?.kind !== "link") throw new Error(JSON.stringify(reply));
    return new URL(answer.url).pathname;
  };
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    ask({ port, path, headers: { host: `127.0.0.1:${port}`, ...headers } });
  return { app, edit, clock, port, get, linkBy };
}

const everybody = { kind: "all" } as const;

describe("a calendar's link", () => {
  it("003-4 out: gives the calendar, and says so when nothing has changed", async () => {
    const { get, linkBy } = await served();
    const path = await linkBy("calendar-link", everybody);
    expect(path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
    const first = await get(path);
    expect([first.status, first.headers["content-type"], first.headers["cache-control"]]).toEqual([
      200,
      "text/calendar; charset=utf-8",
      "private, no-cache",
    ]);
    expect(first.body).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const etag = first.headers.etag ?? "";
    expect(await get(path, { "if-none-match": `"other", W/${etag}` })).toMatchObject({ status: 304, body: "" });
    expect(await get(path, { "if-none-match": '"other"' })).toMatchObject({ status: 200, body: first.body });
  });

  it("003-4 out: changes with the schedule, and the event's sequence with it", async () => {
    const { get, linkBy, edit, clock } = await served();
    const path = await linkBy("calendar-link", everybody);
    const before = await get(path);
    clock.advance(day);
    const overrides = [{ role: "primary", person: "dana", from: "2027-01-11T00:00", to: "2027-01-12T00:00" }] as const;
    edit(loadedReading(team({ schedules: [weekly({ overrides })] })));
    const changed = await get(path, { "if-none-match": before.headers.etag ?? "" });
    expect(changed.status).toBe(200);
    expect(before.body).not.toContain("SEQUENCE:1");
    expect(changed.body).toContain("SEQUENCE:1");
    edit(loadedReading(team()));
    expect((await get(path)).body).toContain("STATUS:CANCELLED");
  });

  it("003-4 out: is dead once it is renewed, and each calendar has its own", async () => {
    const { get, linkBy } = await served();
    const path = await linkBy("calendar-link", everybody);
    const mine = await linkBy("calendar-link", { kind: "person", id: "alice" });
    const renewed = await linkBy("renew-calendar-link", everybody);
    expect(await Promise.all([path, renewed, mine].map(async (one) => (await get(one)).status))).toEqual([
      404, 200, 200,
    ]);
    expect(await linkBy("calendar-link", everybody)).toBe(renewed);
  });

  it("says nothing of what is wrong with an address that is no link", async () => {
    const { get, linkBy } = await served();
    const path = await linkBy("calendar-link", everybody);
    const wrong = [
      "/calendar/",
      `/calendar/${"x".repeat(43)}.ics`,
      "/calendar/short.ics",
      `${path}?a=b`,
      `${path}/`,
      path.replace(".ics", ""),
    ];
    for (const one of wrong) {
      expect(await get(one)).toMatchObject({ status: 404, body: "There is no such calendar.\n" });
    }
    expect((await get(path, { host: "localhost" })).status).toBe(421);
    expect((await get(path, { host: "evil.example" })).status).toBe(421);
  });

  it("is only read", async () => {
    const { port, linkBy } = await served();
    const path = await linkBy("calendar-link", everybody);
    const headers = { host: `127.0.0.1:${port}` };
    expect(await ask({ port, path, headers, method: "DELETE" })).toMatchObject({ status: 405 });
    expect(await ask({ port, path, headers, method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  });

  it("rings before my own shifts, as long ahead as I am told of them", async () => {
    const { get, linkBy, app } = await served();
    const mine = await linkBy("calendar-link", { kind: "person", id: "alice" });
    expect((await get(mine)).body).toContain("TRIGGER:-PT30M");
    await app.request("change-settings", { shiftLead: 0 });
    expect((await get(mine)).body).not.toContain("VALARM");
    expect((await get(await linkBy("calendar-link", everybody))).body).not.toContain("VALARM");
  });

  it("is not made for what the team does not have, nor while nothing listens", async () => {
    const { app } = await served();
    const scope = { kind: "person", id: "stranger" };
    expect(await app.request("calendar-link", { scope })).toEqual({
      ok: true,
      value: { kind: "refused", reason: "not-found" },
    });
    const { app: deaf } = openTestApp();
    expect(await deaf.request("calendar-link", { scope: everybody })).toEqual({
      ok: true,
      value: { kind: "refused", reason: "not-listening" },
    });
  });

  it("never stands in what a screen is told", async () => {
    const { app, linkBy } = await served();
    const path = await linkBy("calendar-link", everybody);
    expect(JSON.stringify(app.snapshot())).not.toContain(path.slice(10, 53));
  });
});

it("003-4 out: what is exported is the calendar as it is", async () => {
  const { app, clock } = await served();
  expect(clock.now()).toBe(after(noon, 0));
  const outcome = await app.request("export-calendar", { scope: everybody, path: "relative.ics" });
  expect(outcome).toEqual({ ok: true, value: { kind: "refused", reason: "invalid" } });
});
