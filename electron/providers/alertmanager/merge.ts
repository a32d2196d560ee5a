import type { Sighting, Sightings, Suppression } from "../../../shared/incident/alert.ts";
import { instant } from "../../../shared/time/instant.ts";
import type { PeerAlerts } from "./parse.ts";

/** The alerts of the whole cluster by fingerprint, and the peers' own words that each was made of. */
export type Merged = {
  readonly alerts: Sightings;
  readonly parts: ReadonlyMap<string, readonly Sighting[]>;
};

export const nothingMerged: Merged = { alerts: new Map(), parts: new Map() };

/**
 * One alert per fingerprint, of the peers that answered: the newest word, the earliest start. What was made of the same
 * parts `before` is the same object. An alert that any peer calls suppressed is suppressed: peers tell each other of
 * silences within about a second.
 */
export function mergePeers(peers: readonly PeerAlerts[], before: Merged): Merged {
  const [only] = peers;
  if (only && peers.length === 1) return { alerts: only.alerts, parts: nothingMerged.parts };
  const parts = partsOf(peers);
  const alerts = new Map<string, Sighting>();
  for (const [key, said] of parts) {
    const known = sameParts(before.parts.get(key), said) ? before.alerts.get(key) : undefined;
    alerts.set(key, known ?? mergeParts(said));
  }
  return { alerts, parts };
}

function partsOf(peers: readonly PeerAlerts[]): ReadonlyMap<string, readonly Sighting[]> {
  const parts = new Map<string, Sighting[]>();
  for (const { alerts } of peers) {
    for (const [key, alert] of alerts) {
      const said = parts.get(key);
      if (said) said.push(alert);
      else parts.set(key, [alert]);
    }
  }
  return parts;
}

const sameParts = (a: readonly Sighting[] | undefined, b: readonly Sighting[]): boolean =>
  a?.length === b.length && a.every((part, index) => part === b[index]);

function mergeParts(parts: readonly Sighting[]): Sighting {
  const newest = parts.reduce((a, b) => (b.seenAt > a.seenAt ? b : a));
  if (parts.length === 1) return newest;
  const { suppression: _own, alert, ...said } = newest;
  const suppression = strongest(parts);
  const startedAt = instant(Math.min(...parts.map((part) => part.alert.startedAt)));
  return {
    ...said,
    alert: startedAt === alert.startedAt ? alert : { ...alert, startedAt },
    seenBy: parts.flatMap((part) => part.seenBy),
    ...(suppression && { suppression }),
  };
}

/** A person's silence says more than a rule's inhibition, and that more than a time of day. */
const strength: Readonly<Record<Suppression["by"], number>> = { silence: 2, inhibition: 1, "mute-time": 0 };

function strongest(parts: readonly Sighting[]): Suppression | undefined {
  let found: Suppression | undefined;
  for (const { suppression } of parts) {
    if (!suppression) continue;
    if (!found || strength[suppression.by] > strength[found.by]) found = suppression;
    else if (suppression.by === found.by) {
      found = { by: found.by, ids: [...new Set([...found.ids, ...suppression.ids])] };
    }
  }
  return found;
}
