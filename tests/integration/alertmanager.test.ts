import { expect, test } from "vitest";
import type { SourceAnswer } from "../../shared/incident/answer.ts";
import type { SourceAction } from "../../shared/incident/outbox.ts";
import { hour, minute } from "../../shared/time/duration.ts";
import { after, fromIso, instant, toIso, type Instant } from "../../shared/time/instant.ts";
import type { PolledConnection } from "../../electron/core/source.ts";
import { alertmanagerProgram, startAlertmanager, type RealAlertmanager } from "../support/alertmanager.ts";
import { connectTo } from "../support/alertmanager-source.ts";
import { startServer } from "../support/bad-server.ts";
import { describeWith } from "../support/describe-with.ts";
import { testAuthority } from "../support/tls.ts";

const late = {
  labels: { alertname: "LedgerLate", pipeline: "agg_profit", severity: "page" },
  annotations: { summary: "Ledger is late" },
};
const now = (): Instant => instant(Date.now());

async function answerOf(source: PolledConnection): Promise<SourceAnswer> {
  const polled = await source.poll();
  if (!polled.ok || polled.value === "unchanged") throw new Error(`no new answer: ${JSON.stringify(polled)}`);
  return polled.value;
}

type Acknowledge = Extract<SourceAction, { kind: "acknowledge" }>;

const acknowledgement = (change: Partial<Acknowledge> = {}): Acknowledge => ({
  kind: "acknowledge",
  key: "any",
  labels: late.labels,
  by: "Alice",
  comment: "Looking into it",
  from: now(),
  until: after(now(), hour),
  ...change,
});

async function acknowledge(
  source: PolledConnection,
  change?: Partial<Acknowledge>,
): Promise<{ readonly handle: string; readonly until: Instant }> {
  const answer = await source.actions.acknowledge!(acknowledgement(change));
  if (!answer.ok || answer.value.kind !== "done") throw new Error(JSON.stringify(answer));
  return { handle: answer.value.handle!, until: answer.value.until! };
}

const activeSilences = async (real: RealAlertmanager) =>
  (await real.silences()).filter(({ status }) => status.state === "active");

describeWith([alertmanagerProgram], "an alert in a real Alertmanager", () => {
  test("is seen at once, and its end too", async () => {
    const real = await startAlertmanager();
    const source = connectTo([real.url]);
    expect((await answerOf(source)).alerts).toEqual([]);
    await real.fire(late);
    expect(await answerOf(source)).toMatchObject({
      alerts: [
        {
          alert: { title: "Ledger is late", severity: "page", labels: late.labels },
          seenBy: [`127.0.0.1:${real.port}`],
        },
      ],
      unparsed: 0,
      peers: [{ peer: `127.0.0.1:${real.port}` }],
    });
    expect(await source.poll()).toEqual({ ok: true, value: "unchanged" });
    await real.end(late);
    expect((await answerOf(source)).alerts).toEqual([]);
  });

  test("is acknowledged by a silence for exactly its labels, and every Baton knows it for one", async () => {
    const real = await startAlertmanager();
    const [mine, other] = [connectTo([real.url]), connectTo([real.url])];
    await real.fire(late);
    const before = await answerOf(mine);
    expect(before.alerts[0]).not.toHaveProperty("acknowledgement");
    const until = after(now(), hour);
    const { handle } = await acknowledge(mine, { until });
    expect(await real.silences()).toMatchObject([
      {
        id: handle,
        status: { state: "active" },
        createdBy: "Alice",
        comment: "Looking into it (acknowledged with Baton)",
        endsAt: toIso(until),
      },
    ]);
    const seen = [await answerOf(mine), await answerOf(other)].map(({ alerts }) => alerts[0]);
    for (const alert of seen) {
      expect(alert).toMatchObject({ acknowledgement: { by: "Alice", handle, until } });
      expect(alert).not.toHaveProperty("suppression");
    }
  });

  test("stays acknowledged longer under the same silence, which others see without a change in the list", async () => {
    const real = await startAlertmanager();
    let moment = now();
    const [mine, other] = [connectTo([real.url]), connectTo([real.url], { clock: { now: () => moment } })];
    await real.fire(late);
    const first = await acknowledge(mine, { until: after(now(), minute) });
    await answerOf(mine);
    await answerOf(other);
    const until = after(now(), hour);
    expect(await acknowledge(mine, { until, handle: first.handle, by: "Bob" })).toEqual({
      handle: first.handle,
      until,
    });
    expect(await activeSilences(real)).toMatchObject([{ id: first.handle, createdBy: "Alice", endsAt: toIso(until) }]);
    expect((await answerOf(mine)).alerts[0]?.acknowledgement?.until).toBe(until);
    expect(await other.poll()).toEqual({ ok: true, value: "unchanged" });
    moment = after(moment, minute);
    expect((await answerOf(other)).alerts[0]?.acknowledgement?.until).toBe(until);
  });

  test("is acknowledged anew where the silence of the handle is over or unknown", async () => {
    const real = await startAlertmanager();
    const source = connectTo([real.url]);
    await real.fire(late);
    const first = await acknowledge(source);
    await real.expire(first.handle);
    const second = await acknowledge(source, { handle: first.handle });
    expect(second.handle).not.toBe(first.handle);
    await real.expire(second.handle);
    await acknowledge(source, { handle: "00000000-0000-4000-8000-000000000000" });
    expect(await activeSilences(real)).toHaveLength(1);
  });

  test("fires again when the acknowledgement is taken back, which may be said twice", async () => {
    const real = await startAlertmanager();
    const source = connectTo([real.url]);
    await real.fire(late);
    const { handle } = await acknowledge(source);
    const [acknowledged] = (await answerOf(source)).alerts;
    const takeBack = { kind: "unacknowledge", key: acknowledged!.alert.key, handle } as const;
    expect(await source.actions.unacknowledge!(takeBack)).toEqual({ ok: true, value: { kind: "done" } });
    const [firing] = (await answerOf(source)).alerts;
    expect(firing).not.toHaveProperty("acknowledgement");
    expect(firing).not.toHaveProperty("suppression");
    expect(await source.actions.unacknowledge!(takeBack)).toEqual({ ok: true, value: { kind: "done" } });
    const unknown = { ...takeBack, handle: "00000000-0000-4000-8000-000000000000" };
    expect(await source.actions.unacknowledge!(unknown)).toEqual({ ok: true, value: { kind: "done" } });
  });

  test("that somebody else silences is suppressed, by whom and until when", async () => {
    const real = await startAlertmanager();
    const source = connectTo([real.url]);
    await real.fire(late);
    await answerOf(source);
    const endsAt = toIso(after(now(), 2 * hour));
    const matchers = [{ name: "pipeline", value: "agg_.*", isRegex: true, isEqual: true }];
    const id = await real.silence({
      matchers,
      startsAt: toIso(now()),
      endsAt,
      createdBy: "Maintenance",
      comment: "Migration",
    });
    const [alert] = (await answerOf(source)).alerts;
    expect(alert).not.toHaveProperty("acknowledgement");
    expect(alert?.suppression).toEqual({
      by: "silence",
      ids: [id],
      author: "Maintenance",
      comment: "Migration",
      until: fromIso(endsAt),
    });
    await real.expire(id);
    expect((await answerOf(source)).alerts[0]).not.toHaveProperty("suppression");
  });

  test("that another one inhibits is suppressed by that", async () => {
    const config = `route: { receiver: none }
receivers: [{ name: none }]
inhibit_rules: [{ source_matchers: [severity = page], target_matchers: [severity = warn], equal: [pipeline] }]
`;
    const real = await startAlertmanager({ config });
    const source = connectTo([real.url]);
    const slow = { labels: { alertname: "LedgerSlow", pipeline: "agg_profit", severity: "warn" } };
    await real.fire(late, slow);
    const alerts = (await answerOf(source)).alerts;
    expect(Object.fromEntries(alerts.map(({ alert, suppression }) => [alert.title, suppression?.by]))).toEqual({
      "Ledger is late": undefined,
      LedgerSlow: "inhibition",
    });
  });

  test("is acknowledged without its neighbour that has more labels", async () => {
    const real = await startAlertmanager();
    const source = connectTo([real.url]);
    const neighbour = { labels: { ...late.labels, worker: "7" }, annotations: { summary: "Worker 7" } };
    await real.fire(late, neighbour);
    await answerOf(source);
    await acknowledge(source);
    const alerts = (await answerOf(source)).alerts;
    expect(
      Object.fromEntries(
        alerts.map(({ alert, acknowledgement, suppression }) => [alert.title, acknowledgement?.by ?? suppression?.by]),
      ),
    ).toEqual({
      "Ledger is late": "Alice",
      "Worker 7": undefined,
    });
  });

  test("that an acknowledgement of another one covers is suppressed, not acknowledged", async () => {
    const real = await startAlertmanager();
    const source = connectTo([real.url]);
    await real.fire(late);
    await acknowledge(source);
    await real.fire({ labels: { ...late.labels, worker: "7" }, annotations: { summary: "Worker 7" } });
    const neighbour = (await answerOf(source)).alerts.find(({ alert }) => alert.title === "Worker 7");
    expect(neighbour).not.toHaveProperty("acknowledgement");
    expect(neighbour?.suppression).toMatchObject({ by: "silence", author: "Alice" });
  });

  test("with labels that need care is acknowledged all the same", async () => {
    const real = await startAlertmanager();
    const source = connectTo([real.url]);
    const labels = {
      alertname: 'a "quoted" \\ one',
      path: "C:\\data\nnext",
      lang: "日本語",
      empty_looking: " ",
      long: "x".repeat(20_000),
    };
    await real.fire({ labels });
    const first = await acknowledge(source, { labels });
    expect(await acknowledge(source, { labels, until: first.until })).toEqual(first);
    expect((await answerOf(source)).alerts[0]?.acknowledgement?.handle).toBe(first.handle);
  });
});

describeWith([alertmanagerProgram], "an acknowledgement", () => {
  test("asked for twice, because the answer was lost, makes one silence", async () => {
    const real = await startAlertmanager();
    await real.fire(late);
    let loses = true;
    const lossy = await startServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = request.method === "POST" ? Buffer.concat(chunks).toString() : undefined;
        void fetch(real.url + (request.url ?? ""), {
          method: request.method ?? "GET",
          headers: { "content-type": "application/json" },
          ...(body !== undefined && { body }),
        }).then(async (answer) => {
          const text = await answer.text();
          if (loses && request.method === "POST") return void response.destroy();
          response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" }).end(text);
        });
      });
    });
    const source = connectTo([lossy.url]);
    const action = acknowledgement();
    expect(await source.actions.acknowledge!(action)).toEqual({
      ok: false,
      error: { kind: "unavailable", failure: { kind: "unreachable", code: "ECONNRESET" } },
    });
    loses = false;
    const answer = await source.actions.acknowledge!(action);
    const silences = await real.silences();
    expect(silences).toHaveLength(1);
    expect(answer).toEqual({ ok: true, value: { kind: "done", handle: silences[0]?.id, until: action.until } });
  });

  test("by two people makes two silences, and taking it back ends both", async () => {
    const real = await startAlertmanager();
    const source = connectTo([real.url]);
    await real.fire(late);
    await acknowledge(source, { by: "Alice" });
    const { handle } = await acknowledge(source, { by: "Bob" });
    expect(await activeSilences(real)).toHaveLength(2);
    const [alert] = (await answerOf(source)).alerts;
    await source.actions.unacknowledge!({ kind: "unacknowledge", key: alert!.alert.key, handle });
    expect(await activeSilences(real)).toEqual([]);
  });

  test("that Alertmanager refuses is refused in its words", async () => {
    const real = await startAlertmanager();
    const answer = await connectTo([real.url]).actions.acknowledge!(acknowledgement({ until: after(now(), -minute) }));
    expect(answer).toEqual({
      ok: false,
      error: { kind: "refused", reason: "Failed to create silence: end time can't be in the past" },
    });
  });

  test("while nobody listens is for later", async () => {
    const real = await startAlertmanager();
    await real.kill();
    const answer = await connectTo([real.url]).actions.acknowledge!(acknowledgement());
    expect(answer).toEqual({
      ok: false,
      error: { kind: "unavailable", failure: { kind: "unreachable", code: "ECONNREFUSED" } },
    });
  });

  test("begins at once although our clock is ahead", async () => {
    const real = await startAlertmanager();
    const source = connectTo([real.url]);
    await real.fire(late);
    await acknowledge(source, { from: after(now(), 5 * minute), until: after(now(), hour) });
    expect((await real.silences()).map(({ status }) => status.state)).toEqual(["active"]);
  });
});

describeWith([alertmanagerProgram], "an Alertmanager behind TLS and a password", () => {
  /** The password is `test`; the hash is the one of Prometheus' own documentation of web.yml. */
  const users = "basic_auth_users: { baton: $2b$12$hNf2lSsxfm0.i4a.1kVpSOVyBCfIB51VRjgBUyv6kdnyTlgWj81Ay }\n";

  test("is polled and acknowledged in with the team's own authority", async () => {
    const authority = testAuthority();
    const { certificate, key } = authority.issue();
    const real = await startAlertmanager({ web: { config: users, certificate, key } });
    const auth = { kind: "basic", username: "baton", password: "am" } as const;
    const source = connectTo([real.url], { auth, ca: authority.certificate, secrets: { am: "test" } });
    expect((await answerOf(source)).alerts).toEqual([]);
    await acknowledge(source);
    const wrong = connectTo([real.url], { auth, ca: authority.certificate, secrets: { am: "wrong" } });
    expect(await wrong.poll()).toEqual({ ok: false, error: { kind: "unauthorized", status: 401 } });
    expect(await wrong.actions.acknowledge!(acknowledgement())).toEqual({
      ok: false,
      error: { kind: "refused", reason: "HTTP 401" },
    });
    expect(await connectTo([real.url], { auth, secrets: { am: "test" } }).poll()).toMatchObject({
      ok: false,
      error: { kind: "tls" },
    });
  });
});
