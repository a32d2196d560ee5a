import type { Person, PersonId, Role, Schedule } from "../team/team.ts";
import { weekdays } from "../team/team.ts";
import { hour } from "../time/duration.ts";
import type { Change } from "./change.ts";
import { changed } from "./change.ts";
import { openSpans, windowsOf } from "./coverage.ts";
import type { Duty } from "./duty.ts";
import { duties, participantsOf } from "./duty.ts";
import { holidayDays } from "./holidays.ts";
import type { Context, Span } from "./shift.ts";
import { overlap } from "./shift.ts";

/** What one person carries over a span, in hours but for `shifts`. */
export type Load = {
  readonly person: PersonId;
  /** Times on call without a break. */
  readonly shifts: number;
  readonly hours: number;
  /** On Saturdays and Sundays of the schedule's zone. */
  readonly weekendHours: number;
  readonly holidayHours: number;
  /** From 22:00 to 07:00 in the person's own zone. */
  readonly nightHours: number;
};

export type Fairness = {
  /** 0, where one person carries everything, to 100, where all carry the same. */
  readonly index: number;
  /** Everybody who takes turns, in the order of the file, then whoever else was on call. */
  readonly loads: readonly Load[];
};

export type FairnessQuestion = {
  readonly span: Span;
  /** Gives each person's zone; whoever is missing is taken to live in the schedule's. */
  readonly people: readonly Pick<Person, "id" | "timezone">[];
  /** Default: primary, who is paged first. */
  readonly roles?: readonly Role[];
};

const night = windowsOf([{ days: weekdays, from: "22:00", to: "07:00" }]);
const weekend = windowsOf([{ days: ["sat", "sun"], from: "00:00", to: "00:00" }]);

/** How the duty of a span is shared out (000-10). */
export function fairness(schedule: Schedule, context: Context, question: FairnessQuestion): Fairness {
  const { span, people, roles = ["primary"] } = question;
  const zones = new Map(people.map(({ id, timezone }) => [id, timezone]));
  const days = holidayDays(schedule);
  const loads = new Map(participantsOf(schedule).map((person) => [person, unburdened(person)]));
  for (const duty of duties(schedule, context, { ...span, roles })) {
    const load = loads.get(duty.person) ?? unburdened(duty.person);
    loads.set(duty.person, {
      person: duty.person,
      shifts: load.shifts + 1,
      hours: load.hours + hoursOf([duty]),
      weekendHours: load.weekendHours + hoursOf(openSpans(weekend, schedule.timezone, duty)),
      holidayHours: load.holidayHours + hoursOf(shared(duty, days)),
      nightHours: load.nightHours + hoursOf(openSpans(night, zones.get(duty.person) ?? schedule.timezone, duty)),
    });
  }
  return { index: equality([...loads.values()].map(weight)), loads: [...loads.values()] };
}

/** The fairness of a span as it is and as it would be with a change. */
export function fairnessWith(
  schedule: Schedule,
  context: Context,
  question: FairnessQuestion & { readonly change: Change },
): { readonly before: Fairness; readonly after: Fairness } {
  return {
    before: fairness(schedule, context, question),
    after: fairness(changed(schedule, question.change), context, question),
  };
}

const unburdened = (person: PersonId): Load => ({
  person,
  shifts: 0,
  hours: 0,
  weekendHours: 0,
  holidayHours: 0,
  nightHours: 0,
});

const hoursOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + (to - from), 0) / hour;

const shared = (duty: Duty, days: readonly Span[]): readonly Span[] => days.flatMap((day) => overlap(duty, day) ?? []);

/** Hours at night, on weekends and on holidays weigh twice, so that a swap of Christmas for a plain day shows. */
const weight = (load: Load): number => load.hours + load.weekendHours + load.holidayHours + load.nightHours;

/** 100 minus the Gini coefficient in percent, which for n people reaches (n - 1) / n at most and is scaled to 1. */
function equality(weights: readonly number[]): number {
  const total = weights.reduce((sum, each) => sum + each, 0);
  if (weights.length < 2 || total === 0) return 100;
  const differences = weights.reduce(
    (sum, each) => sum + weights.reduce((inner, other) => inner + Math.abs(each - other), 0),
    0,
  );
  const gini = differences / (2 * weights.length * total);
  return Math.round(100 * (1 - (gini * weights.length) / (weights.length - 1)));
}
