import type { Stint } from "../../schedule/stint.ts";
import { after, type Instant } from "../../time/instant.ts";
import type { ShiftTold } from "../../schedule/shift-told.ts";

/* Which boundaries of one schedule are to be told, from its stints and from what was told before. */

export type Boundaries = {
  /** Began, and I was not told. */
  readonly began?: Stint;
  /** Near enough to be told of, told or not. */
  readonly soon?: Stint;
  readonly ends?: Stint;
  /** The stint that follows the present one. */
  readonly next?: Stint;
};

export type Moment = { readonly stints: readonly Stint[]; readonly now: Instant; readonly lead: number };

/**
 * What is near or new at a moment. Where one stint follows another without a break, their common boundary is one piece of
 * news: the end of being primary, else the beginning of what comes.
 */
export function boundariesAt({ stints, now, lead }: Moment, told: ShiftTold): Boundaries {
  const current = stints.find(({ from, to }) => from <= now && now < to);
  const next = stints.find(({ from }) => from > now);
  const isNear = (at: Instant): boolean => after(at, -lead) <= now && now < at;
  const goesOn = current !== undefined && next?.from === current.to;
  const endsMatters = current !== undefined && (current.role === "primary" || !goesOn);
  const soonMatters = next !== undefined && !(goesOn && current.role === "primary");
  return {
    ...(current && !isSame(current, told) && { began: current }),
    ...(soonMatters && isNear(next.from) && { soon: next }),
    ...(endsMatters && isNear(current.to) && { ends: current }),
    ...(next && { next }),
  };
}

/** A stint that overlaps the one I know of in the same role is that one, moved by a change of the schedule. */
const isSame = ({ role, from, to }: Stint, { begun }: ShiftTold): boolean =>
  begun?.role === role && begun.from < to && from < begun.to;

/** What I was told and still holds: bounds follow the schedule, and what is past or no longer true is forgotten. */
export function stillTold(told: ShiftTold, moment: Moment): ShiftTold {
  const { stints, now } = moment;
  const { begun, soon, ends } = told;
  const { soon: near, ends: ending } = boundariesAt(moment, told);
  const current = stints.find(({ from, to }) => from <= now && now < to);
  const known = current && isSame(current, told) ? current : undefined;
  const bounds = known ?? (begun && begun.to > now ? { ...begun, to: now } : begun);
  return {
    ...(bounds && { begun: { role: bounds.role, from: bounds.from, to: bounds.to } }),
    ...(soon && near?.from === soon.at && near.role === soon.role && { soon }),
    ...(ends && ending?.to === ends.at && ending.role === ends.role && { ends }),
  };
}

/** What is known once the boundaries have been told. */
export const toldOf = (told: ShiftTold, { began, soon, ends }: Boundaries): ShiftTold => ({
  ...told,
  ...(began && { begun: { role: began.role, from: began.from, to: began.to } }),
  ...(soon && { soon: { role: soon.role, at: soon.from } }),
  ...(ends && { ends: { role: ends.role, at: ends.to } }),
});

/** Whether any of the boundaries has not been told. */
export const isNews = ({ began, soon, ends }: Boundaries, told: ShiftTold): boolean =>
  began !== undefined || (soon !== undefined && !told.soon) || (ends !== undefined && !told.ends);

/** The instants after `now` at which something is to be told, or no longer true. */
export function wakesOf({ stints, now, lead }: Moment): readonly Instant[] {
  return stints
    .filter(({ to }) => to > now)
    .slice(0, 2)
    .flatMap(({ from, to }) => [after(from, -lead), from, after(to, -lead), to]);
}
