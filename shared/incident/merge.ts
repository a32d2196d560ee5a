import { minute } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import { matchService } from "../team/service-match.ts";
import { findService } from "../team/lookup.ts";
import type { Service, Source, Team } from "../team/team.ts";
import { sameOrNew, type Alert, type Sighting, type Sightings } from "./alert.ts";
import { resolve, retrigger, withSeverity } from "./change.ts";
import { incidentId } from "./identity.ts";
import type { Incident, IncidentId } from "./incident.ts";
import { withMute } from "./mute.ts";
import { mapSeverity } from "./severity.ts";
import { deadlines } from "./sla.ts";

/** What is known before an answer is merged. */
export type Known = {
  readonly incidents: ReadonlyMap<IncidentId, Incident>;
  readonly sightings: Sightings;
  /** Incidents with an action under way or just settled: what the source shows of them may be older than that. */
  readonly inFlight: ReadonlySet<IncidentId>;
};

export type Merging = {
  readonly team: Team;
  readonly source: Source;
  /** By our clock: when the answer is taken in. */
  readonly now: Instant;
  /** The source can acknowledge, so what it no longer shows as acknowledged is not. */
  readonly acknowledges: boolean;
};

/** A key that comes back this often within the window is one incident that flaps. */
const flapsToHold = 3;
const flapWindow = 10 * minute;

/**
 * What alerts make of what is known, the incidents that change: new ones open, known ones follow, ended ones fire again.
 * Alerts that are not there are not touched.
 */
export function mergeAlerts(known: Known, seen: readonly Sighting[], merging: Merging): readonly Incident[] {
  const latest = latestByKey(known.incidents, merging.source.id);
  const changes = new Map<IncidentId, Incident>();
  for (const sighting of seen) {
    const before = latest.get(sighting.alert.key);
    const now = before === undefined ? open(sighting, [], merging) : follow(before, sighting, { known, merging });
    if (now !== before) changes.set(now.id, now);
    // The end of the earlier firing lay between two polls.
    if (before !== undefined && now.id !== before.id && before.standing.kind !== "resolved") {
      changes.set(before.id, resolve(before, { at: merging.now }));
    }
  }
  return [...changes.values()];
}

/** What a complete answer ends: the incidents that it no longer holds, where every peer that had them has answered. */
export function missingFrom(
  known: Known,
  present: Sightings,
  at: { readonly source: string; readonly answered: ReadonlySet<string>; readonly now: Instant },
): readonly Incident[] {
  const ended: Incident[] = [];
  for (const incident of known.incidents.values()) {
    if (incident.source !== at.source || incident.standing.kind === "resolved" || present.has(incident.alert.key)) {
      continue;
    }
    const holders = known.sightings.get(incident.alert.key)?.seenBy;
    if (holders === undefined || holders.every((peer) => at.answered.has(peer))) {
      ended.push(resolve(incident, { at: at.now }));
    }
  }
  return ended;
}

/** The newest incident of each key; an open one before an ended one. */
function latestByKey(incidents: ReadonlyMap<IncidentId, Incident>, source: string): ReadonlyMap<string, Incident> {
  const latest = new Map<string, Incident>();
  for (const incident of incidents.values()) {
    if (incident.source !== source) continue;
    const { key } = incident.alert;
    const other = latest.get(key);
    if (other === undefined || isNewer(incident, other)) latest.set(key, incident);
  }
  return latest;
}

const isNewer = (a: Incident, b: Incident): boolean => {
  const ended = Number(a.standing.kind === "resolved") - Number(b.standing.kind === "resolved");
  return ended === 0 ? a.startedAt > b.startedAt : ended < 0;
};

function open(sighting: Sighting, flaps: readonly Instant[], { team, source, now }: Merging): Incident {
  const { alert, seenAt } = sighting;
  const service = serviceFor(team, alert);
  const severity = mapSeverity(source, alert.severity);
  const incident: Incident = {
    id: incidentId(source.id, alert.key, alert.startedAt),
    source: source.id,
    alert,
    severity,
    reportedSeverity: severity,
    ...(service && { service: service.id }),
    startedAt: alert.startedAt,
    seenAt,
    openedAt: now,
    standing: { kind: "triggered", since: now },
    ...deadlines(team, service, { openedAt: now, severity }),
    flaps,
    timeline: [{ at: now, what: { kind: "triggered" } }],
  };
  return withMute(incident, sighting, { team, now });
}

/** The service that the sender names, else the one whose labels match best. */
const serviceFor = (team: Team, alert: Alert): Service | undefined =>
  (alert.service === undefined ? undefined : findService(team, alert.service)) ?? matchService(team, alert.labels);

/** What one alert makes of the newest incident of its key. */
function follow(
  before: Incident,
  sighting: Sighting,
  { known, merging }: { readonly known: Known; readonly merging: Merging },
): Incident {
  const { key, startedAt } = sighting.alert;
  if (before.standing.kind === "resolved") return fireAgain(before, sighting, merging);
  // A start after the last sighting is another firing; one before it is the same, told by a peer with another clock.
  if (startedAt > before.startedAt && startedAt > (known.sightings.get(key)?.seenAt ?? before.seenAt)) {
    return fireAgain(before, sighting, merging);
  }
  return keepUp(before, sighting, { inFlight: known.inFlight.has(before.id), merging });
}

function fireAgain(before: Incident, sighting: Sighting, merging: Merging): Incident {
  const { now } = merging;
  const { alert, seenAt } = sighting;
  const flaps = [...before.flaps.filter((at) => at > after(now, -flapWindow)), now];
  const same = alert.startedAt === before.startedAt || flaps.length >= flapsToHold;
  if (!same) return open(sighting, flaps, merging);
  const { respondedAt: _responded, ...rest } = described(before, alert, merging);
  return withMute(retrigger({ ...rest, seenAt, flaps }, now, "fired-again"), sighting, merging);
}

function keepUp(
  before: Incident,
  sighting: Sighting,
  { inFlight, merging }: { readonly inFlight: boolean; readonly merging: Merging },
): Incident {
  const { now, source, team } = merging;
  const current = described(before, sighting.alert, merging);
  const reported = mapSeverity(source, sighting.alert.severity);
  const rated = reported === current.reportedSeverity ? current : rate(current, reported, merging);
  if (inFlight) return rated;
  return withMute(withoutLostAcknowledgement(rated, sighting, merging), sighting, { team, now });
}

/** The incident of what the source says now; the very same where it says what it said. */
function described(before: Incident, said: Alert, { team }: Merging): Incident {
  const alert = sameOrNew(before.alert, said);
  if (alert === before.alert) return before;
  const { service: _service, ...rest } = before;
  const service = serviceFor(team, alert);
  return { ...rest, alert, ...(service && { service: service.id }) };
}

/** Triage outlives the source's word: only a severity that nobody changed follows it. */
function rate(before: Incident, reported: Incident["severity"], { team, now }: Merging): Incident {
  const triaged = before.severity !== before.reportedSeverity;
  const noted: Incident = { ...before, reportedSeverity: reported };
  if (triaged) return noted;
  const rated = withSeverity(noted, { at: now }, reported);
  const service = team.services.find(({ id }) => id === rated.service);
  return { ...rated, ...deadlines(team, service, rated) };
}

/** The source no longer shows an acknowledgement that it had: it ran out, or somebody ended it there. */
function withoutLostAcknowledgement(before: Incident, sighting: Sighting, { acknowledges, now }: Merging): Incident {
  const { standing } = before;
  if (!acknowledges || standing.kind !== "acknowledged" || sighting.acknowledgement || sighting.suppression) {
    return before;
  }
  return retrigger(
    before,
    now,
    standing.until !== undefined && standing.until <= now ? "acknowledgement-over" : "taken-back",
  );
}
