import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { startBaton } from "../support/baton-host.ts";
import { eventually } from "../support/eventually.ts";
import { event, feed } from "../support/ics-feed.ts";
import { hostileFeeds } from "../support/ics-hostile.ts";
import { pagerDutyServer } from "../support/pagerduty-server.ts";
import { smallTeam } from "../support/team-text.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";

/* A real host, its expansion thread, and calendars that it reads from files and servers of the machine itself. */

const hour = 3_600_000;
/** `20270104T090000Z`, so many hours from now. */
const stamp = (hours: number): string => new Date(Date.now() + hours * hour).toISOString().replace(/[-:]|\.\d+/g, "");

/** Whoever is named has it from an hour ago until tomorrow. */
const shiftOf = (title: string): string =>
  feed(event(`UID:${title}`, `DTSTART:${stamp(-1)}`, `DTEND:${stamp(24)}`, `SUMMARY:${title}`));

const withCalendar = (calendar: string): string => `${smallTeam}
schedules:
  - id: weekly
    rotations:
      - { role: primary, participants: [alice, bob], shift: { unit: week }, start: 2026-01-05 }
calendars:
  - ${calendar}
`;

type FeedServer = {
  readonly url: string;
  readonly asked: readonly IncomingMessage[];
  /** From now on it says this, under a tag of its own. */
  say(text: string | Uint8Array): void;
  close(): void;
  open(): Promise<void>;
};

/** A calendar server that answers 304 to whoever has its newest answer, and says that a calendar is a page. */
async function feedServer(first: string): Promise<FeedServer> {
  let body: string | Uint8Array = first;
  let version = 1;
  let port = 0;
  const asked: IncomingMessage[] = [];
  let server: Server | undefined;
  const close = (): void => {
    server?.closeAllConnections();
    server?.close();
  };
  const open = async (): Promise<void> => {
    server = createServer((request, response) => {
      asked.push(request);
      const etag = `"${version}"`;
      const known = request.headers["if-none-match"] === etag;
      response.writeHead(known ? 304 : 200, { etag, "content-type": "text/html" });
      response.end(known ? undefined : body);
    });
    const listening = server.listen(port, "127.0.0.1");
    await new Promise<void>((resolve) => listening.once("listening", resolve));
    port = (listening.address() as AddressInfo).port;
  };
  await open();
  onTestFinished(close);
  return {
    url: `http://127.0.0.1:${port}/rota.ics`,
    asked,
    say(text) {
      body = text;
      version += 1;
    },
    close,
    open,
  };
}

const onCall = ({ shift }: Snapshot): readonly string[] =>
  shift.onCallNow.flatMap(({ state, people }) => [state, ...people.map(({ name }) => name)]);
const freshness = ({ calendars }: Snapshot): string | undefined => calendars[0]?.freshness;

const fromFeed = (url: string): string =>
  withCalendar(`{ id: rota, kind: ics, url: "${url}", use: shifts, schedule: weekly, poll: 1m }`);

describe("003-4 calendars in, in a running host", () => {
  test("a file beside the team file says who is on call, and is followed when it changes", async () => {
    const team = withCalendar("{ id: rota, kind: ics, url: rota.ics, use: shifts, schedule: weekly, poll: 1m }");
    const baton = await startBaton({ team, me: "alice", files: { "rota.ics": shiftOf("Charlie") } });
    await baton.sees("Charlie on call", (one) => onCall(one).includes("Charlie"));
    baton.write("rota.ics", shiftOf("Bob"));
    expect(await baton.client().request("retry-calendar", { calendar: "rota" })).toMatchObject({ ok: true });
    await baton.sees("Bob on call", (one) => onCall(one).includes("Bob"));
  });

  test("a server is asked whether anything is new, and what it said outlives it and a kill", async () => {
    const server = await feedServer(shiftOf("Charlie"));
    const baton = await startBaton({ team: fromFeed(server.url), me: "alice" });
    await baton.sees("Charlie on call", (one) => onCall(one).includes("Charlie") && freshness(one) === "fresh");
    await baton.client().request("retry-calendar", { calendar: "rota" });
    await eventually("a second question", () => (server.asked.length > 1 ? true : undefined));
    expect(server.asked.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"1"']);

    server.close();
    await baton.kill();
    await baton.start();
    const { calendars } = await baton.sees("the failure", (one) => one.calendars[0]?.failure !== undefined);
    expect(calendars[0]).toMatchObject({ freshness: "failing", failure: { kind: "unreachable" } });
    expect(onCall(baton.snapshot())).toEqual(["covered", "Charlie"]);

    await server.open();
    await baton.client().request("retry-calendar", { calendar: "rota" });
    await baton.sees("the calendar back", (one) => freshness(one) === "fresh");
  });

  test("a calendar that never said anything leaves it unknown who is on call, which is not nobody", async () => {
    const server = await feedServer("<!doctype html><title>Sign in</title>");
    const baton = await startBaton({ team: fromFeed(server.url), me: "alice" });
    const seen = await baton.sees("the failure", (one) => one.calendars[0]?.failure !== undefined);
    expect([freshness(seen), onCall(seen), seen.shift.standing]).toEqual(["never", ["unknown"], "unknown"]);
    expect(seen.tray.state).not.toBe("off");
  });

  test.each(hostileFeeds.filter(({ ends }) => ends !== "fine"))(
    "$name: the feed is named, and the last good calendar stays",
    async ({ make, ends }) => {
      const server = await feedServer(shiftOf("Charlie"));
      const baton = await startBaton({ team: fromFeed(server.url), me: "alice" });
      await baton.sees("Charlie on call", (one) => onCall(one).includes("Charlie"));
      server.say(make());
      await baton.client().request("retry-calendar", { calendar: "rota" });
      const seen = await baton.sees("the failure", (one) => one.calendars[0]?.failure !== undefined, 20_000);
      expect(seen.calendars[0]?.failure?.kind).toBe(ends);
      expect(onCall(seen)).toEqual(["covered", "Charlie"]);
    },
  );

  test("PagerDuty's final schedule says who is on call, and its token is nowhere to be seen", async () => {
    const user = { id: "PU1", name: "Charlie", email: "charlie@example.com" };
    const at = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();
    const server = await pagerDutyServer({
      token: "pd-t0ken",
      users: [user],
      layered: { PABC123: [{ start: at(-1), end: at(24), user }] },
      flexible: {},
      onCalls: [],
    });
    onTestFinished(() => server.close());
    const team = withCalendar(
      `{ id: pd, kind: pagerduty, token: secret:pagerduty, url: "${server.url}", use: shifts, schedule: weekly, from: [{ schedule: PABC123, role: primary }] }`,
    );
    const baton = await startBaton({ team, me: "alice" });
    await baton.sees("what is missing", (one) => one.calendars[0]?.missingSecrets.includes("pagerduty") === true);
    expect(onCall(baton.snapshot())).toEqual(["unknown"]);
    expect(await baton.client().request("set-secret", { name: "pagerduty", value: "pd-t0ken" })).toMatchObject({
      ok: true,
    });
    await baton.sees("Charlie on call", (one) => onCall(one).includes("Charlie"));
    expect(JSON.stringify(baton.snapshot()) + baton.stderr()).not.toContain("pd-t0ken");
  });
});
