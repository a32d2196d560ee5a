import { expect, test } from "vitest";
import type { SourceAnswer } from "../../shared/incident/answer.ts";
import { hour } from "../../shared/time/duration.ts";
import { after, instant } from "../../shared/time/instant.ts";
import type { PolledConnection } from "../../electron/core/source.ts";
import { alertmanagerProgram, startCluster, type RealAlertmanager } from "../support/alertmanager.ts";
import { connectTo } from "../support/alertmanager-source.ts";
import { describeWith } from "../support/describe-with.ts";
import { eventually } from "../support/eventually.ts";

const late = { labels: { alertname: "LedgerLate", severity: "page" }, annotations: { summary: "Ledger is late" } };

const nameOf = ({ port }: RealAlertmanager): string => `127.0.0.1:${port}`;
const fireAtAll = (peers: readonly RealAlertmanager[]): Promise<unknown> =>
  Promise.all(peers.map((peer) => peer.fire(late)));

/** The first answer that `fits`, of those that come from now on. */
const answerThat = (
  source: PolledConnection,
  what: string,
  fits: (answer: SourceAnswer) => boolean,
): Promise<SourceAnswer> =>
  eventually(
    what,
    async () => {
      const polled = await source.poll();
      return polled.ok && polled.value !== "unchanged" && fits(polled.value) ? polled.value : undefined;
    },
    20_000,
  );

describeWith([alertmanagerProgram], "a cluster of real Alertmanagers", () => {
  test.for([2, 3])("of %d reports one alert, whichever peers answer", async (count) => {
    const peers = await startCluster(count);
    const source = connectTo(peers.map(({ url }) => url));
    await fireAtAll(peers);
    const whole = await answerThat(
      source,
      "the alert at all peers",
      ({ alerts }) => alerts[0]?.seenBy.length === count,
    );
    expect(whole.alerts).toHaveLength(1);
    expect(whole.peers).toEqual(peers.map((peer) => ({ peer: nameOf(peer) })));

    const [killed, ...left] = peers;
    await killed!.kill();
    const halved = await answerThat(source, "the others' answer", () => true);
    expect(halved.alerts).toMatchObject([{ alert: { key: whole.alerts[0]?.alert.key }, seenBy: left.map(nameOf) }]);
    expect(halved.peers).toEqual([
      { peer: nameOf(killed!), failure: { kind: "unreachable", code: "ECONNREFUSED" } },
      ...left.map((peer) => ({ peer: nameOf(peer) })),
    ]);

    await killed!.start();
    await killed!.fire(late);
    const healed = await answerThat(
      source,
      "the peer that came back",
      ({ alerts }) => alerts[0]?.seenBy.length === count,
    );
    expect(healed.alerts).toMatchObject([{ alert: { key: whole.alerts[0]?.alert.key } }]);
    // The first word of a peer that has forgotten is a later start than the alert has.
    expect(healed.alerts[0]?.alert.startedAt).toBeGreaterThanOrEqual(whole.alerts[0]!.alert.startedAt);
    expect(healed.peers).toEqual(whole.peers);
  });

  test("is unreachable when none is left", async () => {
    const peers = await startCluster(2);
    const source = connectTo(peers.map(({ url }) => url));
    await Promise.all(peers.map((peer) => peer.kill()));
    expect(await source.poll()).toEqual({ ok: false, error: { kind: "unreachable", code: "ECONNREFUSED" } });
  });

  test("takes an acknowledgement at the first peer that answers, and tells the others", async () => {
    const peers = await startCluster(2);
    const [first, second] = peers;
    const source = connectTo(peers.map(({ url }) => url));
    await fireAtAll(peers);
    const { alerts } = await answerThat(
      source,
      "the alert at both peers",
      (answer) => answer.alerts[0]?.seenBy.length === 2,
    );
    await first!.kill();
    const now = instant(Date.now());
    const action = {
      kind: "acknowledge",
      key: alerts[0]!.alert.key,
      labels: late.labels,
      by: "Alice",
      comment: "",
      from: now,
      until: after(now, hour),
    } as const;
    const taken = await source.actions.acknowledge!(action);
    expect(taken).toMatchObject({ ok: true });
    const handle = taken.ok && taken.value.kind === "done" ? taken.value.handle! : "";
    await answerThat(source, "the acknowledgement", (answer) => answer.alerts[0]?.acknowledgement?.handle === handle);

    await first!.start();
    await first!.fire(late);
    await eventually(
      "the peer that came back to hear of the silence",
      async () => (await first!.silences()).find(({ id }) => id === handle),
      20_000,
    );
    await answerThat(
      source,
      "both peers' acknowledgement",
      (answer) => answer.alerts[0]?.seenBy.length === 2 && answer.alerts[0].acknowledgement?.handle === handle,
    );
    expect(await source.actions.acknowledge!({ ...action, handle })).toEqual(taken);

    expect(await source.actions.unacknowledge!({ kind: "unacknowledge", key: action.key, handle })).toEqual({
      ok: true,
      value: { kind: "done" },
    });
    await answerThat(
      source,
      "the alert to fire again",
      (answer) => answer.alerts[0]?.acknowledgement === undefined && answer.alerts[0]?.suppression === undefined,
    );
    expect((await second!.silences()).map(({ status }) => status.state)).toEqual(["expired"]);
  });

  test("with a peer that hangs answers at the deadline, and sooner from then on", async () => {
    const peers = await startCluster(2);
    const source = connectTo(peers.map(({ url }) => url));
    await fireAtAll(peers);
    await answerThat(source, "the alert at both peers", (answer) => answer.alerts[0]?.seenBy.length === 2);
    peers[1]!.freeze();
    const answer = await answerThat(source, "the answer of the other", () => true);
    expect(answer.alerts).toMatchObject([{ seenBy: [nameOf(peers[0]!)] }]);
    expect(answer.peers).toEqual([
      { peer: nameOf(peers[0]!) },
      { peer: nameOf(peers[1]!), failure: { kind: "timeout", afterMs: 10_000 } },
    ]);
    const startedAt = performance.now();
    await peers[0]!.fire({ ...late, annotations: { summary: "Ledger is very late" } });
    expect(await source.poll()).toMatchObject({
      ok: true,
      value: { alerts: [{ alert: { title: "Ledger is very late" } }] },
    });
    expect(performance.now() - startedAt).toBeLessThan(6_000);
    peers[1]!.thaw();
    await answerThat(source, "the peer to wake", (woken) => woken.peers.every(({ failure }) => !failure));
  });
});
