import { useCallback, useState } from "react";
import type { LogPage } from "../../shared/rpc/log-contract.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { useAsked, valueOf } from "../store/use-asked.ts";
import { withNewest, withOlder, type LogPages } from "./log-pages.ts";

/** What of the log is shown. `to` may lie ahead: a shift that runs goes on. */
export type LogWanted = {
  readonly from: Instant;
  readonly to: Instant;
  readonly only?: "automatic" | "written";
  readonly by?: string;
};

const pageSize = 200;
/** A storm of news is one question. Milliseconds. */
const gather = 400;

export type Log = { readonly pages?: LogPages; readonly failed: boolean; readonly older: () => void };

/** The log of a span, kept up to date: asked again whenever the host tells news, or something was written here. */
export function useLog(wanted: LogWanted): Log {
  const { commands } = useSession();
  const revision = useScreen(({ snapshot, logWritten }) => `${String(snapshot?.now)} ${String(logWritten)}`);
  const asked = useAsked("log", { ...wanted, limit: pageSize }, { revision, gather });
  const [taken, setTaken] = useState<{ readonly from: LogPage; readonly pages: LogPages | undefined }>();
  const newest = valueOf(asked);
  // Each answer is taken once, into what was asked for before.
  if (newest !== undefined && newest !== taken?.from) {
    setTaken({ from: newest, pages: newest.kind === "page" ? withNewest(taken?.pages, newest) : taken?.pages });
  }
  const pages = taken?.pages;
  const next = pages?.next;
  const older = useCallback(() => {
    if (next === undefined) return;
    void commands.ask("log", { ...wanted, after: next, limit: pageSize }).then((answer) => {
      if (!answer.ok || answer.value.kind !== "page") return;
      const page = answer.value;
      setTaken((before) =>
        before?.pages?.next === next ? { ...before, pages: withOlder(before.pages, page) } : before,
      );
    });
  }, [commands, wanted, next]);
  const failed = asked.kind === "failed" || (asked.kind === "answered" && asked.value.kind !== "page");
  return { failed, older, ...(pages && { pages }) };
}
