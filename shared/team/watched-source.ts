import { memoize } from "../memoize.ts";
import { pollOfSource, type SourceConfig } from "../providers/sources.ts";
import type { Source, SourceId, Team } from "./team.ts";
import { second } from "../time/duration.ts";

/** A source of a kind that has an adapter. */
export type WatchedSource = Omit<Source, "config"> & { readonly config: SourceConfig };

const builtInInbox: WatchedSource = {
  id: "inbox",
  name: "Inbox",
  poll: 10 * second,
  severity: {},
  config: { kind: "inbox" },
};

const isWatched = (source: Source): source is WatchedSource => source.config.kind !== "planned";

/** The sources that Baton watches for a team: the served kinds it declares, and the built-in inbox where it declares none. */
export const watchedSources = memoize((team: Team): readonly WatchedSource[] => {
  const served = team.sources.filter(isWatched);
  return served.some(({ config }) => config.kind === "inbox") ? served : [...served, builtInInbox];
});

export const findSource = (team: Team, id: SourceId): WatchedSource | undefined =>
  watchedSources(team).find((source) => source.id === id);

/** The inbox of a team: declared, or built in. */
export const inboxOf = (team: Team): WatchedSource =>
  watchedSources(team).find(({ config }) => config.kind === "inbox") ?? builtInInbox;

/** Asked at an interval. Where it is not, it tells by itself, and keeps no incidents of its own: those are Baton's. */
export const isPolled = ({ config }: WatchedSource): boolean => pollOfSource(config) !== undefined;
