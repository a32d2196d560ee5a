import { err } from "../../../shared/result.ts";
import type { Notifier } from "../../core/ports.ts";

/** Says that nothing can be shown, so that the window, the tray and a sound take over. */
export function noneNotifier(): Notifier {
  return {
    status: () => ({
      adapter: "none",
      health: { kind: "failing", reason: "no-service" },
      buttons: false,
      closes: false,
      sounds: false,
    }),
    show: () => Promise.resolve(err({ kind: "no-service", detail: "no notification service" })),
    close: () => Promise.resolve(),
    subscribe: () => () => undefined,
    dispose: () => undefined,
  };
}
