import type { Instant } from "../time/instant.ts";
import type { SourceFailure } from "../incident/answer.ts";
import { publicHolidaysAttribution } from "../calendar/public-holidays.ts";
import { announcementViews } from "../behaviour/announcement/announce.ts";
import { calendarViews } from "../behaviour/calendar/calendar-views.ts";
import { dutyAt } from "../state/duty.ts";
import { freshnessOf } from "../behaviour/source/freshness.ts";
import { handoffView } from "../behaviour/handoff/handoff-view.ts";
import { deliveryOf, escalates, incidentDetail, rowContext } from "../behaviour/incident/incident-view.ts";
import { pendingIncidents } from "../behaviour/outbox/outbox.ts";
import { lastScheduleChange } from "../behaviour/schedule/change-view.ts";
import type { RowTally } from "../behaviour/incident/row-tally.ts";
import { runbooksGlance } from "../behaviour/runbook/runbook-view.ts";
import { personRef, scheduleName, shiftView } from "../schedule/shift-view.ts";
import type { IncidentDetail, IncidentRow } from "../incident/incident-shape.ts";
import type { Snapshot, SourceView } from "./snapshot-shape.ts";
import { whoAmI, type AppState, type LoadedTeam } from "../state/state.ts";
import { traySummary } from "./tray-summary.ts";
import { isPolled, watchedSources } from "../team/watched-source.ts";

/** What the host knows and the core does not: itself, and its secret store. */
export type HostFacts = Pick<Snapshot, "version" | "host" | "zone" | "secretKeeping" | "trayAvailable"> & {
  readonly inbox?: NonNullable<Snapshot["inbox"]>;
  readonly teamRevision: number;
  readonly secrets: readonly { readonly name: string; readonly present: boolean; readonly usedBy: readonly string[] }[];
};

const shownRefusals = 20;

/** The whole of what a screen shows but the rows of the list, which are made and sent apart. */
export function snapshot(
  state: AppState,
  host: HostFacts,
  at: { readonly now: Instant; readonly tally: RowTally },
): Snapshot {
  const { now, tally } = at;
  const { loaded, drill, journal, notifier } = state;
  const me = whoAmI(state);
  const shift = loaded ? shiftView(loaded.team, me, now) : { standing: "unknown" as const, onCallNow: [] };
  const duty = loaded && dutyAt(loaded.team, now);
  const escalatesOf = (row: IncidentRow) => {
    const incident = state.incidents.get(row.id);
    return incident && duty ? escalates(incident, duty) : ({ kind: "none" } as const);
  };
  const lastChange = lastScheduleChange(state, now);
  const current = tally.current && detailOf(state, tally.current.id, now);
  const { inbox, secrets, teamRevision, ...rest } = host;
  const missingSecrets = (id: string): readonly string[] =>
    secrets.filter(({ present, usedBy }) => !present && usedBy.includes(id)).map(({ name }) => name);
  return {
    ...rest,
    now,
    ...(loaded && { team: teamView(loaded, teamRevision) }),
    teamProblems: [...state.teamProblems],
    ...(loaded && me !== undefined && { me: personRef(loaded.team, me) }),
    settings: state.settings,
    shift,
    handoff: handoffView(state, now),
    tray: traySummary(state, { shift, tally, escalates: escalatesOf }, now),
    ...(current && { current }),
    counts: tally.counts,
    ...(state.quietSince !== undefined && { quietSince: state.quietSince }),
    sources: loaded ? sourceViews(state, { loaded, now, missingSecrets, openBySource: tally.openBySource }) : [],
    calendars: loaded ? calendarViews(state, { loaded, now, missingSecrets }) : [],
    notifier: {
      adapter: notifier.adapter,
      working: notifier.health.kind === "working",
      ...(notifier.health.kind === "failing" && { reason: notifier.health.reason }),
      buttons: notifier.buttons,
      ...(notifier.server !== undefined && { server: notifier.server }),
    },
    journal,
    runbooks: runbooksGlance(state),
    outbox: outboxView(state),
    ...(drill && { drill }),
    announcements: announcementViews(state, now),
    ...(lastChange && { lastScheduleChange: lastChange }),
    secrets: secrets.map((secret) => ({ ...secret, usedBy: [...secret.usedBy] })),
    ...(inbox && { inbox }),
  };
}

function teamView(
  { team, path, sample, publicHolidays = {} }: LoadedTeam,
  revision: number,
): NonNullable<Snapshot["team"]> {
  return {
    id: team.id,
    name: team.name,
    sample,
    path,
    people: team.people.map(({ id, name }) => ({ id, name })),
    services: team.services.map(({ id, name }) => ({ id, name })),
    schedules: team.schedules.map((schedule) => ({
      id: schedule.id,
      name: scheduleName(schedule),
      timezone: schedule.timezone,
      calendars: team.calendars
        .filter(({ use }) => use.kind === "shifts" && use.schedule === schedule.id)
        .map((calendar) => calendar.id),
    })),
    revision,
    ...(Object.keys(publicHolidays).length > 0 && { holidaysBy: publicHolidaysAttribution }),
  };
}

/** Everything about one incident; undefined where there is none of this id, or no team. */
export function detailOf(state: AppState, id: string, now: Instant): IncidentDetail | undefined {
  const incident = state.incidents.get(id);
  if (!incident || !state.loaded) return undefined;
  return incidentDetail(state, incident, rowContext(state, dutyAt(state.loaded.team, now), pendingIncidents(state)));
}

type SourceFacts = {
  readonly loaded: LoadedTeam;
  readonly now: Instant;
  readonly missingSecrets: (id: string) => readonly string[];
  readonly openBySource: ReadonlyMap<string, number>;
};

function sourceViews(
  state: AppState,
  { loaded, now, missingSecrets, openBySource }: SourceFacts,
): readonly SourceView[] {
  return watchedSources(loaded.team).map((source): SourceView => {
    const known = state.sources.get(source.id);
    return {
      id: source.id,
      name: source.name,
      kind: source.config.kind,
      freshness: freshnessOf(source, known, now),
      ...(isPolled(source) && known?.lastGoodAt !== undefined && { lastGoodAt: known.lastGoodAt }),
      ...(known?.nextPollAt !== undefined && { nextPollAt: known.nextPollAt }),
      polling: known?.askedAt !== undefined,
      ...failureView(known),
      peers: (known?.peers ?? []).map(({ peer, failure }) => ({ peer, ...(failure && { failure: failure.kind }) })),
      unparsed: known?.unparsed ?? 0,
      open: openBySource.get(source.id) ?? 0,
      missingSecrets: missingSecrets(source.id),
    };
  });
}

function failureView(
  known: AppState["sources"] extends ReadonlyMap<string, infer S> ? S | undefined : never,
): Pick<SourceView, "failure"> {
  if (known?.heartbeatMissing) return { failure: { kind: "heartbeat-missing", facts: {} } };
  return known?.failure ? { failure: { kind: known.failure.kind, facts: factsOf(known.failure) } } : {};
}

function factsOf(failure: SourceFailure): Record<string, string | number> {
  const { kind: _kind, ...facts } = failure;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, 3).join("; ") : (value as string | number),
    ]),
  );
}

/** What waits or was refused; what was confirmed shows with its incident. */
function outboxView(state: AppState): Snapshot["outbox"] {
  return [...state.outbox.values()]
    .filter(({ state: at }) => at.kind !== "confirmed" && at.kind !== "sending")
    .slice(-shownRefusals)
    .map((entry) => ({
      id: entry.id,
      incident: entry.incident,
      title: state.incidents.get(entry.incident)?.title ?? entry.action.key,
      source: entry.source,
      delivery: deliveryOf(entry),
    }));
}
