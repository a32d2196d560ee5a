import type { Offer } from "../../handoff/handoff.ts";
import { handoffOf } from "../../handoff/papers.ts";
import { findPerson, findSchedule } from "../../team/lookup.ts";
import type { Override, PersonId, Schedule, Team } from "../../team/team.ts";
import { day } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";
import { toInstant, toLocal } from "../../time/zoned.ts";
import type { AppState } from "../../state/state.ts";
import { dutyKey, inOrder, type HandoffState, type KnownHandoff } from "../../handoff/handoff-state.ts";

/*
 * Handoffs make people responsible beside the schedule. Both cases are overrides of the team in force, in every installation
 * that sees the folder:
 *
 *   accepted           the accepter, from the acceptance to the end of the shift (or of the next, where another stands in)
 *   not accepted       whoever offered, from the end of the shift on: nobody is let off by a clock while the answer is out
 *
 * An override that was written into the team file after the acceptance is stronger than either.
 */

/** Further back than this, nobody asks who was on call. */
const rememberedFor = 60 * day;

/** The team with what handoffs have changed; the very same state where they change nothing. Whoever sets another team need not know of this. */
export function enforceHandoffs(state: AppState, now: Instant): AppState {
  const { loaded, handoffs } = state;
  if (!loaded || (handoffs.known.size === 0 && !handoffs.inForce)) return state;
  const { inForce } = handoffs;
  const base = inForce?.team === loaded.team ? inForce.base : loaded.team;
  const made = new Map(
    base.schedules.map((schedule) => [schedule.id, overridesFor(schedule, { base, handoffs, now })]),
  );
  const overrides = JSON.stringify([...made]);
  if (inForce?.base === base && inForce.overrides === overrides && inForce.team === loaded.team) return state;
  const schedules = base.schedules.map((schedule) => withOverrides(schedule, made.get(schedule.id) ?? none));
  const same = schedules.every((schedule, index) => schedule === base.schedules[index]);
  const team = same ? base : { ...base, schedules };
  return { ...state, loaded: { ...loaded, team }, handoffs: { ...handoffs, inForce: { base, team, overrides } } };
}

/** `known` are the file's overrides that the handoffs were made in the knowledge of. */
type Made = { readonly overrides: readonly Override[]; readonly known: readonly string[] };
const none: Made = { overrides: [], known: [] };

type Knowledge = { readonly base: Team; readonly handoffs: HandoffState; readonly now: Instant };

function overridesFor(schedule: Schedule, { base, handoffs, now }: Knowledge): Made {
  const mine = inOrder(handoffs.known).filter(
    ({ offer: { duty, to, from, until } }) =>
      duty.schedule === schedule.id &&
      after(until, rememberedFor) > now &&
      findPerson(base, to) !== undefined &&
      findPerson(base, from) !== undefined,
  );
  return {
    overrides: mine.flatMap((handoff) => overridesOf(handoff, { schedule, now, last: isLast(handoff, mine) })),
    known: mine.flatMap(({ overrides }) => overrides),
  };
}

function withOverrides(schedule: Schedule, { overrides: made, known }: Made): Schedule {
  if (made.length === 0) return schedule;
  const before = new Set(known);
  const isNew = (override: Override): boolean => !before.has(JSON.stringify(override));
  // The later declared is the stronger of two that meet.
  const old = schedule.overrides.filter((override) => !isNew(override));
  return { ...schedule, overrides: [...old, ...made, ...schedule.overrides.filter(isNew)] };
}

/** An offer that its author has made anew stands for nothing. */
const isLast = (handoff: KnownHandoff, all: readonly KnownHandoff[]): boolean =>
  all.findLast(({ offer }) => dutyKey(offer.duty) === dutyKey(handoff.offer.duty)) === handoff;

type Place = { readonly schedule: Schedule; readonly now: Instant; readonly last: boolean };

function overridesOf(known: KnownHandoff, { schedule, now, last }: Place): readonly Override[] {
  const { offer } = known;
  const handoff = handoffOf(known);
  if (handoff.kind === "withdrawn") return [];
  if (handoff.kind !== "accepted") {
    const holds = last && now >= offer.duty.to;
    return holds ? [...span(schedule, offer, { person: offer.from, from: offer.duty.to, to: offer.until })] : [];
  }
  const from = acceptedFrom(known, handoff.answer.at);
  const isNext = offer.next?.person === offer.to;
  return [
    ...span(schedule, offer, { person: offer.from, from: offer.duty.to, to: from < offer.until ? from : offer.until }),
    ...span(schedule, offer, {
      person: offer.to,
      from,
      to: isNext && from < offer.duty.to ? offer.duty.to : offer.until,
    }),
  ];
}

/** Clocks differ: an acceptance holds from its own instant or from when it was seen here, whichever is earlier. */
const acceptedFrom = ({ answerSeenAt }: KnownHandoff, at: Instant): Instant =>
  answerSeenAt !== undefined && answerSeenAt < at ? answerSeenAt : at;

type Held = { readonly person: PersonId; readonly from: Instant; readonly to: Instant };

/** Local minutes, as the team file has them: the seconds before an acceptance count as after it. */
function span(schedule: Schedule, { duty }: Offer, { person, from, to }: Held): readonly Override[] {
  const local = (at: Instant): string => {
    const { date, time } = toLocal(schedule.timezone, at);
    return `${date}T${time}`;
  };
  const override = { role: duty.role, person, from: local(from), to: local(to), reason: "handoff" };
  return override.from < override.to ? [override] : [];
}

/** The overrides of the team file that a handoff is made in the knowledge of. */
export function overridesNow({ loaded, handoffs }: AppState, { duty, until }: Offer): readonly string[] {
  const team = handoffs.inForce?.team === loaded?.team ? handoffs.inForce?.base : loaded?.team;
  const schedule = team && findSchedule(team, duty.schedule);
  if (!schedule) return [];
  const meets = ({ from, to }: Override): boolean =>
    toInstant(schedule.timezone, from) < until && duty.from < toInstant(schedule.timezone, to);
  return schedule.overrides.filter(meets).map((override) => JSON.stringify(override));
}
