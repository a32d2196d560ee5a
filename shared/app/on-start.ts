import { minute, second } from "../time/duration.ts";
import { after } from "../time/instant.ts";
import { restoredCalendars } from "../behaviour/calendar/restored-calendars.ts";
import { allDue, calendarsOf, loadedTeam } from "../behaviour/calendar/on-calendar.ts";
import { isOpen, type Incident, type IncidentId } from "../incident/incident.ts";
import { journalEntry } from "../log/journal-kinds.ts";
import { calendarNotice, sourceNotice } from "../paging/notice-facts.ts";
import { becomes, type Decision } from "../state/decision.ts";
import type { Effect, Entry } from "../state/effect.ts";
import type { AppEvent, Stamp } from "../state/event.ts";
import { withEntries } from "../state/recent-log.ts";
import type { AppState, ReadTeam, SourceState } from "../state/state.ts";
import { type KeptHandoffs, noHandoffs } from "../handoff/handoff-state.ts";
import { keptChanges, resumedChanges } from "../behaviour/schedule/on-schedule-change.ts";
import { isPolled, watchedSources } from "../team/watched-source.ts";

/** How long notices wait to be told as one, after a start or sleep, if the sources have not all answered before. */
const gatherFor = 5 * second;
/** How long answers may be on their way to a machine that has just woken, before an offer of its person lapses. */
const patience = 2 * minute;

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
    calendars: restoredCalendars(restored, now),
    toldRisks: new Set(restored.toldRisks),
    ...(restored.shiftsTold && { shiftsTold: restored.shiftsTold }),
    announcements: new Map(restored.announcements.map((kept) => [kept.announcement.id, kept])),
    ticks: new Map(restored.ticks.map((ticks) => [ticks.incident, ticks])),
    recentLog: withEntries([], restored.log ?? []),
    tasks: new Map(restored.tasks.map((task) => [task.id, task])),
    handoffs: restoredHandoffs(restored.handoffs, now),
    scheduleChanges: resumedChanges(restored.scheduleChanges ?? []),
    ...(restored.quietUntil !== undefined && { quietUntil: restored.quietUntil }),
    ...(restored.quietSince !== undefined && { quietSince: restored.quietSince }),
    gathering: { why: "missed", until: after(now, gatherFor) },
  };
  return { ...becomes(next), entries: [{ at: now, kind: "started", body: {} }] };
}

export const restoredHandoffs = (kept: KeptHandoffs | undefined, now: Stamp["now"]): AppState["handoffs"] => ({
  ...noHandoffs,
  patientUntil: after(now, patience),
  ...(kept && { ...kept, known: new Map(kept.known.map((handoff) => [handoff.id, handoff])) }),
});

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
export function onTeamLoaded(state: AppState, read: ReadTeam, { now }: Stamp): Decision {
  const calendars = calendarsOf(read.team, state.calendars, now);
  const loaded = loadedTeam(read, calendars);
  const sources = new Map<string, SourceState>();
  for (const source of watchedSources(loaded.team)) {
    const known = state.sources.get(source.id) ?? newSource(source.id, now);
    const { askedAt: _asked, ...idle } = known;
    sources.set(source.id, isPolled(source) ? { ...idle, nextPollAt: now } : { ...idle, asked: true, lastGoodAt: now });
  }
  const next: AppState = {
    ...state,
    loaded,
    teamProblems: [],
    sources,
    calendars,
    incidents: onlyOf(sources, state.incidents),
    scheduleChanges: keptChanges(state, loaded),
  };
  const body = { team: loaded.team.id, sample: loaded.sample };
  const entries = [journalEntry(now, "team-loaded", body), ...droppedEntries(state, next, now)];
  const effects = [...closedNotices(state.sources, sources), ...closedCalendars(state.calendars, calendars)];
  return { state: next, effects, entries };
}

/** What was said of the health of a source that is gone goes with it. */
function closedNotices(before: AppState["sources"], after: ReadonlyMap<string, SourceState>): readonly Effect[] {
  const gone = [...before.values()].filter(({ id, toldFreshness }) => !after.has(id) && toldFreshness !== "fresh");
  return gone.map(({ id }): Effect => ({ kind: "close-notice", key: sourceNotice(id) }));
}

/** Incidents that no source will ever end: the journal says why nothing more is heard of them. */
function droppedEntries(before: AppState, after: AppState, now: Stamp["now"]): readonly Entry[] {
  const dropped = [...before.incidents.values()].filter((one) => isOpen(one) && !after.incidents.has(one.id));
  return dropped.length === 0
    ? []
    : [journalEntry(now, "incidents-dropped", { incidents: dropped.map(({ id }) => id) })];
}

/** The same for calendars. */
function closedCalendars(before: AppState["calendars"], after: AppState["calendars"]): readonly Effect[] {
  const gone = [...before.values()].filter(({ id, told }) => told && !after.has(id));
  return gone.map(({ id }): Effect => ({ kind: "close-notice", key: calendarNotice(id) }));
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
  return becomes({
    ...state,
    sources,
    calendars: allDue(state.calendars, now),
    handoffs: { ...state.handoffs, patientUntil: after(now, patience) },
    gathering: { why: "missed", until: after(now, gatherFor) },
  });
}

function askAgain(source: SourceState, now: Stamp["now"]): SourceState {
  if (source.nextPollAt === undefined) return source;
  const { askedAt: _asked, ...idle } = source;
  return { ...idle, nextPollAt: now, asked: false, watchedSince: now };
}
