import { logNames } from "../../../shared/state/log-names.ts";
import type { LogItem, LogNames } from "../../../shared/log/log-item.ts";
import { incidentsNamedIn, loggedKinds, logItems } from "../../../shared/log/log-items.ts";
import type { JournalLine } from "../../../shared/log/journal-kinds.ts";
import type { AppState } from "../../../shared/state/state.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { JournalQuery, Store, StoreFailure } from "../ports.ts";

/** What the log is read from. */
export type LogSource = { readonly store: Pick<Store, "read" | "past">; readonly state: AppState };

export type LogWanted = {
  readonly from: Instant;
  readonly to: Instant;
  readonly only?: "automatic" | "written";
  readonly by?: string;
  readonly after?: JournalQuery["after"];
  readonly limit: number;
};

export type LogPage = { readonly items: readonly LogItem[]; readonly next?: NonNullable<JournalQuery["after"]> };

/** Lines read at once, and at most for one page: a filter that nearly nothing passes must not hold up the host. */
const linesAtOnce = 1_000;
const linesMost = 20_000;

/** A page of the log, newest first. It may be shorter than asked for, even empty, and still have a next one. */
export function readLogPage(source: LogSource, wanted: LogWanted): Result<LogPage, StoreFailure> {
  const items: LogItem[] = [];
  let after = wanted.after;
  for (let read = 0; read < linesMost; read += linesAtOnce) {
    const page = source.store.read({
      ...queryOf(wanted),
      order: "newest-first",
      ...(after && { after }),
      limit: linesAtOnce,
    });
    if (!page.ok) return page;
    // Repetitions are seen in the order in which they happened.
    const named = itemsOf(source, page.value.toReversed()).toReversed();
    const found = named.filter(({ by }) => wanted.by === undefined || by?.id === wanted.by);
    const room = wanted.limit - items.length;
    items.push(...found.slice(0, room));
    const last = found.length > room ? found[room - 1] : page.value.at(-1);
    const ended = page.value.length < linesAtOnce && found.length <= room;
    if (ended || last === undefined) return ok({ items });
    after = { at: last.at, seq: last.seq };
    if (items.length >= wanted.limit) break;
  }
  return ok({ items, ...(after && { next: after }) });
}

/** Lines of a whole span, oldest first, at most so many. */
export function readLog(
  source: LogSource,
  { from, to, limit }: Pick<LogWanted, "from" | "to" | "limit">,
): Result<{ readonly items: readonly LogItem[]; readonly cut: boolean }, StoreFailure> {
  const read = source.store.read({ from, to, kinds: loggedKinds, limit: limit + 1 });
  if (!read.ok) return read;
  return ok({ items: itemsOf(source, read.value.slice(0, limit)), cut: read.value.length > limit });
}

const writtenKinds = ["log-entry"];
const automaticKinds = loggedKinds.filter((kind) => !writtenKinds.includes(kind));

const queryOf = ({ from, to, only }: LogWanted): Pick<JournalQuery, "from" | "to" | "kinds"> => ({
  from,
  to,
  kinds: only === undefined ? loggedKinds : only === "written" ? writtenKinds : automaticKinds,
});

const itemsOf = (source: LogSource, lines: readonly JournalLine[]): readonly LogItem[] =>
  logItems(lines, namesIn(source, lines));

/** Of incidents that the state has forgotten, the store may know more than the lines. */
function namesIn({ state, store }: LogSource, lines: readonly JournalLine[]): LogNames {
  const forgotten = [...incidentsNamedIn(lines)].filter((id) => !state.incidents.has(id));
  const past = forgotten.length === 0 ? undefined : store.past({ ids: forgotten });
  return logNames(state, lines, past?.ok ? past.value : []);
}
