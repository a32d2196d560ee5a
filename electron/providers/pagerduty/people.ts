import * as v from "valibot";
import type { KnownPerson } from "../../../shared/calendar/calendar-content.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { PersonId } from "../../../shared/team/team.ts";
import type { ReadFailure } from "../../../shared/calendar/read-failure.ts";
import { askAll, type Account } from "./api.ts";
import type { User } from "./entry.ts";

/** The team's people and its own table of PagerDuty's ids. */
export type KnownUsers = {
  readonly people: readonly KnownPerson[];
  readonly table: Readonly<Record<string, PersonId>>;
};

/** Whom a user is: by the team's table, by address, or by a name that one person alone has. */
export function personOf(user: User, { people, table }: KnownUsers): PersonId | undefined {
  if (Object.hasOwn(table, user.id)) return table[user.id];
  const email = user.email?.toLowerCase();
  const byEmail = people.find((person) => email !== undefined && person.email?.toLowerCase() === email);
  if (byEmail) return byEmail.id;
  const name = user.name?.trim().toLowerCase();
  const byName = people.filter((person) => name !== undefined && person.name.toLowerCase() === name);
  return byName.length === 1 ? byName[0]?.id : undefined;
}

const page = v.pipe(
  v.object({
    more: v.nullish(v.boolean()),
    users: v.array(v.object({ id: v.string(), name: v.nullish(v.string()), email: v.nullish(v.string()) })),
  }),
  v.transform(({ more, users }) => ({ items: users, more: more === true })),
);

/** All users of the account, for entries that name people by no more than an id and a name that the team does not use. */
export async function accountUsers(account: Account): Promise<Result<ReadonlyMap<string, User>, ReadFailure>> {
  const users = await askAll(account, { path: "/users", query: [], schema: page });
  if (!users.ok) return users;
  return ok(
    new Map(users.value.map(({ id, name, email }) => [id, { id, ...(name && { name }), ...(email && { email }) }])),
  );
}
