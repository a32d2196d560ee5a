import { useCallback, useEffect, useRef, useState } from "react";
import type { Instant } from "../../shared/time/instant.ts";
import { withNewest, withOlder, type LogPages } from "./log-pages.ts";
import { useScreen, useSession } from "../store/session-context.ts";

/** What of the log is shown. `to` may lie ahead: a shift that runs goes on. */
export type LogWanted = {
  readonly from: Instant;
  readonly to: Instant;
  readonly only?: "automatic" | "written";
  readonly by?: string;
};

const pageSize = 200;
/** A storm of news is one question. Milliseconds. */
const settle = 400;

export type Log = { readonly pages?: LogPages; readonly failed: boolean; readonly older: () => void };

/** The log of a span, kept up to date: asked again whenever the host tells news, or something was written here. */
export function useLog(wanted: LogWanted): Log {
  const { commands } = useSession();
  const live = useScreen((screen) => screen.link.kind === "open");
  const snapshot = useScreen((screen) => screen.snapshot);
  const written = useScreen((screen) => screen.logWritten);
  const [pages, setPages] = useState<LogPages | undefined>();
  const [failed, setFailed] = useState(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const gone = useRef(false);

  const ask = useCallback(() => {
    waiting.current = undefined;
    void commands.ask("log", { ...wanted, limit: pageSize }).then((answer) => {
      if (gone.current) return;
      const page = answer.ok && answer.value.kind === "page" ? answer.value : undefined;
      setFailed(page === undefined);
      if (page) setPages((before) => withNewest(before, page));
    });
  }, [commands, wanted]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      clearTimeout(waiting.current);
    };
  }, []);
  useEffect(() => {
    if (live) ask();
  }, [live, ask, written]);
  useEffect(() => {
    if (live) waiting.current ??= setTimeout(ask, settle);
  }, [live, ask, snapshot]);

  const next = pages?.next;
  const older = useCallback(() => {
    if (next === undefined) return;
    void commands.ask("log", { ...wanted, after: next, limit: pageSize }).then((answer) => {
      if (gone.current || !answer.ok || answer.value.kind !== "page") return;
      const page = answer.value;
      setPages((before) => (before?.next === next ? withOlder(before, page) : before));
    });
  }, [commands, wanted, next]);
  return { failed, older, ...(pages && { pages }) };
}
