import { second } from "../time/duration.ts";
import { after } from "../time/instant.ts";
import { retrigger, told } from "../incident/change.ts";
import { becalm, calmAt, resolvedKept } from "../state/calm.ts";
import { readCalendars, tellCalendars } from "../behaviour/calendar/read-calendars.ts";
import { dutyAt } from "../state/duty.ts";
import { advance, withWhom } from "../incident/escalation.ts";
import { isOpen, needsSomebody, type Incident, type IncidentId } from "../incident/incident.ts";
import { becomes, andThen, withIncidents, type Decision } from "../state/decision.ts";
import type { Effect, Entry } from "../state/effect.ts";
import type { Stamp } from "../state/event.ts";
import { announceHolidaySwaps } from "../behaviour/announcement/holiday-swap-notices.ts";
import { forgetAnnouncements } from "../behaviour/announcement/announce.ts";
import { shiftNotices } from "../behaviour/shift/shift-notices.ts";
import { settleHandoffs } from "../behaviour/handoff/settle-handoffs.ts";
import { endDrill } from "../behaviour/drill/drill.ts";
import { judgeFreshness } from "../behaviour/source/freshness.ts";
import { extendAcknowledgements, settleOutbox } from "../behaviour/outbox/outbox.ts";
import { page } from "../behaviour/paging/page.ts";
import type { AppState, SourceState } from "../state/state.ts";
import { riskNotices } from "../behaviour/paging/risk.ts";

/** A question without an answer for so long is asked again; sources end theirs well before. */
const pollWithin = 60 * second;
const resolvedMost = 2_000;

type Step = (state: AppState, stamp: Stamp) => Decision;

const inTurn = (steps: readonly Step[], decision: Decision, stamp: Stamp): Decision =>
  steps.reduce((current, step) => andThen(current, (state) => step(state, stamp)), decision);

/** What time itself brings, after every event: deadlines pass, steps are reached, questions and notices fall due. */
export const settle = (decision: Decision, stamp: Stamp): Decision =>
  inTurn(
    [
      settleHandoffs,
      settleIncidents,
      settleOutbox,
      poll,
      readCalendars,
      judgeFreshness,
      tellCalendars,
      page,
      riskNotices,
      shiftNotices,
      announceHolidaySwaps,
      forgetAnnouncements,
      endDrill,
      markQuiet,
    ],
    decision,
    stamp,
  );

function settleIncidents(state: AppState, stamp: Stamp): Decision {
  const duty = state.loaded && dutyAt(state.loaded.team, stamp.now);
  const calm = duty && calmAt(state, duty);
  if (calm) return calm.extensionWaits ? extendAcknowledgements(state, stamp) : becomes(state);
  const settled = inTurn([expire, forget, escalate, extendAcknowledgements], becomes(state), stamp);
  if (duty) becalm(settled.state, duty);
  return settled;
}

/** Snoozes end. */
function expire(state: AppState, { now }: Stamp): Decision {
  const back: Incident[] = [];
  for (const incident of state.incidents.values()) {
    const { standing } = incident;
    if (standing.kind === "snoozed" && standing.until <= now) back.push(retrigger(incident, now, "snooze-over"));
  }
  const entries = back.map(({ id }): Entry => ({ at: now, kind: "snooze-over", body: { incident: id } }));
  return { ...becomes(withIncidents(state, back)), entries };
}

/** What is over is kept for a week, for flapping and recurrence, and at most so many. */
function forget(state: AppState, { now }: Stamp): Decision {
  const ended: Incident[] = [];
  for (const incident of state.incidents.values()) if (!isOpen(incident)) ended.push(incident);
  const endedAt = ({ standing }: Incident): number => (standing.kind === "resolved" ? standing.at : 0);
  const excess =
    ended.length > resolvedMost
      ? ended.toSorted((a, b) => endedAt(a) - endedAt(b)).slice(0, ended.length - resolvedMost)
      : [];
  const old = ended.filter((incident) => endedAt(incident) <= now - resolvedKept);
  if (excess.length === 0 && old.length === 0) return becomes(state);
  const incidents = new Map(state.incidents);
  for (const { id } of [...excess, ...old]) incidents.delete(id);
  return becomes({ ...state, incidents });
}

/** Baton's own run of the team's policies, for what nobody has taken. */
function escalate(state: AppState, { now }: Stamp): Decision {
  if (!state.loaded) return becomes(state);
  const duty = dutyAt(state.loaded.team, now);
  const changed: Incident[] = [];
  const pages = new Map<string, Escalated>();
  for (const incident of state.incidents.values()) {
    if (!needsSomebody(incident)) continue;
    const escalation = advance(duty, incident);
    if (escalation === incident.escalation) continue;
    const { escalation: _before, ...rest } = incident;
    if (!escalation) {
      changed.push(rest);
      continue;
    }
    const moved: Incident = { ...rest, escalation };
    const people = withWhom(duty, moved);
    changed.push(told(moved, { at: now }, { kind: "paged", people, step: escalation.step, round: escalation.round }));
    const { policy, step, round } = escalation;
    const same = `${policy} ${step} ${round} ${people.join(" ")}`;
    const page = pages.get(same);
    if (page) page.incidents.push(incident.id);
    else pages.set(same, { incidents: [incident.id], step, round, people });
  }
  const entries = [...pages.values()].map((body): Entry => ({ at: now, kind: "escalation", body }));
  return { ...becomes(withIncidents(state, changed)), entries };
}

/** What reaches the same people by the same step at once: one line of the journal, however many they are. */
type Escalated = {
  readonly incidents: IncidentId[];
  readonly step: number;
  readonly round: number;
  readonly people: readonly string[];
};

/** Asks the sources whose turn it is. */
function poll(state: AppState, { now }: Stamp): Decision {
  const due = [...state.sources.values()].filter(({ askedAt, nextPollAt }) =>
    askedAt === undefined ? nextPollAt !== undefined && nextPollAt <= now : after(askedAt, pollWithin) <= now,
  );
  if (due.length === 0) return becomes(state);
  const sources = new Map<string, SourceState>(state.sources);
  for (const source of due) sources.set(source.id, { ...source, askedAt: now });
  const effects = due.map(({ id }): Effect => ({ kind: "poll", source: id }));
  return { state: { ...state, sources }, effects, entries: [] };
}

export const pollAgainAt = (source: SourceState) =>
  source.askedAt === undefined ? source.nextPollAt : after(source.askedAt, pollWithin);

/** Since when nothing has been open. */
function markQuiet(state: AppState, { now }: Stamp): Decision {
  const open = hasOpen(state.incidents);
  if (open === (state.quietSince === undefined)) return becomes(state);
  const { quietSince: _since, ...rest } = state;
  return becomes(open ? rest : { ...rest, quietSince: now });
}

function hasOpen(incidents: ReadonlyMap<IncidentId, Incident>): boolean {
  for (const incident of incidents.values()) if (isOpen(incident)) return true;
  return false;
}
