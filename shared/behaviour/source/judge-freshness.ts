import { after, type Instant } from "../../time/instant.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Entry } from "../../state/effect.ts";
import type { Stamp } from "../../state/event.ts";
import { tellSources } from "./source-notices.ts";
import { blindAfterPolls, freshnessOf, staleAfterPolls } from "../../state/freshness.ts";
import type { Freshness } from "../../source/source-health.ts";
import type { AppState, SourceState } from "../../state/state.ts";
import { isPolled, watchedSources, type WatchedSource } from "../../team/watched-source.ts";

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
