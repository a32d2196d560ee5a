import type { HostFacts } from "../../shared/app/snapshot.ts";
import type { Team } from "../../shared/team/team.ts";
import type { Secrets } from "./ports.ts";

/** Knows which secrets a team's sources or calendars use, each with the ids of those that use it. */
type Users = { readonly secrets: (team: Team) => ReadonlyMap<string, readonly string[]> };

/** The secrets that are kept or needed: their names, never their values. */
export function secretViews(
  team: Team | undefined,
  secrets: Pick<Secrets, "names">,
  users: readonly Users[],
): HostFacts["secrets"] {
  const used = team ? users.map((each) => each.secrets(team)) : [];
  const present = new Set(secrets.names());
  const names = new Set([...used.flatMap((each) => [...each.keys()]), ...present]);
  return [...names].map((name) => ({
    name,
    present: present.has(name),
    usedBy: used.flatMap((each) => each.get(name) ?? []),
  }));
}
