import { minute } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import { matchService } from "../team/service-match.ts";
import { findService } from "../team/lookup.ts";
import type { Service, Source, Team } from "../team/team.ts";
import type { SourceAlert } from "./answer.ts";
import { resolve, retrigger, withSeverity } from "./change.ts";
import { incidentId } from "./identity.ts";
import type { Incident, IncidentId, Labels, Link } from "./incident.ts";
import { withMute } from "./mute.ts";
import { mapSeverity } from "./severity.ts";
import { deadlines } from "./sla.ts";

/** When and by whom a key was last seen firing, by the source's clock. */
export type Sighting = { readonly seenAt: Instant; readonly seenBy: readonly string[] };
export type Sightings = ReadonlyMap<string, Sighting>;

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
export function mergeAlerts(known: Known, alerts: readonly SourceAlert[], merging: Merging): readonly Incident[] {
  const latest = latestByKey(known.incidents, merging.source.id);
  const changes = new Map<IncidentId, Incident>();
  for (const alert of alerts) {
    const before = latest.get(alert.key);
    const now = before === undefined ? open(alert, [], merging) : follow(before, alert, { known, merging });
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
    if (incident.source !== at.source || incident.standing.kind === "resolved" || present.has(incident.key)) continue;
    const holders = known.sightings.get(incident.key)?.seenBy;
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
    const other = latest.get(incident.key);
    if (other === undefined || isNewer(incident, other)) latest.set(incident.key, incident);
  }
  return latest;
}

const isNewer = (a: Incident, b: Incident): boolean => {
  const ended = Number(a.standing.kind === "resolved") - Number(b.standing.kind === "resolved");
  return ended === 0 ? a.startedAt > b.startedAt : ended < 0;
};

function open(alert: SourceAlert, flaps: readonly Instant[], { team, source, now }: Merging): Incident {
  const service = serviceFor(team, alert);
  const severity = mapSeverity(source, alert.severity);
  const incident: Incident = {
    id: incidentId(source.id, alert.key, alert.startedAt),
    source: source.id,
    key: alert.key,
    title: alert.title,
    severity,
    reportedSeverity: severity,
    ...(service && { service: service.id }),
    labels: alert.labels,
    links: alert.links,
    ...(alert.runbook !== undefined && { runbook: alert.runbook }),
    startedAt: alert.startedAt,
    seenAt: alert.seenAt,
    openedAt: now,
    standing: { kind: "triggered", since: now },
    ...deadlines(team, service, { openedAt: now, severity }),
    flaps,
    timeline: [{ at: now, what: { kind: "triggered" } }],
  };
  return withMute(incident, alert, { team, now });
}

/** The service that the sender names, else the one whose labels match best. */
const serviceFor = (team: Team, alert: SourceAlert): Service | undefined =>
  (alert.service === undefined ? undefined : findService(team, alert.service)) ?? matchService(team, alert.labels);

/** What one alert makes of the newest incident of its key. */
function follow(
  before: Incident,
  alert: SourceAlert,
  { known, merging }: { readonly known: Known; readonly merging: Merging },
): Incident {
  const lastSeen = known.sightings.get(alert.key)?.seenAt ?? before.seenAt;
  if (before.standing.kind === "resolved") return fireAgain(before, alert, merging);
  // A start after the last sighting is another firing; one before it is the same, told by a peer with another clock.
  if (alert.startedAt > lastSeen && alert.startedAt > before.startedAt) return fireAgain(before, alert, merging);
  return keepUp(before, alert, { inFlight: known.inFlight.has(before.id), merging });
}

function fireAgain(before: Incident, alert: SourceAlert, merging: Merging): Incident {
  const { now } = merging;
  const flaps = [...before.flaps.filter((at) => at > after(now, -flapWindow)), now];
  const same = alert.startedAt === before.startedAt || flaps.length >= flapsToHold;
  if (!same) return open(alert, flaps, merging);
  const { respondedAt: _responded, ...rest } = before;
  const content = { title: alert.title, labels: alert.labels, links: alert.links, seenAt: alert.seenAt };
  return withMute(retrigger({ ...rest, ...content, flaps }, now, "fired-again"), alert, merging);
}

function keepUp(
  before: Incident,
  alert: SourceAlert,
  { inFlight, merging }: { readonly inFlight: boolean; readonly merging: Merging },
): Incident {
  const { now, source } = merging;
  const described = sameContent(before, alert) ? before : withContent(before, alert, merging);
  const reported = mapSeverity(source, alert.severity);
  const rated = reported === described.reportedSeverity ? described : rate(described, reported, merging);
  if (inFlight) return rated;
  return withMute(withoutLostAcknowledgement(rated, alert, merging), alert, { team: merging.team, now });
}

function withContent(before: Incident, alert: SourceAlert, { team }: Merging): Incident {
  const { service: _service, runbook: _runbook, ...rest } = before;
  const service = serviceFor(team, alert);
  const { title, labels, links, runbook } = alert;
  return {
    ...rest,
    title,
    labels,
    links,
    ...(service && { service: service.id }),
    ...(runbook !== undefined && { runbook }),
  };
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
function withoutLostAcknowledgement(before: Incident, alert: SourceAlert, { acknowledges, now }: Merging): Incident {
  const { standing } = before;
  if (!acknowledges || standing.kind !== "acknowledged" || alert.acknowledgement || alert.suppression) return before;
  return retrigger(
    before,
    now,
    standing.until !== undefined && standing.until <= now ? "acknowledgement-over" : "taken-back",
  );
}

const sameContent = (incident: Incident, alert: SourceAlert): boolean =>
  incident.title === alert.title &&
  incident.runbook === alert.runbook &&
  (incident.labels === alert.labels || sameLabels(incident.labels, alert.labels)) &&
  (incident.links === alert.links || sameLinks(incident.links, alert.links));

/* Ten thousand alerts are compared at each poll: by loops, which make nothing that is thrown away. */

function sameLabels(a: Labels, b: Labels): boolean {
  let left = 0;
  for (const name in a) {
    if (a[name] !== b[name]) return false;
    left += 1;
  }
  for (const _name in b) left -= 1;
  return left === 0;
}

function sameLinks(a: readonly Link[], b: readonly Link[]): boolean {
  if (a.length !== b.length) return false;
  for (const [index, { title, url }] of a.entries()) {
    const other = b[index];
    if (other?.title !== title || other.url !== url) return false;
  }
  return true;
}
