import { becomes, type Decision } from "../../state/decision.ts";
import type { Effect } from "../../state/effect.ts";
import type { Stamp } from "../../state/event.ts";
import type { AppState, SourceState } from "../../state/state.ts";
import { second } from "../../time/duration.ts";
import { after, earliest, type Instant } from "../../time/instant.ts";

/** A question without an answer for so long is asked again; sources end theirs well before. */
const pollWithin = 60 * second;

/** Asks the sources whose turn it is. */
export function poll(state: AppState, { now }: Stamp): Decision {
  const due = [...state.sources.values()].filter(({ askedAt, nextPollAt }) =>
    askedAt === undefined ? nextPollAt !== undefined && nextPollAt <= now : after(askedAt, pollWithin) <= now,
  );
  if (due.length === 0) return becomes(state);
  const sources = new Map<string, SourceState>(state.sources);
  for (const source of due) sources.set(source.id, { ...source, askedAt: now });
  const effects = due.map(({ id }): Effect => ({ kind: "poll", source: id }));
  return { state: { ...state, sources }, effects, entries: [] };
}

/** When, after `now`, a source is to be asked next. */
export const pollWake = ({ sources }: AppState, now: Instant): Instant | undefined =>
  earliest(...[...sources.values()].map(pollAgainAt).filter((at) => at !== undefined && at > now));

const pollAgainAt = ({ askedAt, nextPollAt }: SourceState): Instant | undefined =>
  askedAt === undefined ? nextPollAt : after(askedAt, pollWithin);
