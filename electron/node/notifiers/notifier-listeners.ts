import type { NotifierEvent } from "../../core/ports.ts";
import type { Cancel } from "../../core/records.ts";

export type NotifierListeners = {
  subscribe(listener: (event: NotifierEvent) => void): Cancel;
  /** Tells all, each in a turn of its own, so that what a listener throws does not reach the adapter's connection. */
  tell(event: NotifierEvent): void;
  clear(): void;
};

/** Who listens to one adapter. A listener that was cancelled hears nothing more, not even what was told before. */
export function notifierListeners(): NotifierListeners {
  const listeners = new Set<(event: NotifierEvent) => void>();
  return {
    subscribe(listener) {
      const entry = (event: NotifierEvent): void => listener(event);
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    tell(event) {
      for (const listener of [...listeners]) {
        queueMicrotask(() => {
          if (listeners.has(listener)) listener(event);
        });
      }
    },
    clear: () => listeners.clear(),
  };
}
