import { isDeepStrictEqual } from "node:util";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { NoticeContent, NoticeKey, NotifierStatus } from "../../../shared/paging/notice.ts";
import type { Notifier, NotifierFailure } from "../../core/ports.ts";
import type { Environment } from "./bus-address.ts";
import { keyedTurns } from "./keyed-turns.ts";
import { notifierListeners, type NotifierListeners } from "./notifier-listeners.ts";
import { notifySend, notifySendVersion } from "./notify-send.ts";
import { showToast, systemToaster, type Toaster } from "./toast.ts";

export type NodeNotifierOptions = {
  readonly platform: NodeJS.Platform;
  readonly env: Environment;
  /** Milliseconds that notify-send may take; 5,000 unless told. */
  readonly limitMs?: number;
  /** On macOS and Windows; node-notifier unless told. */
  readonly toaster?: Toaster;
};

const fiveSeconds = 5_000;
const oneSecond = 1_000;

/**
 * The fallback: shows through the program that every such system has, notify-send on Linux and the BSDs and those of
 * node-notifier on macOS and Windows. No buttons and no closing.
 */
export async function openNodeNotifier(options: NodeNotifierOptions): Promise<Notifier> {
  const { platform, env, limitMs = fiveSeconds } = options;
  if (platform === "darwin" || platform === "win32") {
    const toaster = options.toaster ?? (await systemToaster());
    return programNotifier({
      server: undefined,
      failure: undefined,
      sounds: true,
      show: (notice, listeners) => {
        const opened = (): void => listeners.tell({ kind: "opened", notice: notice.key });
        return showToast(notice, toaster, { settleMs: oneSecond, opened });
      },
    });
  }
  const found = await notifySendVersion({ env, limitMs });
  return programNotifier({
    server: found.ok ? found.value.title : undefined,
    failure: found.ok ? undefined : found.error.kind,
    sounds: false,
    show: sender({ env, limitMs }),
  });
}

type Program = {
  readonly server: string | undefined;
  readonly failure: NotifierFailure["kind"] | undefined;
  readonly sounds: boolean;
  readonly show: (notice: NoticeContent, listeners: NotifierListeners) => Promise<Result<void, NotifierFailure>>;
};

function programNotifier({ server, failure, sounds, show }: Program): Notifier {
  const listeners = notifierListeners();
  let reason = failure;
  let state: "open" | "disposed" = "open";
  const status = (): NotifierStatus => ({
    adapter: "node-notifier",
    health: reason === undefined ? { kind: "working" } : { kind: "failing", reason },
    buttons: false,
    closes: false,
    sounds,
    ...(server !== undefined && { server }),
  });
  return {
    status,
    async show(notice) {
      if (state === "disposed") return err({ kind: "no-service", detail: "disposed" });
      const before = status();
      const shown = await show(notice, listeners);
      reason = shown.ok ? undefined : shown.error.kind;
      const after = status();
      if (!isDeepStrictEqual(before, after)) listeners.tell({ kind: "status", status: after });
      return shown;
    },
    // The programs end once they have handed the notification over, and none of them takes one back.
    close: () => Promise.resolve(),
    subscribe: (listener) => listeners.subscribe(listener),
    dispose() {
      state = "disposed";
      listeners.clear();
    },
  };
}

/** notify-send, found again at each showing so that installing it while Baton runs is enough. */
function sender(options: { readonly env: Environment; readonly limitMs: number }): Program["show"] {
  const inTurn = keyedTurns();
  const ids = new Map<NoticeKey, string>();
  return (notice) =>
    inTurn(notice.key, async () => {
      const version = await notifySendVersion(options);
      if (!version.ok) return version;
      const sent = await notifySend({ notice, version: version.value, replaces: ids.get(notice.key) }, options);
      if (!sent.ok) return sent;
      if (sent.value !== undefined) ids.set(notice.key, sent.value);
      return ok(undefined);
    });
}
