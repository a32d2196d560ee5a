import { after, type Instant } from "../../time/instant.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Entry } from "../../state/effect.ts";
import type { Stamp } from "../../state/event.ts";
import { tellSources } from "./source-notices.ts";
import type { AppState, Freshness, SourceState } from "../../state/state.ts";
import { isPolled, watchedSources, type WatchedSource } from "../../team/watched-source.ts";

const staleAfterPolls = 3;
const blindAfterPolls = 12;

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

/** Tells when a source goes stale, blind or comes back; each once. */
export function judgeFreshness(state: AppState, { now }: Stamp): Decision {
  if (!state.loaded) return becomes(state);
  const entries: Entry[] = [];
  let sources: Map<string, SourceState> | undefined;
  for (const source of watchedSources(state.loaded.team)) {
    const known = state.sources.get(source.id);
    const fresh = freshnessOf(source, known, now);
    if (!known || fresh === known.toldFreshness) continue;
    if (now < tellableFrom(source, known, fresh)) continue;
    (sources ??= new Map(state.sources)).set(source.id, { ...known, toldFreshness: fresh });
    entries.push({ at: now, kind: `source-${fresh}`, body: { source: source.id } });
  }
  return sources ? { ...tellSources(state, sources, now), entries } : becomes(state);
}

/** After a start or sleep a source first gets the time to answer: what was not heard while Baton did not listen is no news. */
function tellableFrom(
  source: WatchedSource,
  { watchedSince, heartbeatMissing }: SourceState,
  fresh: Freshness,
): Instant {
  if (!isPolled(source) || fresh === "fresh" || heartbeatMissing) return watchedSince;
  return after(watchedSince, (fresh === "stale" ? staleAfterPolls : blindAfterPolls) * source.poll);
}
