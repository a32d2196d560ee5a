import { isDeepStrictEqual } from "node:util";
import { err, type Result } from "../../../shared/result.ts";
import type { NoticeContent, NotifierStatus } from "../../../shared/paging/notice.ts";
import type { Log, Notifier, NotifierFailure } from "../../core/ports.ts";
import { openDbusNotifier } from "./dbus-notifier.ts";
import type { Environment } from "./bus-address.ts";
import type { ButtonLabels } from "./freedesktop.ts";
import { openNodeNotifier } from "./node-notifier-notifier.ts";
import { noneNotifier } from "./none-notifier.ts";
import { notifierListeners } from "./notifier-listeners.ts";
import type { NoticeIds } from "./shown-ids.ts";

/** One adapter and the service that it speaks to in the end. */
export type ChainLink = {
  readonly notifier: Notifier;
  /**
   * A service that did not answer in time has the notice all the same, and shows it when it wakes. So after a timeout no other
   * adapter of the same service is tried: it would wait as well, and show the notice twice.
   */
  readonly service: "freedesktop" | "system";
};

export type SystemNotifierOptions = {
  readonly platform: NodeJS.Platform;
  readonly env: Environment;
  readonly labels: ButtonLabels;
  readonly log: Log;
  /** Keeps over a restart what the service calls the notices that it shows. */
  readonly noticeIds: NoticeIds;
};

/** The notifier of a machine without Electron: D-Bus where there may be one, else the system's program, else none. */
export async function openSystemNotifier(options: SystemNotifierOptions): Promise<Notifier> {
  return openNotifier({ adapters: await systemAdapters(options) });
}

/** What `openSystemNotifier` tries, in order; a host may put its own adapter before them. */
export async function systemAdapters({ platform, env, ...dbusOptions }: SystemNotifierOptions): Promise<ChainLink[]> {
  const program = openNodeNotifier({ platform, env });
  if (platform === "darwin" || platform === "win32") return [{ notifier: await program, service: "system" }];
  const dbus = openDbusNotifier({ env, ...dbusOptions });
  return [
    { notifier: await dbus, service: "freedesktop" },
    { notifier: await program, service: "freedesktop" },
  ];
}

export type ChainOptions = {
  /** In order of preference. */
  readonly adapters: readonly ChainLink[];
};

/**
 * One notifier of several. Each notice goes to the first adapter that shows it; the status is that of the first that works, and
 * of `none` with the first one's reason where none does. Failures of one notice are those of the first adapter.
 */
export function openNotifier({ adapters }: ChainOptions): Notifier {
  const listeners = notifierListeners();
  const none = noneNotifier();
  const notifiers = adapters.map((link) => link.notifier);
  /** Those whose latest notice was shown. */
  const proven = new Set<Notifier>();
  const status = (): NotifierStatus => statusOf(adapters, proven) ?? none.status();

  let told = status();
  const tellStatus = (): void => {
    const now = status();
    if (isDeepStrictEqual(now, told)) return;
    told = now;
    listeners.tell({ kind: "status", status: now });
  };
  const cancels = notifiers.map((notifier) =>
    notifier.subscribe((event) => {
      if (event.kind !== "status") listeners.tell(event);
      else {
        // What was proven while things were otherwise is proven no more.
        proven.clear();
        tellStatus();
      }
    }),
  );

  return {
    status,
    async show(notice) {
      const shown = await showFirst(adapters, notice, proven);
      tellStatus();
      return shown ?? none.show(notice);
    },
    async close(key) {
      await Promise.all(notifiers.map((notifier) => notifier.close(key)));
    },
    subscribe: (listener) => listeners.subscribe(listener),
    dispose() {
      for (const cancel of cancels) cancel();
      for (const notifier of notifiers) notifier.dispose();
      listeners.clear();
    },
  };
}

/**
 * A program that is installed says that it works, and cannot know whether anybody shows what it sends. So behind a failing
 * adapter of the same service it counts as working only once it has shown something.
 */
function statusOf(adapters: readonly ChainLink[], proven: ReadonlySet<Notifier>): NotifierStatus | undefined {
  const failing = new Set<ChainLink["service"]>();
  let first: NotifierStatus | undefined;
  for (const { notifier, service } of adapters) {
    const status = notifier.status();
    first ??= status;
    if (status.health.kind === "failing") failing.add(service);
    else if (!failing.has(service) || proven.has(notifier)) return status;
  }
  return first && { adapter: "none", health: first.health, buttons: false, closes: false, sounds: false };
}

async function showFirst(
  adapters: readonly ChainLink[],
  notice: NoticeContent,
  proven: Set<Notifier>,
): Promise<Result<void, NotifierFailure> | undefined> {
  let failure: NotifierFailure | undefined;
  const silent = new Set<ChainLink["service"]>();
  for (const { notifier, service } of adapters) {
    if (silent.has(service)) continue;
    const shown = await notifier.show(notice);
    if (shown.ok) {
      proven.add(notifier);
      return shown;
    }
    proven.delete(notifier);
    failure ??= shown.error;
    if (shown.error.kind === "timeout") silent.add(service);
  }
  return failure && err(failure);
}
