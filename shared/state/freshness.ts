import { isPolled, watchedSources, type WatchedSource } from "../team/watched-source.ts";
import { after, type Instant } from "../time/instant.ts";
import type { Freshness } from "../source/source-health.ts";
import type { AppState, SourceState } from "./state.ts";

export const staleAfterPolls = 3;
export const blindAfterPolls = 12;

/** How far what a source said can be trusted now. The inbox is fresh while it listens. */
export function freshnessOf(source: WatchedSource, state: SourceState | undefined, now: Instant): Freshness {
  if (!state) return "blind";
  if (!isPolled(source)) return state.failure ? "blind" : "fresh";
  if (state.heartbeatMissing) return "blind";
  const since = state.lastGoodAt ?? state.watchedSince;
  if (now >= after(since, blindAfterPolls * source.poll)) return "blind";
  if (state.lastGoodAt === undefined || now >= after(since, staleAfterPolls * source.poll)) return "stale";
  return "fresh";
}

/** When the freshness of a source changes if nothing is heard. */
export function freshnessWakes(source: WatchedSource, state: SourceState): readonly Instant[] {
  if (!isPolled(source)) return [];
  const pauses = [staleAfterPolls * source.poll, blindAfterPolls * source.poll];
  return [state.lastGoodAt ?? state.watchedSince, state.watchedSince].flatMap((since) =>
    pauses.map((pause) => after(since, pause)),
  );
}

/** The worst of all watched sources; blind without a team, for then nothing is watched. */
export function worstFreshness(state: AppState, now: Instant): Freshness {
  if (!state.loaded) return "blind";
  const all = watchedSources(state.loaded.team).map((source) => freshnessOf(source, state.sources.get(source.id), now));
  if (all.includes("blind")) return "blind";
  return all.includes("stale") ? "stale" : "fresh";
}
