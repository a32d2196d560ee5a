import { second } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";
import type { Sighting, Sightings } from "../../incident/alert.ts";
import type { SourceAnswer, SourceFailure } from "../../incident/answer.ts";
import type { IncidentId } from "../../incident/incident.ts";
import { mergeAlerts, missingFrom } from "../../incident/merge.ts";
import type { Source } from "../../team/team.ts";
import { becomes, withIncidents, type Decision } from "../../state/decision.ts";
import { standingEntries } from "../../state/standing-entries.ts";
import type { AppEvent, Stamp } from "../../state/event.ts";
import type { AppState, LoadedTeam, SourceState } from "../../state/state.ts";
import { findSource, inboxOf } from "../../team/watched-source.ts";

type Answered = Extract<AppEvent, { kind: "source-answered" }>;

/** Peers of a cluster hear of an acknowledgement a little later than the one that took it. */
const settleTime = 5 * second;
const longestBackoff = 4;

/** Takes a good answer: incidents open, follow and end by it. An unchanged one only makes the source fresh. */
export function onAnswered(state: AppState, event: Answered, stamp: Stamp): Decision {
  const { loaded } = state;
  const known = state.sources.get(event.source);
  const source = loaded && findSource(loaded.team, event.source);
  // An answer to a question that a changed team file or sleep has made void.
  if (!loaded || !known || !source || known.askedAt === undefined) return becomes(state);
  const answered = answeredNow(known, source, stamp.now);
  if (event.answer === "unchanged") return becomes(withSource(state, answered));
  return takeAnswer(state, event.answer, { loaded, source, known, answered, now: stamp.now });
}

type Taking = {
  readonly loaded: LoadedTeam;
  readonly source: Source;
  readonly known: SourceState;
  readonly answered: SourceState;
  readonly now: Instant;
};

function takeAnswer(state: AppState, answer: SourceAnswer, { loaded, source, known, answered, now }: Taking): Decision {
  const before = {
    incidents: state.incidents,
    sightings: known.sightings,
    inFlight: inFlight(state, known.askedAt ?? now),
  };
  const acknowledges = loaded.capabilities[source.id]?.includes("acknowledge") ?? false;
  const merged = mergeAlerts(before, answer.alerts, { team: loaded.team, source, now, acknowledges });
  const present = sightingsOf(answer.alerts);
  const whole = answer.unparsed === 0 && !answer.heartbeatMissing;
  const peers = new Set(answer.peers.filter(({ failure }) => !failure).map(({ peer }) => peer));
  const ended = whole ? missingFrom(before, present, { source: source.id, answered: peers, now }) : [];
  const changed = [...merged, ...ended];
  const { peers: answers, unparsed, heartbeatMissing } = answer;
  const sightings = whole ? keepUnanswered(known.sightings, present, peers) : new Map([...known.sightings, ...present]);
  const next = withSource(withIncidents(state, changed), {
    ...answered,
    peers: answers,
    unparsed,
    heartbeatMissing,
    sightings,
  });
  return {
    ...becomes(next),
    entries: standingEntries(state, next, { changed: changed.map(({ id }) => id), now }),
  };
}

/** What fires now, and what only peers that did not answer have seen. */
function keepUnanswered(known: Sightings, present: Sightings, answered: ReadonlySet<string>): Sightings {
  let kept: Map<string, Sighting> | undefined;
  for (const [key, sighting] of known) {
    if (sighting.seenBy.every((peer) => answered.has(peer)) || present.has(key)) continue;
    (kept ??= new Map(present)).set(key, sighting);
  }
  return kept ?? present;
}

function sightingsOf(seen: readonly Sighting[]): Sightings {
  const sightings = new Map<string, Sighting>();
  for (const sighting of seen) sightings.set(sighting.alert.key, sighting);
  return sightings;
}

/** Incidents whose last action is under way, or was settled after, or just before, the question was asked. */
function inFlight(state: AppState, askedAt: Instant): ReadonlySet<IncidentId> {
  const ids = new Set<IncidentId>();
  for (const { incident, state: at } of state.outbox.values()) {
    if (
      at.kind === "queued" ||
      at.kind === "sending" ||
      at.kind === "accepted" ||
      (at.kind === "confirmed" && askedAt < after(at.at, settleTime))
    ) {
      ids.add(incident);
    }
  }
  return ids;
}

function answeredNow(known: SourceState, source: Source, now: Instant): SourceState {
  const { askedAt: _asked, failure: _failure, ...idle } = known;
  return { ...idle, lastGoodAt: now, nextPollAt: after(now, source.poll), failures: 0, asked: true };
}

/** A failure changes nothing but the source's own health. The pause grows to four intervals, or to what the source asks for. */
export function onFailed(
  state: AppState,
  event: { readonly source: string; readonly failure: SourceFailure },
  { now }: Stamp,
): Decision {
  const known = state.sources.get(event.source);
  const source = state.loaded && findSource(state.loaded.team, event.source);
  if (!known || !source || known.askedAt === undefined) return becomes(state);
  const { askedAt: _asked, ...idle } = known;
  const failures = known.failures + 1;
  const pause = source.poll * Math.min(2 ** Math.max(failures - 2, 0), longestBackoff);
  const asked = event.failure.kind === "rate-limited" ? event.failure.until : undefined;
  const nextPollAt = asked !== undefined && asked > after(now, pause) ? asked : after(now, pause);
  return becomes(withSource(state, { ...idle, failure: event.failure, failures, nextPollAt, asked: true }));
}

/** The inbox hears, or it cannot listen; then it is blind. */
export function onInboxListening(state: AppState, failure: string | undefined, { now }: Stamp): Decision {
  const known = state.loaded && state.sources.get(inboxOf(state.loaded.team).id);
  if (!known) return becomes(state);
  const { failure: _failure, ...rest } = known;
  return becomes(
    withSource(
      state,
      failure === undefined ? { ...rest, lastGoodAt: now } : { ...rest, failure: { kind: "listener", code: failure } },
    ),
  );
}

const withSource = (state: AppState, source: SourceState): AppState => ({
  ...state,
  sources: new Map(state.sources).set(source.id, source),
});
