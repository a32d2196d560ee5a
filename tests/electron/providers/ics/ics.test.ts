import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import type { CalendarOf, CalendarTools } from "../../../../electron/core/provider.ts";
import { ics } from "../../../../electron/providers/ics/ics.ts";
import { createHttp } from "../../../../electron/node/http/http.ts";
import { contentOf } from "../../../../shared/calendar/map-calendar.ts";
import { secretsOfCalendar } from "../../../../shared/providers/calendars.ts";
import type { FeedPlace } from "../../../../shared/team-file/address.ts";
import { err, ok } from "../../../../shared/result.ts";
import { event, feed, iso } from "../../../support/ics-feed.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server on loopback that answers with the handler of the moment. */
async function serve(
  handler: Handler,
): Promise<{ readonly url: string; answer: Handler; readonly asked: IncomingMessage[] }> {
  const state = { url: "", answer: handler, asked: [] as IncomingMessage[] };
  const server = createServer((request, response) => {
    state.asked.push(request);
    state.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  return Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.ics` });
}

const christmas = feed(event("UID:1", "SUMMARY:Christmas", "DTSTART;VALUE=DATE:20271225"));
const easter = feed(event("UID:2", "SUMMARY:Easter", "DTSTART;VALUE=DATE:20270328"));
const window = { from: iso("2027-01-01T00:00:00Z"), to: iso("2028-01-01T00:00:00Z") };
const secret = "http://127.0.0.1:1/private-token.ics";

function tools(overrides: Partial<CalendarTools> = {}): CalendarTools {
  const http = createHttp();
  closing.push(() => http.dispose());
  return {
    http,
    clock: { now: () => iso("2027-01-01T00:00:00Z") },
    secrets: { get: (name) => (name === "feed" ? secret : undefined) },
    readText: () => err({ kind: "unreadable", code: "ENOENT" }),
    readBytes: async () => err({ kind: "unreadable", code: "ENOENT" }),
    // The thread has its own suite; here it is what is asked of it that counts.
    expand: async ({ bytes }, question) => contentOf(new TextDecoder().decode(bytes), question),
    ...overrides,
  };
}

const calendar = (place: FeedPlace): CalendarOf<"ics"> => ({
  id: "hol",
  name: "Holidays",
  poll: 900_000,
  timezone: "Europe/Copenhagen",
  use: { kind: "holidays" },
  rules: [],
  config: { kind: "ics", place },
});

const connect = (url: string, overrides: Partial<CalendarTools> = {}) =>
  ics.connect(calendar({ kind: "url", url }), [], tools(overrides));

const holidays = (date: string, name: string) => ({
  content: { use: "holidays", holidays: [{ date, name }], unread: [] },
});

describe("003-4 a feed by address", () => {
  test("is read whatever content type it is served with, and says when it last changed", async () => {
    const server = await serve((_, response) => {
      response.setHeader("content-type", "text/html");
      response.setHeader("last-modified", "Fri, 01 Jan 2027 00:00:00 GMT");
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync(christmas));
    });
    expect(await connect(server.url).read(window)).toEqual(
      ok({ ...holidays("2027-12-25", "Christmas"), changedAt: iso("2027-01-01T00:00:00Z") }),
    );
  });

  test("is asked for with what its server said of it, and not expanded again where nothing changed", async () => {
    const server = await serve((request, response) => {
      if (request.headers["if-none-match"] === '"a"') {
        response.statusCode = 304;
        response.end();
        return;
      }
      response.setHeader("etag", '"a"');
      response.setHeader("last-modified", "Fri, 01 Jan 2027 00:00:00 GMT");
      response.end(christmas);
    });
    let expanded = 0;
    const { expand } = tools();
    const connection = connect(server.url, {
      expand: (one, question) => {
        expanded += 1;
        return expand(one, question);
      },
    });
    expect(await connection.read(window)).toMatchObject({ ok: true, value: holidays("2027-12-25", "Christmas") });
    expect(await connection.read(window)).toEqual(ok("unchanged"));
    expect(server.asked[1]?.headers).toMatchObject({
      "if-none-match": '"a"',
      "if-modified-since": "Fri, 01 Jan 2027 00:00:00 GMT",
    });
    expect(expanded).toBe(1);
    // Another year is another question, which the feed that is known already answers.
    const next = { from: iso("2028-01-01T00:00:00Z"), to: iso("2029-01-01T00:00:00Z") };
    expect(await connection.read(next)).toMatchObject({ ok: true, value: { content: { holidays: [] } } });
    expect(expanded).toBe(2);
  });

  test("is unchanged where only its wrapping changed, and new where its days did", async () => {
    const server = await serve((_, response) => response.end(christmas));
    const connection = connect(server.url);
    await connection.read(window);
    server.answer = (_, response) => response.end(christmas.replace("VERSION", "X-STAMP:2\r\nVERSION"));
    expect(await connection.read(window)).toEqual(ok("unchanged"));
    server.answer = (_, response) => response.end(easter);
    expect(await connection.read(window)).toEqual(ok(holidays("2027-03-28", "Easter")));
  });

  test("that fails is a failure with a name, and forgets nothing that would make the next answer wrong", async () => {
    const server = await serve((_, response) => response.end(christmas));
    const connection = connect(server.url);
    await connection.read(window);
    const failsWith = async (status: number, body = "", headers: Readonly<Record<string, string>> = {}) => {
      server.answer = (_, response) => {
        response.writeHead(status, headers);
        response.end(body);
      };
      const outcome = await connection.read(window);
      return outcome.ok ? outcome.value : outcome.error;
    };
    expect(await failsWith(200, "<html>Sign in</html>")).toEqual({ kind: "not-a-calendar", found: "html" });
    expect(await failsWith(200, "")).toEqual({ kind: "empty" });
    expect(await failsWith(200, feed())).toEqual({ kind: "empty" });
    expect(await failsWith(200, christmas.slice(0, -16))).toMatchObject({ kind: "cut-off" });
    expect(await failsWith(401)).toEqual({ kind: "unauthorized", status: 401 });
    expect(await failsWith(403)).toEqual({ kind: "forbidden" });
    expect(await failsWith(404)).toEqual({ kind: "status", status: 404 });
    expect(await failsWith(304)).toEqual({ kind: "status", status: 304 });
    expect(await failsWith(302, "", { location: "https://elsewhere.example/feed.ics" })).toEqual({
      kind: "redirected",
      status: 302,
    });
    expect(await failsWith(429, "", { "retry-after": "120" })).toEqual({
      kind: "rate-limited",
      until: iso("2027-01-01T00:02:00Z"),
    });
    server.answer = (_, response) => response.end(christmas);
    expect(await connection.read(window)).toEqual(ok("unchanged"));
  });

  test("may be redirected on its own server, and not in circles", async () => {
    const server = await serve((request, response) => {
      if (request.url === "/there.ics") return response.end(christmas);
      response.writeHead(302, { location: "/there.ics" });
      return response.end();
    });
    expect(await connect(server.url).read(window)).toMatchObject({ ok: true });
    server.answer = (_, response) => {
      response.writeHead(302, { location: "/feed.ics" });
      response.end();
    };
    expect(await connect(server.url).read(window)).toEqual(err({ kind: "redirected", status: 302 }));
  });

  test("is asked for once by two who want to know the same", async () => {
    const server = await serve((_, response) => response.end(christmas));
    const connection = connect(server.url);
    await Promise.all([connection.read(window), connection.read(window)]);
    expect(server.asked).toHaveLength(1);
  });

  test.each(["http://example.com/a.ics", "https://user:pass@example.com/a.ics", "file:///etc/passwd", "nonsense"])(
    "is not asked for at %s",
    async (url) => {
      expect(await connect(url).read(window)).toEqual(err({ kind: "bad-address" }));
    },
  );
});

describe("003-4 a feed elsewhere", () => {
  test("a personal address is a secret, named and never shown", async () => {
    const place = { kind: "secret", name: "feed" } as const;
    expect(secretsOfCalendar(calendar(place).config)).toEqual(["feed"]);
    const outcome = await ics.connect(calendar(place), [], tools()).read(window);
    expect(outcome).toMatchObject({ ok: false, error: { kind: "unreachable" } });
    expect(JSON.stringify(outcome)).not.toContain("private-token");
    const missing = ics.connect(calendar({ kind: "secret", name: "other" }), [], tools());
    expect(await missing.read(window)).toEqual(err({ kind: "secret-missing", name: "other" }));
  });

  test("a file is read again each time", async () => {
    let text = christmas;
    const readBytes = async () => ok(new TextEncoder().encode(text));
    const connection = ics.connect(calendar({ kind: "file", path: "holidays.ics" }), [], tools({ readBytes }));
    expect(await connection.read(window)).toEqual(ok(holidays("2027-12-25", "Christmas")));
    expect(await connection.read(window)).toEqual(ok("unchanged"));
    text = easter;
    expect(await connection.read(window)).toEqual(ok(holidays("2027-03-28", "Easter")));
  });
});
