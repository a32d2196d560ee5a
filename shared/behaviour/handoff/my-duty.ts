import type { Duty, Offer } from "../../handoff/handoff.ts";
import { handoffOf } from "../../handoff/papers.ts";
import { onCall, shifts } from "../../schedule/resolve.ts";
import type { Shift } from "../../schedule/shift.ts";
import type { PersonId, Role, Schedule, Team } from "../../team/team.ts";
import { day } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import { inOrder, type KnownHandoff } from "../../handoff/handoff-state.ts";

/** What I am to hand over, and who has it next by the schedule. */
export type MyDuty = { readonly me: PersonId; readonly duty: Duty; readonly next?: NonNullable<Offer["next"]> };

/** Who stands by has nothing to hand over. */
const carried: readonly Role[] = ["primary", "secondary"];
/** Causes do not end a stretch of duty; further than this they are not followed. */
const farthest = 60 * day;

/** My duty now: of a handoff that is still out after its shift, else of the schedule. */
export function myDuty(state: AppState, now: Instant): MyDuty | undefined {
  const me = whoAmI(state);
  const team = state.loaded?.team;
  if (me === undefined || !team) return undefined;
  const held = heldOver(state, me, now);
  if (held) {
    const { duty, next } = held.offer;
    return { me, duty, ...(next && { next }) };
  }
  for (const role of carried) {
    for (const schedule of team.schedules) {
      const shift = onCall(schedule, team, now).roles[role].find(({ person }) => person === me);
      if (shift) return dutyOf(shift, { schedule, team });
    }
  }
  return undefined;
}

/** The handoff for which I am still responsible although its shift is over. */
export const heldOver = ({ handoffs }: AppState, me: PersonId, now: Instant): KnownHandoff | undefined =>
  inOrder(handoffs.known).findLast((known) => {
    const { from, duty, until } = known.offer;
    const { kind } = handoffOf(known);
    const open = kind === "offered" || kind === "declined" || kind === "lapsed";
    return from === me && open && duty.to <= now && now < until && onDuty(handoffs.known, known);
  });

/** No later handoff of the same duty has replaced it. */
const onDuty = (known: AppState["handoffs"]["known"], handoff: KnownHandoff): boolean =>
  inOrder(known).findLast(({ offer: { duty, from } }) => {
    const mine = handoff.offer;
    return (
      from === mine.from &&
      duty.schedule === mine.duty.schedule &&
      duty.role === mine.duty.role &&
      duty.from === mine.duty.from
    );
  }) === handoff;

type Place = { readonly schedule: Schedule; readonly team: Team };

/** The stretch around a shift in which the same person goes on, for whatever cause, and who follows. */
function dutyOf(shift: Shift, { schedule, team }: Place): MyDuty {
  const { role, person } = shift;
  const span = { from: after(shift.from, -farthest), to: after(shift.to, farthest) };
  const inRole = shifts(schedule, team, span).filter((one) => one.role === role);
  let [from, to] = [shift, shift];
  for (let other = before(from, inRole); other && goesOn(other, from); other = before(from, inRole)) from = other;
  for (let other = following(to, inRole); other && goesOn(to, other); other = following(to, inRole)) to = other;
  const heir = inRole.find((one) => one.from === to.to && one.person !== person);
  const duty = { schedule: schedule.id, role, from: from.from, to: to.to };
  return { me: person, duty, ...(heir && { next: { person: heir.person, until: lastOf(heir, inRole).to } }) };
}

function lastOf(shift: Shift, all: readonly Shift[]): Shift {
  let last = shift;
  for (let other = following(last, all); other && goesOn(last, other); other = following(last, all)) last = other;
  return last;
}

const before = ({ from, person }: Shift, all: readonly Shift[]): Shift | undefined =>
  all.find((one) => one.to === from && one.person === person);
const following = ({ to, person }: Shift, all: readonly Shift[]): Shift | undefined =>
  all.find((one) => one.from === to && one.person === person);

/** Two turns of one person are two duties; a holiday or an override within a turn is not. */
const goesOn = (earlier: Shift, later: Shift): boolean =>
  !(earlier.because === "rotation" && later.because === "rotation");
