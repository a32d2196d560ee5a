import { err, ok } from "../../../shared/result.ts";
import { second } from "../../../shared/time/duration.ts";
import type { SourceOf, SourceProvider, SourceTools } from "../../core/provider.ts";
import type { PolledConnection, PollResult } from "../../core/source.ts";
import { askedOnce } from "../reach/one-at-a-time.ts";
import { acknowledge, unacknowledge, type Cluster } from "./acknowledge.ts";
import { answerOf, mostTelling, type Polled } from "./answer.ts";
import { mergePeers, nothingMerged } from "./merge.ts";
import type { PeerAlerts } from "./parse.ts";
import { createPeer, peerName, type Peer } from "./peer.ts";
import { questionsTo } from "./silences.ts";
import { createSilenceBook } from "./silence-book.ts";

/** Prometheus Alertmanager, one or several peers of a cluster, over its API v2. Acknowledging is silencing one alert. */
export const alertmanager = { connect: watch } satisfies SourceProvider<"alertmanager">;

/** Milliseconds from asking for the list to its last byte; Alertmanager takes 230 ms for ten thousand alerts. */
const deadline = 10 * second;

/** For a peer that did not answer in time while another did: what fires is not held up at each poll by one that hangs. */
const shortDeadline = 3 * second;

/** What an answer is made of: the same basis makes the same answer. */
type Basis = readonly unknown[];

function watch({ config, heartbeat }: SourceOf<"alertmanager">, tools: SourceTools): PolledConnection {
  const peers = distinctUrls(config.urls).map((url) => createPeer(url, config, tools));
  const book = createSilenceBook();
  let merged = nothingMerged;
  let delivered: Basis = [];
  let last: readonly Polled[] = [];

  // Those that answered last are the likeliest to answer now.
  const cluster = (): Cluster => ({
    peers: peers.toSorted((a, b) => Number(answered(b, last)) - Number(answered(a, last))),
    now: tools.clock.now(),
    alerts: merged.alerts,
  });

  const poll = async (): Promise<PollResult> => {
    const polled = await Promise.all(
      peers.map(async (peer) => ({ peer, alerts: await peer.alerts(hangs(peer, last) ? shortDeadline : deadline) })),
    );
    last = polled;
    const good = polled.flatMap(({ alerts }) => (alerts.ok ? [alerts.value] : []));
    if (good.length === 0) return err(mostTelling(polled));
    const answering = polled.filter(({ alerts }) => alerts.ok).map(({ peer }) => peer);
    const now = tools.clock.now();
    await book.refresh(silencesOf(good), now, questionsTo(answering, now));

    const basis: Basis = [
      ...polled.map(({ alerts }) => (alerts.ok ? alerts.value : alerts.error.kind)),
      book.revision(),
    ];
    if (isSame(delivered, basis)) return ok("unchanged");
    delivered = basis;
    merged = mergePeers(good, merged);
    return ok(answerOf(polled, { alerts: merged.alerts, book, heartbeat }));
  };

  return {
    poll: askedOnce(poll),
    actions: {
      async acknowledge(action) {
        const silence = await acknowledge(action, cluster());
        if (!silence.ok) return silence;
        if (action.handle !== undefined && action.handle !== silence.value.id) book.forget(action.handle);
        book.learn(silence.value);
        return ok({ kind: "done", handle: silence.value.id, until: silence.value.until });
      },
      async unacknowledge(action) {
        const ended = await unacknowledge(action, cluster());
        if (!ended.ok) return ended;
        book.forget(action.handle);
        return ok({ kind: "done" });
      },
    },
  };
}

const outcomeOf = (peer: Peer, polled: readonly Polled[]): Polled["alerts"] | undefined =>
  polled.find((one) => one.peer === peer)?.alerts;

const answered = (peer: Peer, polled: readonly Polled[]): boolean => outcomeOf(peer, polled)?.ok === true;

function hangs(peer: Peer, polled: readonly Polled[]): boolean {
  const outcome = outcomeOf(peer, polled);
  return outcome?.ok === false && outcome.error.kind === "timeout" && polled.some(({ alerts }) => alerts.ok);
}

/** A peer that is named twice is one peer. */
const distinctUrls = (urls: readonly string[]): readonly string[] => [
  ...new Map(urls.map((url) => [peerName(url), url])).values(),
];

const silencesOf = (peers: readonly PeerAlerts[]): ReadonlySet<string> =>
  new Set(peers.flatMap(({ silences }) => [...silences]));

const isSame = (a: Basis, b: Basis): boolean => a.length === b.length && a.every((part, index) => part === b[index]);
