import type { PersonId, Role } from "../team/team.ts";
import { roles } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import type { HolidayDay } from "./holidays.ts";
import type { Plan } from "./plan.ts";
import type { Cause, ImportedShift } from "./shift.ts";
import type { Piece } from "./site.ts";
import { personAt } from "./site.ts";

/** Somebody in a role, and why. */
export type Holder = {
  readonly person: PersonId;
  readonly because: Cause;
  readonly holiday?: string;
  /** Tells one turn from the next where a rotation has a single participant. */
  readonly turn?: string;
};

/** Who holds each role at an instant, in order. */
export type Roster = Readonly<Record<Role, readonly Holder[]>>;

/** The turns at an instant, of the roles that take turns. */
export type Pieces = Readonly<Record<Role, Piece | undefined>>;

export const nobody: Roster = { primary: [], secondary: [], backup: [] };

/** What applies at an instant, by strength. */
export type Moment = {
  readonly pieces: Pieces;
  readonly holiday: HolidayDay | undefined;
  readonly imported: readonly ImportedShift[];
  readonly unknown: boolean;
  readonly swaps: Plan["swaps"];
  readonly overrides: Plan["overrides"];
};

/** Who holds each role: the rotation, then the holiday policy, then swaps, then overrides, each over the one before. */
export function rosterAt(plan: Plan, moment: Moment): Roster {
  const covered = moment.holiday && plan.policy === "no-cover" ? nobody : fromTurns(plan, moment);
  const kept = moment.holiday ? withHoliday(plan, covered, moment.holiday) : covered;
  if (moment.swaps.length === 0 && moment.overrides.length === 0) return kept;
  let roster = kept;
  for (const { role, a, b } of moment.swaps) roster = { ...roster, [role]: roster[role].map(exchanged(a, b)) };
  // Of overrides that meet, the one declared last is the strongest.
  for (const { role, person } of moment.overrides) roster = { ...roster, [role]: [{ person, because: "override" }] };
  const changed = new Set([...moment.swaps, ...moment.overrides].map(({ role }) => role));
  for (const role of plan.others) {
    if (!changed.has(role)) roster = { ...roster, [role]: regrouped(plan, roster, { role, ...moment }) };
  }
  return roster;
}

function fromTurns(plan: Plan, { pieces, imported }: Moment): Roster {
  const roster: Record<Role, readonly Holder[]> = { ...nobody };
  for (const { role, person } of imported) {
    roster[role] = [...roster[role], { person, because: "rotation" as const }].filter(firstOfPerson);
  }
  if (plan.imported) return roster;
  for (const role of roles) roster[role] = inTurn(pieces[role], 0);
  for (const { role, leader, offset } of plan.followers) {
    const before = roster[role];
    const following = inTurn(pieces[leader], offset);
    roster[role] = before.length === 0 ? following : [...before, ...following].filter(firstOfPerson);
  }
  if (plan.others.length === 0) return roster;
  const list = listAt(pieces);
  for (const role of plan.others) {
    const held = heldOutside(plan, roster);
    roster[role] = list.filter((person) => !held.has(person)).map((person) => ({ person, because: "rotation" }));
  }
  return roster;
}

function inTurn(piece: Piece | undefined, offset: number): readonly Holder[] {
  const person = piece && personAt(piece.site, piece.turn + offset);
  if (!piece || person === undefined) return [];
  const holder: Holder = { person, because: "rotation" };
  return piece.site.solo ? [{ ...holder, turn: `${piece.site.begins}/${piece.turn}` }] : [holder];
}

const firstOfPerson = (holder: Holder, index: number, all: readonly Holder[]): boolean =>
  all.findIndex(({ person }) => person === holder.person) === index;

/** The primary's list in the order of its present cycle, everybody once. */
function listAt({ primary }: Pieces): readonly PersonId[] {
  return primary ? [...new Set(primary.site.orderAt(primary.turn))] : [];
}

/** Who holds a role that is not filled by everyone else. */
function heldOutside(plan: Plan, roster: Roster): ReadonlySet<PersonId> {
  return new Set(roles.flatMap((role) => (plan.others.includes(role) ? [] : roster[role].map(({ person }) => person))));
}

function withHoliday(plan: Plan, roster: Roster, { date, name }: HolidayDay): Roster {
  const [primary] = roster.primary;
  if (!primary) return roster;
  const onHoliday = ({ person, turn }: Holder): Holder => ({
    person,
    because: "holiday",
    holiday: name,
    ...(turn === undefined ? {} : { turn }),
  });
  const standIn = standInFor(plan, roster, date);
  const marked = onHoliday(primary);
  if (standIn === undefined || standIn === primary.person) return { ...roster, primary: [marked] };
  const relieved: Roster = { ...roster, primary: [onHoliday({ person: standIn, because: "holiday" })] };
  const leaves = (role: Role): boolean => roster[role].some(({ person }) => person === standIn);
  // Whoever is relieved becomes first backup, or secondary where that is the place the stand-in leaves.
  if (leaves("secondary") && !leaves("backup")) {
    return { ...relieved, secondary: roster.secondary.map((holder) => (holder.person === standIn ? marked : holder)) };
  }
  const rest = roster.backup.filter(({ person }) => person !== standIn && person !== primary.person);
  return { ...relieved, backup: [marked, ...rest] };
}

/** The first backup or else the secondary where the policy swaps; otherwise whoever it names. */
function standInFor(plan: Plan, roster: Roster, date: string): PersonId | undefined {
  if (plan.policy !== "swap-with-backup") return plan.named.get(date);
  const primary = roster.primary[0]?.person;
  return [...roster.backup, ...roster.secondary].find(({ person }) => person !== primary)?.person;
}

function exchanged(a: PersonId, b: PersonId): (holder: Holder) => Holder {
  return (holder) => {
    if (holder.person === a) return { person: b, because: "swap" };
    return holder.person === b ? { person: a, because: "swap" } : holder;
  };
}

/** Everyone else, once a change has moved people: who took another role leaves, who was relieved joins at their place. */
function regrouped(plan: Plan, roster: Roster, change: Moment & { readonly role: Role }): readonly Holder[] {
  const list = listAt(change.pieces);
  const held = heldOutside(plan, roster);
  const group = roster[change.role].filter(({ person }) => !held.has(person));
  const because = change.overrides.length > 0 ? "override" : "swap";
  if (change.holiday && plan.policy === "no-cover") return group;
  for (const [index, person] of list.entries()) {
    if (held.has(person) || group.some((holder) => holder.person === person)) continue;
    const place = group.findIndex((holder) => list.indexOf(holder.person) > index);
    group.splice(place < 0 ? group.length : place, 0, { person, because });
  }
  return group;
}

/** True where a calendar leaves open who is primary, and nothing stronger says it. */
export const isUnknown = (plan: Plan, roster: Roster, { unknown, holiday }: Moment): boolean =>
  unknown && roster.primary.length === 0 && !(holiday && plan.policy === "no-cover");

/** True where the coverage says that somebody should be on call and nobody is. */
export function hasGap(plan: Plan, roster: Roster, at: Moment & { readonly from: Instant }): boolean {
  if (at.holiday && plan.policy === "no-cover") return false;
  if (plan.imported) return roster.primary.length === 0 && plan.begins !== undefined && plan.begins <= at.from;
  return roles.some((role) => {
    if (roster[role].length > 0) return false;
    // Sites that follow the sun mean to cover all of it.
    const sites = plan.sites[role];
    return sites.length > 1 ? sites.some(({ begins }) => begins <= at.from) : at.pieces[role] !== undefined;
  });
}
