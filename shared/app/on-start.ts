import { minute, second } from "../time/duration.ts";
import { after, type Instant } from "../time/instant.ts";
import { allDue, calendarsOf, loadedTeam } from "../behaviour/calendar/on-calendar.ts";
import { isOpen, type Incident, type IncidentId } from "../incident/incident.ts";
import type { OutboxEntry } from "../incident/outbox.ts";
import { takeUp } from "../kept/restore.ts";
import { journalEntry } from "../log/journal-kinds.ts";
import { calendarNotice, sourceNotice } from "../paging/notice-facts.ts";
import { becomes, type Decision } from "../state/decision.ts";
import type { Effect, Entry } from "../state/effect.ts";
import type { AppEvent, Stamp } from "../state/event.ts";
import { withEntries } from "../state/recent-log.ts";
import { newSource, type AppState, type ReadTeam, type SourceState } from "../state/state.ts";
import { keptChanges, resumedChanges } from "../behaviour/schedule/on-schedule-change.ts";
import { isPolled, watchedSources } from "../team/watched-source.ts";

/** How long notices wait to be told as one, after a start or sleep, if the sources have not all answered before. */
const gatherFor = 5 * second;
/** How long answers may be on their way to a machine that has just woken, before an offer of its person lapses. */
const patience = 2 * minute;

type Started = Extract<AppEvent, { kind: "started" }>;

/** Takes up what the last run kept. */
export function onStarted(state: AppState, event: Started, { now }: Stamp): Decision {
  const { restored, settings, me, journal, keptAside, log = [] } = event;
  const next: AppState = {
    ...resumed(takeUp(state, restored), now),
    settings,
    ...(me !== undefined && { givenMe: me }),
    journal,
    keptAside,
    recentLog: withEntries([], log),
  };
  return { ...becomes(next), entries: [{ at: now, kind: "started", body: {} }] };
}

/** What was under way when Baton ended is begun anew; what was decided and never confirmed on a screen is told again. */
const resumed = (state: AppState, now: Instant): AppState => ({
  ...state,
  outbox: mapped(state.outbox, (entry) => requeued(entry, now)),
  tellings: mapped(state.tellings, (telling) => (telling.confirmed ? telling : { ...telling, nextAt: now })),
  sources: mapped(state.sources, (source) => ({ ...source, watchedSince: now })),
  calendars: mapped(state.calendars, (calendar) => ({ ...calendar, nextReadAt: now })),
  handoffs: { ...state.handoffs, patientUntil: after(now, patience) },
  scheduleChanges: resumedChanges(state.scheduleChanges.made),
  gathering: { why: "missed", until: after(now, gatherFor) },
});

const mapped = <T>(all: ReadonlyMap<string, T>, change: (one: T) => T): ReadonlyMap<string, T> =>
  new Map([...all].map(([id, one]) => [id, change(one)]));

/** An action that was on its way when Baton ended may or may not have arrived; sources take it twice without harm. */
function requeued(entry: OutboxEntry, now: Instant): OutboxEntry {
  if (entry.state.kind !== "sending") return entry;
  return { ...entry, state: { kind: "queued", attempts: entry.state.attempts, nextAt: now } };
}

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
