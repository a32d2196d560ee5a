import type { ShiftNews } from "../../paging/notice-facts.ts";
import type { Stint } from "../../schedule/stint.ts";
import { nameOf } from "../../team/lookup.ts";
import type { PersonId, Schedule, Team } from "../../team/team.ts";
import { scheduleName } from "../../team/named.ts";
import type { Boundaries } from "./shift-watch.ts";

type Place = { readonly team: Team; readonly schedule: Schedule };

/** What a notice says of one schedule. Its name is left out where the team has no other. */
export function shiftNews({ began, soon, ends, next }: Boundaries, { team, schedule }: Place): readonly ShiftNews[] {
  const named = (person: PersonId | undefined): string | undefined =>
    person === undefined ? undefined : nameOf(team, person);
  const place = {
    schedule: schedule.id,
    ...(team.schedules.length > 1 && { scheduleName: scheduleName(schedule) }),
  };
  const begins = (what: "soon" | "began", { role, from, to, before }: Stint): ShiftNews => {
    const name = named(before);
    return { ...place, what, role, at: from, until: to, ...(name !== undefined && { before: name }) };
  };
  const ending = ({ role, to, next: heir }: Stint): ShiftNews => {
    const name = named(heir);
    return {
      ...place,
      what: "ends",
      role,
      at: to,
      ...(name !== undefined && { next: name }),
      ...(next && { mine: { role: next.role, at: next.from } }),
    };
  };
  return [
    ...(began ? [begins("began", began)] : []),
    ...(ends ? [ending(ends)] : []),
    ...(soon ? [begins("soon", soon)] : []),
  ];
}
