import { memoize } from "../memoize.ts";
import { loggedKinds } from "../log/log-items.ts";
import type { Decision } from "./decision.ts";
import type { Entry } from "./effect.ts";

/*
 * The newest lines of the on-call log, in memory: a handoff carries those of its shift, and is made anew at every look. The journal
 * keeps them all.
 */

/** Oldest first. */
type RecentLog = readonly Entry[];

/** What is written by hand is not crowded out by a storm. */
const mostAutomatic = 300;
const mostWritten = 100;

const isLogged: ReadonlySet<string> = new Set(loggedKinds);

/** A decision whose state remembers what it writes into the log. */
export function remembered(decision: Decision): Decision {
  const { state, entries } = decision;
  const recentLog = withEntries(state.recentLog, entries);
  return recentLog === state.recentLog ? decision : { ...decision, state: { ...state, recentLog } };
}

/** The log with newer lines; the very same where none of them is told. */
export function withEntries(log: RecentLog, entries: readonly Entry[]): RecentLog {
  const fresh: Entry[] = [];
  for (const entry of entries) {
    if (!isLogged.has(entry.kind)) continue;
    // A page repeats every minute until somebody answers.
    const isRepeated =
      entry.kind === "told" && [...pagedIn(entry)].every((id) => isPaged(log, id) || isPaged(fresh, id));
    if (!isRepeated) fresh.push(entry);
  }
  return fresh.length === 0 ? log : newest([...log, ...fresh]);
}

const isPaged = (lines: RecentLog, id: unknown): boolean => lines.some((line) => pagedIn(line).has(id));

const nobody: ReadonlySet<unknown> = new Set();
/** The incidents of a page. A storm's lines name thousands of incidents, and each page asks all of them. */
const pagedIn = (entry: Entry): ReadonlySet<unknown> =>
  entry.kind === "told" || entry.kind === "escalation" ? named(entry) : nobody;

const named = memoize(({ body }: Entry): ReadonlySet<unknown> => {
  const incidents: unknown = body["incidents"];
  return new Set(Array.isArray(incidents) ? incidents : []);
});

function newest(log: RecentLog): RecentLog {
  let [automatic, written] = [mostAutomatic, mostWritten];
  const kept = log.toReversed().filter(({ kind }) => {
    if (kind === "log-entry") return (written -= 1) >= 0;
    return (automatic -= 1) >= 0;
  });
  return kept.toReversed();
}
