import { second } from "../time/duration.ts";
import { after } from "../time/instant.ts";
import type { Incident, IncidentId } from "../incident/incident.ts";
import { sourceNotice } from "../paging/notice-facts.ts";
import { becomes, type Decision } from "./decision.ts";
import type { Effect } from "./effect.ts";
import type { AppEvent, Stamp } from "./event.ts";
import type { AppState, LoadedTeam, SourceState } from "./state.ts";
import { isPolled, watchedSources } from "./watched-source.ts";

/** How long notices wait to be told as one, after a start or sleep, if the sources have not all answered before. */
const gatherFor = 5 * second;

type Started = Extract<AppEvent, { kind: "started" }>;

/** Takes up what the last run kept. What was decided and never confirmed on a screen is told again. */
export function onStarted(state: AppState, event: Started, { now }: Stamp): Decision {
  const { restored } = event;
  const next: AppState = {
    ...state,
    settings: event.settings,
    ...(event.me !== undefined && { givenMe: event.me }),
    journal: event.journal,
    incidents: new Map(restored.incidents.map((incident) => [incident.id, incident])),
    outbox: new Map(restored.outbox.map((entry) => [entry.id, requeued(entry, now)])),
    tellings: new Map(
      restored.tellings.map((telling) => [telling.incident, telling.confirmed ? telling : { ...telling, nextAt: now }]),
    ),
    sources: new Map(restored.sources.map((kept) => [kept.id, { ...newSource(kept.id, now), ...kept }])),
    toldRisks: new Set(restored.toldRisks),
    ...(restored.quietUntil !== undefined && { quietUntil: restored.quietUntil }),
    ...(restored.quietSince !== undefined && { quietSince: restored.quietSince }),
    gathering: { why: "missed", until: after(now, gatherFor) },
  };
  return { ...becomes(next), entries: [{ at: now, kind: "started", body: {} }] };
}

/** An action that was on its way when Baton ended may or may not have arrived; sources take it twice without harm. */
function requeued(
  entry: AppState["outbox"] extends ReadonlyMap<string, infer E> ? E : never,
  now: Stamp["now"],
): typeof entry {
  if (entry.state.kind !== "sending") return entry;
  return { ...entry, state: { kind: "queued", attempts: entry.state.attempts, nextAt: now } };
}

const newSource = (id: string, now: Stamp["now"]): SourceState => ({
  id,
  watchedSince: now,
  failures: 0,
  peers: [],
  unparsed: 0,
  heartbeatMissing: false,
  sightings: new Map(),
  asked: false,
  toldFreshness: "fresh",
});

/** Takes a team into use: its sources are watched from now on, and incidents of sources it no longer has are over. */
export function onTeamLoaded(state: AppState, loaded: LoadedTeam, { now }: Stamp): Decision {
  const sources = new Map<string, SourceState>();
  for (const source of watchedSources(loaded.team)) {
    const known = state.sources.get(source.id) ?? newSource(source.id, now);
    const { askedAt: _asked, ...idle } = known;
    sources.set(source.id, isPolled(source) ? { ...idle, nextPollAt: now } : { ...idle, asked: true, lastGoodAt: now });
  }
  const next: AppState = { ...state, loaded, teamProblems: [], sources, incidents: onlyOf(sources, state.incidents) };
  const body = { team: loaded.team.id, sample: loaded.sample };
  const entries = [{ at: now, kind: "team-loaded", body }];
  return { state: next, effects: closedNotices(state.sources, sources), entries };
}

/** What was said of the health of a source that is gone goes with it. */
function closedNotices(before: AppState["sources"], after: ReadonlyMap<string, SourceState>): readonly Effect[] {
  const gone = [...before.values()].filter(({ id, toldFreshness }) => !after.has(id) && toldFreshness !== "fresh");
  return gone.map(({ id }): Effect => ({ kind: "close-notice", key: sourceNotice(id) }));
}

function onlyOf(
  sources: ReadonlyMap<string, SourceState>,
  incidents: ReadonlyMap<IncidentId, Incident>,
): ReadonlyMap<IncidentId, Incident> {
  const kept = [...incidents.values()].filter(({ source }) => sources.has(source));
  return kept.length === incidents.size ? incidents : new Map(kept.map((incident) => [incident.id, incident]));
}

/**
 * After sleep, what was missed is told as one, and every source is asked at once. Nothing stops for a suspend: a machine that
 * does not sleep after all, or forgets to say that it woke, must not cost a page.
 */
export function onMachine(
  state: AppState,
  what: Extract<AppEvent, { kind: "machine" }>["what"],
  { now }: Stamp,
): Decision {
  if (what !== "resumed") return becomes(state);
  const sources = new Map([...state.sources].map(([id, source]) => [id, askAgain(source, now)]));
  return becomes({ ...state, sources, gathering: { why: "missed", until: after(now, gatherFor) } });
}

function askAgain(source: SourceState, now: Stamp["now"]): SourceState {
  if (source.nextPollAt === undefined) return source;
  const { askedAt: _asked, ...idle } = source;
  return { ...idle, nextPollAt: now, asked: false, watchedSince: now };
}
