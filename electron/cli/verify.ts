import { count } from "../../shared/text/sentence.ts";
import { join } from "node:path";
import { verifyJournal, type BrokenJournal } from "../node/store/journal-verify.ts";
import { totalOf, unreadWords } from "../../shared/kept/kept-words.ts";
import { countKept, readKept } from "../../shared/kept/restore.ts";
import { readKeptTable } from "../node/store/kept-table.ts";
import { storeFileName } from "../node/store/store.ts";
import type { Command } from "./command.ts";
import { storeFailureText } from "./store-failure-text.ts";

const reasons: Readonly<Record<BrokenJournal["reason"], string>> = {
  changed: "its content was changed",
  missing: "entries before it are missing",
  relinked: "it does not follow from the entry before it",
  "cut-off": "it and all that followed are gone",
};

/** `baton verify --data DIR`: whether the audit journal is whole. */
export const verify: Command = {
  name: "verify",
  about: "Verify the hash chain of the audit journal",
  words: [],
  flags: [{ name: "data", value: "DIR", required: true, about: "Baton's data folder" }],
  run({ flags }, { out }) {
    const path = join(flags.get("data") ?? "", storeFileName);
    const verified = verifyJournal(path);
    if (verified.ok) {
      const { entries, head, removed } = verified.value;
      const gone = removed === 0 ? "" : ` (${removed} older ones were removed by retention)`;
      out(`${storeFileName} is whole: ${count(entries, "entry", "entries")}${gone}, the last one is ${head}`);
      tellUnread(path, out);
      return 0;
    }
    out(`${storeFileName}: ${failureText(verified.error)}`);
    return 1;
  },
};

/** Beside the journal: what the next start could not take up, and what earlier ones could not. */
function tellUnread(path: string, out: (line: string) => void): void {
  const kept = readKeptTable(path);
  if (!kept.ok) return out(`${storeFileName}: ${storeFailureText(kept.error)}`);
  const { records, spoilt, aside } = kept.value;
  const unread = countKept([...aside, ...spoilt, ...readKept(records).unreadable]);
  const total = totalOf(unread);
  if (total > 0) out(`${count(total, "record")} cannot be read: ${unreadWords(unread)}`);
}

type Failure = Extract<ReturnType<typeof verifyJournal>, { ok: false }>["error"];

const failureText = (failure: Failure): string =>
  failure.kind === "broken" ? `entry ${failure.seq} is broken: ${reasons[failure.reason]}` : storeFailureText(failure);
