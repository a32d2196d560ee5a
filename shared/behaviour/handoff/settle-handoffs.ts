import type { Offer } from "../../handoff/handoff.ts";
import { handoffOf, type Paper } from "../../handoff/papers.ts";
import { isOpen } from "../../incident/incident.ts";
import { handoffNotice, type NoticeFacts } from "../../paging/notice-facts.ts";
import { cycleAt } from "../../schedule/cycle.ts";
import { findSchedule, nameOf } from "../../team/lookup.ts";
import type { Schedule } from "../../team/team.ts";
import { minute } from "../../time/duration.ts";
import { after, earliest, type Instant } from "../../time/instant.ts";
import { andThen, becomes, withIncidents, type Decision } from "../../state/decision.ts";
import type { Effect, Entry } from "../../state/effect.ts";
import type { Stamp } from "../../state/event.ts";
import { scheduleName } from "../../team/named.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import { closed, withKnown } from "./carry-out.ts";
import type { HandoffState, KnownHandoff, ToldOf } from "../../handoff/handoff-state.ts";
import { enforceHandoffs } from "./in-force.ts";
import { isOfSchedule } from "./of-schedule.ts";

/** A paper that was given to the shell and never confirmed is given again. */
const writeWithin = minute;

/** What time brings to handoffs: offers lapse, papers are sent, people are told, lists are shuffled, and all of it comes into force. */
export function settleHandoffs(state: AppState, stamp: Stamp): Decision {
  const steps = [lapse, send, tell, shuffle];
  const settled = steps.reduce((decision, step) => andThen(decision, (next) => step(next, stamp)), becomes(state));
  return { ...settled, state: enforceHandoffs(settled.state, stamp.now) };
}

/** When an offer lapses here: by this clock, from when it was first seen here. Only whoever offered lets it lapse. */
export const lapsesAt = ({ seenAt, offer }: KnownHandoff): Instant => after(seenAt, offer.acceptWithin);

function lapse(state: AppState, { now }: Stamp): Decision {
  const me = whoAmI(state);
  let next = state;
  for (const known of state.handoffs.known.values()) {
    if (known.offer.from === me && isLapsing(state.handoffs, known, now)) {
      next = withKnown(next, closed(known, "lapsed", now));
    }
  }
  return becomes(next);
}

const isLapsing = ({ patientUntil }: HandoffState, known: KnownHandoff, now: Instant): boolean =>
  handoffOf(known).kind === "offered" && lapsesAt(known) <= now && (patientUntil === undefined || patientUntil <= now);

/** Gives papers that the folder lacks to the shell. */
function send(state: AppState, { now }: Stamp): Decision {
  if (state.handoffs.folder.kind !== "shared") return becomes(state);
  let next = state;
  const effects: Effect[] = [];
  for (const known of state.handoffs.known.values()) {
    const due = known.unsent.filter(({ nextAt }) => nextAt <= now);
    const papers = due.flatMap(({ paper }) => paperOf(known, paper) ?? []);
    if (papers.length === 0) continue;
    effects.push(...papers.map((paper): Effect => ({ kind: "write-paper", paper })));
    const unsent = known.unsent.map((one) => (due.includes(one) ? { ...one, nextAt: after(now, writeWithin) } : one));
    next = withKnown(next, { ...known, unsent });
  }
  return { ...becomes(next), effects };
}

function paperOf({ id, offer, report, answer, closing }: KnownHandoff, kind: Paper["kind"]): Paper | undefined {
  switch (kind) {
    case "offer":
      return { kind, id, offer, report };
    case "answer":
      return answer && { kind, id, answer };
    case "closing":
      return closing && { kind, id, closing };
  }
}

/** Tells, and writes down, what has become of a handoff; what is long over is taken in silently. */
function tell(state: AppState, { now }: Stamp): Decision {
  let decision = becomes(state);
  for (const known of state.handoffs.known.values()) {
    const { kind } = handoffOf(known);
    if (kind === known.told) continue;
    decision = andThen(decision, (next) => tellOne(next, { known, kind, now }));
  }
  return decision;
}

type Telling = { readonly known: KnownHandoff; readonly kind: ToldOf; readonly now: Instant };

function tellOne(state: AppState, { known, kind, now }: Telling): Decision {
  const seen = withKnown(state, { ...known, told: kind });
  if (known.offer.until <= now) return becomes(seen);
  const next = kind === "accepted" ? passedOn(seen, known.offer) : seen;
  const facts = noticeOf(state, known, kind);
  const effects: readonly Effect[] = facts ? [shown(state, facts, now)] : closedNotice(known);
  return { ...becomes(next), effects, entries: [entryOf(known, kind, now)] };
}

/** What the giver had taken is with the taker from now on: clocks that run out are told to whoever is there. */
function passedOn(state: AppState, { from, to, duty }: Offer): AppState {
  const team = state.loaded?.team;
  if (!team) return state;
  const taken = [...state.incidents.values()].filter(
    (incident) => isOpen(incident) && incident.assignee === from && isOfSchedule(team, duty.schedule, incident),
  );
  return withIncidents(
    state,
    taken.map((incident) => ({ ...incident, assignee: to })),
  );
}

const closedNotice = ({ id, told }: KnownHandoff): readonly Effect[] =>
  told === undefined ? [] : [{ kind: "close-notice", key: handoffNotice(id) }];

function shown({ settings }: AppState, facts: Extract<NoticeFacts, { kind: "handoff" }>, now: Instant): Effect {
  const sound = settings.sound ? "notice" : "none";
  return { kind: "show-notice", order: { facts, now, sound, sticky: facts.what === "offered" } };
}

/** What the two whom it concerns are told; a person's own doing is no news to them. */
function noticeOf(
  state: AppState,
  known: KnownHandoff,
  kind: ToldOf,
): Extract<NoticeFacts, { kind: "handoff" }> | undefined {
  const me = whoAmI(state);
  const team = state.loaded?.team;
  const { offer, answer, id } = known;
  const other = offer.from === me ? offer.to : offer.from;
  if (me === undefined || !team || (me !== offer.from && me !== offer.to) || kind === "withdrawn") return undefined;
  const mine = offer.from === me ? known.byHand : true;
  const isOwn = kind === "offered" ? offer.from === me : kind !== "lapsed" && mine;
  if (isOwn) return undefined;
  const schedule = findSchedule(team, offer.duty.schedule);
  return {
    kind: "handoff",
    key: handoffNotice(id),
    what: kind === "lapsed" && offer.to === me ? "missed" : kind,
    person: nameOf(team, other),
    ...(schedule && { schedule: scheduleName(schedule) }),
    until: offer.until,
    ...(kind === "offered" && { answerBy: lapsesAt(known) }),
    ...(answer?.word !== undefined && kind !== "lapsed" && { word: answer.word }),
  };
}

function entryOf({ id, offer, answer }: KnownHandoff, kind: ToldOf, now: Instant): Entry {
  const { duty, from, to, unfinishedBecause } = offer;
  const word = kind === "accepted" || kind === "declined" ? answer?.word : undefined;
  const body = {
    handoff: id,
    schedule: duty.schedule,
    role: duty.role,
    giver: from,
    taker: to,
    ...(word !== undefined && { word }),
    ...(kind === "offered" && unfinishedBecause !== undefined && { unfinishedBecause }),
  };
  return { at: now, kind: `handoff-${kind}`, body };
}

/** Writes the new order of a list into the journal when its round begins (002-7). */
function shuffle(state: AppState, { now }: Stamp): Decision {
  const team = state.loaded?.team;
  const shuffled = team?.schedules.filter(isShuffled) ?? [];
  if (!team || shuffled.length === 0) return becomes(state);
  const rounds: Record<string, number> = { ...state.handoffs.rounds };
  const entries: Entry[] = [];
  for (const schedule of shuffled) {
    const cycle = cycleAt(schedule, team, now);
    const before = rounds[schedule.id];
    if (!cycle || cycle.number === before) continue;
    rounds[schedule.id] = cycle.number;
    if (before === undefined || cycle.number < before) continue;
    entries.push({
      at: now,
      kind: "shuffled",
      body: { schedule: schedule.id, round: cycle.number, order: cycle.order },
    });
  }
  const same = shuffled.every(({ id }) => rounds[id] === state.handoffs.rounds[id]);
  return same ? becomes(state) : { ...becomes({ ...state, handoffs: { ...state.handoffs, rounds } }), entries };
}

const isShuffled = ({ rotations }: Schedule): boolean =>
  rotations.some(
    (rotation) => rotation.kind === "turns" && rotation.role === "primary" && rotation.onCycleEnd === "shuffle",
  );

/** When time next changes something about a handoff. */
export function handoffWake({ handoffs }: AppState, now: Instant): Instant | undefined {
  const wakes = [...handoffs.known.values()].flatMap((known): readonly Instant[] => {
    const { offer, unsent } = known;
    if (offer.until <= now) return [];
    return [lapsesAt(known), offer.duty.to, offer.until, ...unsent.map(({ nextAt }) => nextAt)];
  });
  return earliest(...[...wakes, handoffs.patientUntil].filter((at) => at !== undefined && at > now));
}
