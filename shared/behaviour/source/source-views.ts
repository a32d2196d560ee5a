import type { SourceFailure } from "../../incident/answer.ts";
import type { SourceView } from "../../source/source-shape.ts";
import { freshnessOf } from "../../state/freshness.ts";
import { missingSecrets, type Look } from "../../state/look.ts";
import type { AppState, SourceState } from "../../state/state.ts";
import { isPolled, watchedSources } from "../../team/watched-source.ts";

/** The watched sources, each with its freshness and what is wrong. */
export function sourceViews(state: AppState, look: Look): readonly SourceView[] {
  const { loaded } = state;
  if (!loaded) return [];
  const { now, tally } = look;
  return watchedSources(loaded.team).map((source): SourceView => {
    const known = state.sources.get(source.id);
    return {
      id: source.id,
      name: source.name,
      kind: source.config.kind,
      freshness: freshnessOf(source, known, now),
      ...(isPolled(source) && known?.lastGoodAt !== undefined && { lastGoodAt: known.lastGoodAt }),
      ...(known?.nextPollAt !== undefined && { nextPollAt: known.nextPollAt }),
      polling: known?.askedAt !== undefined,
      ...failureView(known),
      peers: (known?.peers ?? []).map(({ peer, failure }) => ({ peer, ...(failure && { failure: failure.kind }) })),
      unparsed: known?.unparsed ?? 0,
      open: tally.openBySource.get(source.id) ?? 0,
      missingSecrets: missingSecrets(look, source.id),
    };
  });
}

function failureView(known: SourceState | undefined): Pick<SourceView, "failure"> {
  if (known?.heartbeatMissing) return { failure: { kind: "heartbeat-missing", facts: {} } };
  return known?.failure ? { failure: { kind: known.failure.kind, facts: factsOf(known.failure) } } : {};
}

function factsOf(failure: SourceFailure): Record<string, string | number> {
  const { kind: _kind, ...facts } = failure;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, 3).join("; ") : (value as string | number),
    ]),
  );
}
