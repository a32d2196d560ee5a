import type { RequestListener } from "node:http";
import { describe, expect, test } from "vitest";
import type { SourceFailure } from "../../shared/incident/answer.ts";
import type { Labels } from "../../shared/incident/alert.ts";
import { fromIso } from "../../shared/time/instant.ts";
import { rawAlert } from "../support/alerts.ts";
import { connectTo } from "../support/alertmanager-source.ts";
import { bombing, dripping, redirecting, sending, startServer, startUntrusted } from "../support/bad-server.ts";

const good = JSON.stringify([rawAlert()]);
const now = fromIso("2027-01-04T09:30:00.000Z")!;
const clock = { now: () => now };
const auth = { auth: { kind: "bearer", token: "am-token" }, secrets: { "am-token": "s3cret" } } as const;

const html = sending(200, "<html>Sign in</html>", { "content-type": "text/html" });

/** Bad answers of a server that can be reached, and what each is taken for. */
const badAnswers: readonly (readonly [string, RequestListener, SourceFailure])[] = [
  ["200 with HTML", html, { kind: "malformed", issues: ["content type: found text/html, expected application/json"] }],
  [
    "200 with HTML called JSON",
    sending(200, "<html>"),
    { kind: "malformed", issues: ["body: not complete JSON in UTF-8"] },
  ],
  [
    "truncated JSON",
    sending(200, good.slice(0, -20)),
    { kind: "malformed", issues: ["body: not complete JSON in UTF-8"] },
  ],
  ["an empty body", sending(200, ""), { kind: "malformed", issues: ["body: found nothing, expected JSON"] }],
  ["null", sending(200, "null"), { kind: "malformed", issues: ["body: found null, expected a list of alerts"] }],
  [
    "bytes that are no UTF-8",
    sending(200, Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])),
    { kind: "malformed", issues: ["body: not complete JSON in UTF-8"] },
  ],
  ["400", sending(400, '"bad"'), { kind: "status", status: 400 }],
  ["401", sending(401, ""), { kind: "unauthorized", status: 401 }],
  ["403", sending(403, ""), { kind: "forbidden" }],
  [
    "429 with seconds",
    sending(429, "", { "retry-after": "90" }),
    { kind: "rate-limited", until: fromIso("2027-01-04T09:31:30.000Z")! },
  ],
  [
    "429 with a date",
    sending(429, "", { "retry-after": "Mon, 04 Jan 2027 09:32:00 GMT" }),
    { kind: "rate-limited", until: fromIso("2027-01-04T09:32:00.000Z")! },
  ],
  [
    "429 for a year",
    sending(429, "", { "retry-after": "31536000" }),
    { kind: "rate-limited", until: fromIso("2027-01-04T10:30:00.000Z")! },
  ],
  ["429 without a word", sending(429, ""), { kind: "rate-limited" }],
  ["503", sending(503, "[]"), { kind: "status", status: 503 }],
  ["204 without content", sending(204, ""), { kind: "status", status: 204 }],
  ["a gzip bomb", bombing(), { kind: "too-large", limitBytes: 64 * 1024 * 1024 }],
  ["a body that drips a byte a second", dripping(1_000), { kind: "timeout", afterMs: 10_000 }],
];

describe("a bad answer", () => {
  test.for(badAnswers)(
    "%s is a failure of its own kind, and the next good answer is as good as ever",
    async ([_name, listener, failure]) => {
      const server = await startServer(sending(200, good));
      let moment = now;
      const source = connectTo([server.url], { clock: { now: () => moment } });
      expect(await source.poll()).toMatchObject({
        ok: true,
        value: { alerts: [{ alert: { key: "f2f95d02269594eb" } }] },
      });
      server.answer(listener);
      expect(await source.poll()).toEqual({ ok: false, error: failure });
      server.answer(sending(200, good));
      // After the longest pause that a server can ask for.
      moment = fromIso("2027-01-04T10:30:00.000Z")!;
      expect(await source.poll()).toEqual({ ok: true, value: "unchanged" });
    },
  );

  test("that redirects to another origin takes no credential there", async () => {
    const other = await startServer(sending(200, good));
    const server = await startServer(redirecting(`${other.url}/api/v2/alerts`, 307));
    const source = connectTo([server.url], auth);
    expect(await source.poll()).toEqual({ ok: false, error: { kind: "redirected", status: 307 } });
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer s3cret"]);
    expect(other.requests).toEqual([]);
  });

  test("of a refused connection is one of an unreachable server", async () => {
    const server = await startServer(sending(200, good));
    const source = connectTo([server.url]);
    await source.poll();
    await server.close();
    expect(await source.poll()).toEqual({ ok: false, error: { kind: "unreachable", code: "ECONNREFUSED" } });
    await server.open();
    expect(await source.poll()).toEqual({ ok: true, value: "unchanged" });
  });

  test("of a server with a certificate of nobody's gets no credential", async () => {
    const server = await startUntrusted(sending(200, good));
    expect(await connectTo([server.url], auth).poll()).toEqual({
      ok: false,
      error: { kind: "tls", code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" },
    });
    expect(server.requests).toEqual([]);
  });

  test("with one broken item is an answer that says so", async () => {
    const server = await startServer(sending(200, JSON.stringify([{ broken: true }, rawAlert()])));
    expect(await connectTo([server.url]).poll()).toMatchObject({
      ok: true,
      value: { alerts: [{ alert: { key: "f2f95d02269594eb" } }], unparsed: 1 },
    });
  });

  test("is not asked for where the secret is missing", async () => {
    const server = await startServer(sending(200, good));
    expect(await connectTo([server.url], { auth: auth.auth }).poll()).toEqual({
      ok: false,
      error: { kind: "secret-missing", name: "am-token" },
    });
    expect(server.requests).toEqual([]);
  });
});

describe("of several peers", () => {
  test("those that answer make the answer, and the others are named with their failure", async () => {
    const [well, ill] = [await startServer(sending(200, good)), await startServer(sending(503, ""))];
    expect(await connectTo([well.url, ill.url]).poll()).toMatchObject({
      ok: true,
      value: {
        alerts: [{ alert: { key: "f2f95d02269594eb" }, seenBy: [`127.0.0.1:${well.port}`] }],
        peers: [
          { peer: `127.0.0.1:${well.port}` },
          { peer: `127.0.0.1:${ill.port}`, failure: { kind: "status", status: 503 } },
        ],
      },
    });
  });

  test("none of which answers, the failure that somebody can act on is told", async () => {
    const [ill, locked] = [await startServer(sending(503, "")), await startServer(sending(401, ""))];
    expect(await connectTo([ill.url, locked.url]).poll()).toEqual({
      ok: false,
      error: { kind: "unauthorized", status: 401 },
    });
  });

  test("one that asks for patience is left alone until then, while the others are asked", async () => {
    const [well, busy] = [
      await startServer(sending(200, good)),
      await startServer(sending(429, "", { "retry-after": "60" })),
    ];
    let moment = now;
    const source = connectTo([well.url, busy.url], { clock: { now: () => moment } });
    const polls = [await source.poll(), await source.poll()];
    expect(polls).toMatchObject([
      { ok: true, value: { peers: [{}, { failure: { kind: "rate-limited" } }] } },
      { ok: true, value: "unchanged" },
    ]);
    expect([well.requests.length, busy.requests.length]).toEqual([2, 1]);
    moment = fromIso("2027-01-04T09:31:00.000Z")!;
    busy.answer(sending(200, good));
    expect(await source.poll()).toMatchObject({ ok: true, value: { peers: [{}, {}] } });
  });
});

describe("an answer is the same", () => {
  test("while its bytes are, and a new one when they change", async () => {
    const server = await startServer(sending(200, good));
    const source = connectTo([server.url], { clock });
    await source.poll();
    expect(await source.poll()).toEqual({ ok: true, value: "unchanged" });
    server.answer(sending(200, JSON.stringify([rawAlert({ updatedAt: "2027-01-04T09:02:00.000Z" })])));
    expect(await source.poll()).toMatchObject({
      ok: true,
      value: { alerts: [{ seenAt: fromIso("2027-01-04T09:02:00.000Z") }] },
    });
  });

  test("for two who ask at once, so that neither of them is told that nothing changed", async () => {
    const server = await startServer(sending(200, good));
    const source = connectTo([server.url], { clock });
    const [first, second] = await Promise.all([source.poll(), source.poll()]);
    expect(second).toBe(first);
    expect(first).toMatchObject({ ok: true, value: { alerts: [{}] } });
    expect(server.requests).toHaveLength(1);
  });

  test("only while the same peers answer", async () => {
    const [one, two] = [await startServer(sending(200, good)), await startServer(sending(200, good))];
    const source = connectTo([one.url, two.url], { clock });
    await source.poll();
    await two.close();
    expect(await source.poll()).toMatchObject({ ok: true, value: { alerts: [{ seenBy: [`127.0.0.1:${one.port}`] }] } });
    expect(await source.poll()).toEqual({ ok: true, value: "unchanged" });
    await two.open();
    expect(await source.poll()).toMatchObject({
      ok: true,
      value: { alerts: [{ seenBy: [`127.0.0.1:${one.port}`, `127.0.0.1:${two.port}`] }] },
    });
  });
});

describe("a heartbeat", () => {
  const beat = rawAlert({ fingerprint: "beat", labels: { alertname: "Watchdog", cluster: "eu" } });

  test("that fires is no incident", async () => {
    const server = await startServer(sending(200, JSON.stringify([rawAlert(), beat])));
    const answer = await connectTo([server.url], { heartbeat: { alertname: "Watchdog" } }).poll();
    expect(answer).toMatchObject({
      ok: true,
      value: { alerts: [{ alert: { key: "f2f95d02269594eb" } }], heartbeatMissing: false },
    });
  });

  const absent: readonly Labels[] = [{ alertname: "Watchdog", cluster: "us" }, { constructor: "Watchdog" }];

  test.for(absent)("%j that does not fire is said to be missing", async (heartbeat) => {
    const server = await startServer(sending(200, JSON.stringify([rawAlert(), beat])));
    const answer = await connectTo([server.url], { heartbeat }).poll();
    expect(answer).toMatchObject({ ok: true, value: { alerts: [{}, {}], heartbeatMissing: true } });
  });
});
