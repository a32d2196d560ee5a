import type { Labels, Sighting, Sightings } from "../../../shared/incident/alert.ts";
import type { SourceAnswer, SourceFailure } from "../../../shared/incident/answer.ts";
import type { Result } from "../../../shared/result.ts";
import type { PeerAlerts } from "./parse.ts";
import type { Peer } from "./peer.ts";
import { describeSilence } from "./silence.ts";
import type { SilenceBook } from "./silence-book.ts";

/** A peer, and how it answered a poll. */
export type Polled = { readonly peer: Peer; readonly alerts: Result<PeerAlerts, SourceFailure> };

type Ingredients = {
  /** Of all peers that answered, by key. */
  readonly alerts: Sightings;
  readonly book: SilenceBook;
  readonly heartbeat: Labels | undefined;
};

/** The cluster's answer. The heartbeat is no incident: its absence is. */
export function answerOf(polled: readonly Polled[], { alerts, book, heartbeat }: Ingredients): SourceAnswer {
  const firing: Sighting[] = [];
  let beats = heartbeat === undefined;
  for (const sighting of alerts.values()) {
    if (heartbeat && hasLabels(sighting, heartbeat)) beats = true;
    else firing.push(describeSilence(sighting, (id) => book.get(id)));
  }
  return {
    alerts: firing,
    unparsed: polled.reduce((sum, { alerts: told }) => sum + (told.ok ? told.value.unparsed : 0), 0),
    peers: polled.map(({ peer, alerts: told }) => ({ peer: peer.name, ...(!told.ok && { failure: told.error }) })),
    heartbeatMissing: !beats,
  };
}

const hasLabels = ({ alert: { labels } }: Sighting, wanted: Labels): boolean =>
  Object.entries(wanted).every(([name, value]) => Object.hasOwn(labels, name) && labels[name] === value);

/** What people can act on comes first; that nobody answered says least. */
const telling: Readonly<Record<SourceFailure["kind"], number>> = {
  "secret-missing": 0,
  unauthorized: 1,
  forbidden: 2,
  "plan-limit": 3,
  unreadable: 4,
  "client-certificate": 5,
  tls: 6,
  "tls-refused": 7,
  "http2-only": 8,
  "proxy-unauthorized": 9,
  "proxy-failed": 10,
  "bad-address": 11,
  redirected: 12,
  malformed: 13,
  "too-large": 14,
  status: 15,
  "rate-limited": 16,
  timeout: 17,
  unreachable: 18,
  listener: 19,
  internal: 20,
};

/** The failure of a poll that no peer answered. */
export function mostTelling(polled: readonly Polled[]): SourceFailure {
  const failures = polled.flatMap(({ alerts }) => (alerts.ok ? [] : [alerts.error]));
  return failures.reduce((a, b) => (telling[b.kind] < telling[a.kind] ? b : a));
}
