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
  const logged = entries.filter(({ kind }) => isLogged.has(kind));
  // Most decisions write nothing into it, and a storm's lines name thousands of incidents.
  if (logged.length === 0) return log;
  const paged = new Set(log.flatMap(pagedIn));
  const fresh = logged.filter((entry) => {
    const ids = pagedIn(entry);
    // A page repeats every minute until somebody answers.
    const isRepeated = entry.kind === "told" && ids.every((id) => paged.has(id));
    for (const id of ids) paged.add(id);
    return !isRepeated;
  });
  return fresh.length === 0 ? log : newest([...log, ...fresh]);
}

function pagedIn({ kind, body }: Entry): readonly unknown[] {
  const ids: unknown = kind === "told" || kind === "escalation" ? body["incidents"] : undefined;
  return Array.isArray(ids) ? ids : [];
}

function newest(log: RecentLog): RecentLog {
  let [automatic, written] = [mostAutomatic, mostWritten];
  const kept = log.toReversed().filter(({ kind }) => {
    if (kind === "log-entry") return (written -= 1) >= 0;
    return (automatic -= 1) >= 0;
  });
  return kept.toReversed();
}
