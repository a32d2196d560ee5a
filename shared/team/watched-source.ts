import { second } from "../time/duration.ts";
import type { Source, SourceId, Team } from "./team.ts";

const builtInInbox: Source = { id: "inbox", name: "Inbox", poll: 10 * second, severity: {}, config: { kind: "inbox" } };

const lists = new WeakMap<Team, readonly Source[]>();

/** The sources that Baton watches for a team: the served kinds it declares, and the built-in inbox where it declares none. */
export function watchedSources(team: Team): readonly Source[] {
  const known = lists.get(team);
  if (known) return known;
  const served = team.sources.filter(({ config }) => config.kind !== "planned");
  const watched = served.some(({ config }) => config.kind === "inbox") ? served : [...served, builtInInbox];
  lists.set(team, watched);
  return watched;
}

export const findSource = (team: Team, id: SourceId): Source | undefined =>
  watchedSources(team).find((source) => source.id === id);

/** The inbox of a team: declared, or built in. */
export const inboxOf = (team: Team): Source =>
  watchedSources(team).find(({ config }) => config.kind === "inbox") ?? builtInInbox;

/** Asked at an interval; the inbox is told instead. */
export const isPolled = (source: Source): boolean => source.config.kind !== "inbox";
