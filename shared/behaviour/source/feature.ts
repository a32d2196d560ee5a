import { sourceNotice } from "../../paging/notice-facts.ts";
import type { CommandOf } from "../../state/command.ts";
import { refused } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Effect } from "../../state/effect.ts";
import type { EventOf, Stamp } from "../../state/event.ts";
import type { Feature } from "../../state/feature.ts";
import { freshnessWakes } from "../../state/freshness.ts";
import { newSource, type AppState, type SourceState } from "../../state/state.ts";
import { isPolled, watchedSources } from "../../team/watched-source.ts";
import { earliest, type Instant } from "../../time/instant.ts";
import { judgeFreshness } from "./judge-freshness.ts";
import { onInbox } from "./on-inbox.ts";
import { onAnswered, onFailed, onInboxListening } from "./on-source.ts";
import { poll, pollWake } from "./poll.ts";
import { sourceViews } from "./source-views.ts";

/** Where incidents come from: who is asked when, what an answer is worth, and how far each can be trusted now. */
export const source = {
  hear: {
    started: (state, _event, { now }) =>
      becomes({
        ...state,
        sources: new Map([...state.sources].map(([id, one]) => [id, { ...one, watchedSince: now }])),
      }),
    "team-loaded": onTeamLoaded,
    machine: (state, { what }, { now }) => becomes(what === "resumed" ? askAll(state, now) : state),
    "source-answered": onAnswered,
    "source-failed": onFailed,
    "inbox-received": (state, { items }, stamp) => onInbox(state, items, stamp),
    "inbox-listening": (state, { failure }, stamp) => onInboxListening(state, failure, stamp),
  },
  command: { "retry-source": retry },
  settle: [
    { step: poll, wake: pollWake },
    { step: judgeFreshness, wake: freshnessWake },
  ],
  view: (state, look) => ({ sources: sourceViews(state, look) }),
} satisfies Feature;

/** The sources of a team are watched from now on. What was said of the health of one that is gone goes with it. */
function onTeamLoaded(state: AppState, _event: EventOf<"team-loaded">, { now }: Stamp): Decision {
  const sources = new Map<string, SourceState>();
  for (const one of state.loaded ? watchedSources(state.loaded.team) : []) {
    const { askedAt: _asked, ...idle } = state.sources.get(one.id) ?? newSource(one.id, now);
    sources.set(one.id, isPolled(one) ? { ...idle, nextPollAt: now } : { ...idle, asked: true, lastGoodAt: now });
  }
  const gone = [...state.sources.values()].filter((one) => !sources.has(one.id) && one.toldFreshness !== "fresh");
  const effects = gone.map(({ id }): Effect => ({ kind: "close-notice", key: sourceNotice(id) }));
  return { ...becomes({ ...state, sources }), effects };
}

/** Nothing stops for a suspend: a machine that does not sleep after all, or forgets to say that it woke, must not cost a page. */
const askAll = (state: AppState, now: Instant): AppState => ({
  ...state,
  sources: new Map([...state.sources].map(([id, one]) => [id, askAgain(one, now)])),
});

function askAgain(one: SourceState, now: Instant): SourceState {
  if (one.nextPollAt === undefined) return one;
  const { askedAt: _asked, ...idle } = one;
  return { ...idle, nextPollAt: now, asked: false, watchedSince: now };
}

function retry(state: AppState, { source: id }: CommandOf<"retry-source">, { now }: Stamp): Decision {
  const known = state.sources.get(id);
  if (!known) return refused(state, "not-found");
  if (known.askedAt !== undefined || known.nextPollAt === undefined) return refused(state, "busy");
  const sources = new Map(state.sources).set(id, { ...known, nextPollAt: now });
  return { ...becomes({ ...state, sources }), reply: { kind: "done", count: 1 } };
}

function freshnessWake({ loaded, sources }: AppState, now: Instant): Instant | undefined {
  const wakes = (loaded ? watchedSources(loaded.team) : []).flatMap((one) => {
    const known = sources.get(one.id);
    return known ? freshnessWakes(one, known) : [];
  });
  return earliest(...wakes.filter((at) => at > now));
}
