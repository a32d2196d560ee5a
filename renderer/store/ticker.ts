import { instant, type Instant } from "../../shared/time/instant.ts";

/** One beat a second, on the host's full seconds, for everything on the screen that counts. Rests while nobody looks. */
export type Ticker = {
  /** Now, by the host's clock. */
  now(): Instant;
  /** Learns how far the host's clock is from this one. */
  setHostNow(hostNow: Instant): void;
  /** Calls at once and at each beat until cancelled. */
  subscribe(listener: (now: Instant) => void): () => void;
};

export type TickerEnvironment = {
  /** Milliseconds since the epoch by this screen's clock. */
  readonly now: () => number;
  readonly isVisible: () => boolean;
  readonly onVisible: (listener: () => void) => void;
};

export function createTicker({ now, isVisible, onVisible }: TickerEnvironment): Ticker {
  const listeners = new Set<(now: Instant) => void>();
  let offset = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hostNow = (): Instant => instant(now() + offset);

  const beat = (): void => {
    timer = undefined;
    const at = hostNow();
    for (const listener of [...listeners]) listener(at);
    arm();
  };
  const arm = (): void => {
    if (timer !== undefined || listeners.size === 0 || !isVisible()) return;
    // A little after the full second, so that a beat never shows the second that is just ending.
    timer = setTimeout(beat, 1_000 - (hostNow() % 1_000) + 5);
  };
  onVisible(() => {
    clearTimeout(timer);
    beat();
  });

  return {
    now: hostNow,
    setHostNow(at) {
      offset = at - now();
    },
    subscribe(listener) {
      const own = (at: Instant): void => listener(at);
      listeners.add(own);
      listener(hostNow());
      arm();
      return () => {
        listeners.delete(own);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}
