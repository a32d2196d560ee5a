import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { SourceView } from "../../shared/source/source-shape.ts";
import { rawAlert } from "../support/alerts.ts";
import {
  bombing,
  dripping,
  redirecting,
  sending,
  startServer,
  type Certificate,
  type TestServer,
} from "../support/bad-server.ts";
import { startBaton, type BatonHost } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { eventually } from "../support/eventually.ts";
import { onCallTeam, type WatchedAlertmanager } from "../support/on-call-team.ts";
import { desktopOfTest, pageNeeds, pagesOn } from "../support/pages.ts";
import { scratchDir } from "../support/scratch-dir.ts";
import { testAuthority } from "../support/tls.ts";

/** A server that answers well until it is told to go bad, and what Baton is to say of it then. */
type Case = {
  readonly id: string;
  readonly failure: SourceView["failure"];
  goBad(server: TestServer): unknown;
  recover?(server: TestServer): unknown;
};

const secret = "s3cret-of-the-source";
const watched = { poll: "1s", more: "auth: { bearer: secret:am }" };
const bytes = 2 ** 20;

const alertOf = (id: string) =>
  rawAlert({
    fingerprint: id,
    annotations: { summary: `Alert of ${id}` },
    labels: { alertname: id, severity: "minor" },
  });
const good = (id: string) => sending(200, JSON.stringify([alertOf(id)]));
const malformed = (issues: string): SourceView["failure"] => ({ kind: "malformed", facts: { issues } });
const notJson = malformed("body: not complete JSON in UTF-8");
const status = (code: number): SourceView["failure"] => ({ kind: "status", facts: { status: code } });
const unauthorized = (code: number): SourceView["failure"] => ({ kind: "unauthorized", facts: { status: code } });
const answers = (...reply: Parameters<typeof sending>) => ({
  goBad: (server: TestServer) => server.answer(sending(...reply)),
});

const inHtml = malformed("content type: found text/html, expected application/json");
const html = answers(200, "<html>Sign in</html>", { "content-type": "text/html" });
const cases = (elsewhere: TestServer): readonly Case[] => [
  { id: "html", failure: inHtml, ...html },
  { id: "truncated", failure: notJson, ...answers(200, JSON.stringify([alertOf("truncated")]).slice(0, -9)) },
  { id: "empty", failure: malformed("body: found nothing, expected JSON"), ...answers(200, "") },
  { id: "no-list", failure: malformed("body: found null, expected a list of alerts"), ...answers(200, "null") },
  { id: "s400", failure: status(400), ...answers(400, '"bad"') },
  { id: "s401", failure: unauthorized(401), ...answers(401, "") },
  { id: "s403", failure: { kind: "forbidden", facts: {} }, ...answers(403, "") },
  { id: "s429", failure: { kind: "rate-limited", facts: {} }, ...answers(429, "", { "retry-after": "2" }) },
  { id: "s503", failure: status(503), ...answers(503, "[]") },
  {
    id: "redirect",
    failure: { kind: "redirected", facts: { status: 307 } },
    goBad: (server) => server.answer(redirecting(`${elsewhere.url}/api/v2/alerts`, 307)),
  },
  {
    id: "drip",
    failure: { kind: "timeout", facts: { afterMs: 10_000 } },
    goBad: (server) => server.answer(dripping(1_000)),
  },
  {
    id: "refused",
    failure: { kind: "unreachable", facts: { code: "ECONNREFUSED" } },
    goBad: (server) => server.close(),
    recover: (server) => server.open(),
  },
  {
    id: "bomb",
    failure: { kind: "too-large", facts: { limitBytes: 64 * bytes } },
    goBad: (server) => server.answer(bombing()),
  },
];

const sourceOf = (id: string, snapshot: Snapshot): SourceView | undefined =>
  snapshot.sources.find((source) => source.id === id);
const allAre = (freshness: SourceView["freshness"], ids: readonly string[]) => (snapshot: Snapshot) =>
  ids.every((id) => sourceOf(id, snapshot)?.freshness === freshness);

/** The most memory that a process ever held, in bytes. */
const peakMemory = (pid: number): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1_024;

describeWith(["linux", ...pageNeeds], "Baton whose sources go bad", () => {
  test("keeps every incident over fifteen kinds of bad answers, says so, and pages nobody twice when they are well again", async () => {
    const desktop = await desktopOfTest();
    const elsewhere = await startServer(good("elsewhere"));
    const [authority, stranger] = [testAuthority(), testAuthority("Somebody else")];
    const certificate: Certificate = authority.issue();
    const bad = cases(elsewhere);
    const servers = new Map<string, TestServer>();
    for (const { id } of [...bad, { id: "broken" }]) servers.set(id, await startServer(good(id)));
    servers.set("tls", await startServer(good("tls"), certificate));

    const failing = [...bad.map(({ id }) => id), "tls"];
    const ids = [...failing, "broken"];
    expect(ids).toHaveLength(15);
    const team = onCallTeam(
      ...ids.map((id): WatchedAlertmanager => {
        const urls = [servers.get(id)?.url ?? ""];
        return { id, urls, ...watched, ...(id === "tls" && { more: `${watched.more}, ca: ca.pem` }) };
      }),
    );
    const files = { "ca.pem": authority.certificate };
    const env = { ...desktop.env, BATON_SECRET_AM: secret };
    const baton = await startBaton({ team, files, me: "alice", env });
    // To Bob, who stands by, nothing is urgent: what his tray shows is how far Baton can be trusted.
    const alone = { PATH: process.env["PATH"] ?? "", HOME: scratchDir(), BATON_SECRET_AM: secret };
    const bobs = await startBaton({ team, files, me: "bob", env: alone });
    const both: readonly BatonHost[] = [baton, bobs];

    for (const host of both) await host.sees("all sources fresh", allAre("fresh", ids));
    await desktop.waitForNotify(({ summary }) => summary === "15 incidents while you were away", 15_000);
    await bobs.sees("a calm tray", ({ tray }) => tray.state === "backup");
    const traysBefore = bobs.trays().length;

    for (const { id, goBad } of bad) await goBad(servers.get(id)!);
    servers.get("broken")!.answer(sending(200, '[{ "broken": true }]'));
    for (const host of both) host.write("ca.pem", stranger.certificate);

    for (const host of both) await host.sees("all stale", allAre("stale", failing), 20_000);
    for (const host of both) await host.sees("all blind", allAre("blind", failing), 40_000);
    // The drip takes the whole deadline of a poll, and the bomb must have gone off more than once.
    const said = await baton.sees(
      "every failure",
      (seen) => failing.every((id) => sourceOf(id, seen)?.failure),
      20_000,
    );
    expect(Object.fromEntries(failing.map((id) => [id, withoutMoment(sourceOf(id, said)?.failure)]))).toEqual({
      ...Object.fromEntries(bad.map(({ id, failure }) => [id, failure])),
      tls: { kind: "tls", facts: { code: expect.any(String) as string } },
    });
    expect(sourceOf("broken", said)).toMatchObject({ freshness: "fresh", unparsed: 1, open: 1 });
    for (const host of both) {
      expect([...host.rows().values()].map(({ title, standing }) => [title, standing]).sort()).toEqual(
        ids.map((id) => [`Alert of ${id}`, "triggered"]).sort(),
      );
      expect(peakMemory(host.pid())).toBeLessThan(500 * bytes);
    }
    expect(baton.snapshot().tray).toMatchObject({ state: "triggered", count: 15 });
    expect(elsewhere.requests).toEqual([]);

    for (const { id, recover } of bad) {
      servers.get(id)!.answer(good(id));
      await recover?.(servers.get(id)!);
    }
    servers.get("broken")!.answer(good("broken"));
    for (const host of both) host.write("ca.pem", authority.certificate);
    for (const host of both) await host.sees("all fresh again", allAre("fresh", ids), 30_000);
    await bobs.sees("a calm tray again", ({ tray }) => tray.state === "backup");
    expect(bobs.trays().slice(traysBefore)).toEqual(["stale", "blind", "backup"]);
    await eventually(
      "the word that all are back",
      () => desktop.notifyCalls().some(({ summary }) => summary === "All sources answer again") || undefined,
    );
    expect([...baton.rows().values()].every(({ standing }) => standing === "triggered")).toBe(true);
    expect(pagesOn(desktop).map(({ summary }) => summary)).toEqual(["15 incidents while you were away"]);
    expect(JSON.stringify(desktop.notifyCalls())).not.toContain(secret);
    expect(elsewhere.requests).toEqual([]);
    for (const server of servers.values()) {
      for (const { headers } of server.requests) expect(headers.authorization).toBe(`Bearer ${secret}`);
    }
  }, 120_000);
});

/** A failure without the moment that it names. */
function withoutMoment(failure: SourceView["failure"]): SourceView["failure"] {
  if (!failure) return undefined;
  const { until: _until, ...facts } = failure.facts;
  return { kind: failure.kind, facts };
}
