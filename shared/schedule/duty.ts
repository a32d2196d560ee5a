import type { PersonId, Role, Schedule } from "../team/team.ts";
import { roles } from "../team/team.ts";
import { shifts } from "./resolve.ts";
import type { Context, Span } from "./shift.ts";
import { clip } from "./shift.ts";

/** One person on call without a break, whatever the cause. */
export type Duty = Span & { readonly role: Role; readonly person: PersonId };

/** Everybody who takes turns in a schedule, once, in the order of the file. */
export function participantsOf(schedule: Schedule): readonly PersonId[] {
  const lists = schedule.rotations.flatMap((rotation) => (rotation.kind === "turns" ? rotation.participants : []));
  return [...new Set(lists)];
}

/** The roles that single people out; backup by everyone who is left does not. */
export function chosenRoles(schedule: Schedule): readonly Role[] {
  const rest = new Set(schedule.rotations.flatMap((rotation) => (rotation.kind === "others" ? [rotation.role] : [])));
  return roles.filter((role) => !rest.has(role));
}

/** What was on duty in the roles within a span and cut to it; neighbours of one person and role are one duty. */
export function duties(
  schedule: Schedule,
  context: Context,
  asked: Span & { readonly roles: readonly Role[] },
): readonly Duty[] {
  const found: Duty[] = [];
  const latest = new Map<string, number>();
  for (const { role, person, from, to } of clip(shifts(schedule, context, asked), asked)) {
    if (!asked.roles.includes(role)) continue;
    const key = `${role} ${person}`;
    const index = latest.get(key);
    const last = index === undefined ? undefined : found[index];
    if (index !== undefined && last?.to === from) found[index] = { ...last, to };
    else {
      latest.set(key, found.length);
      found.push({ role, person, from, to });
    }
  }
  return found;
}
