import { useCallback, useSyncExternalStore } from "react";
import type { Instant } from "../../shared/time/instant.ts";
import { useSession } from "../store/session-context.ts";

/**
 * A value that depends on the time; renders again only when the value changes, such as when a deadline comes at risk. The value
 * must compare with Object.is.
 */
export function useNow<T extends string | number | boolean>(of: (now: Instant) => T): T {
  const { ticker } = useSession();
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(listener), [ticker]);
  return useSyncExternalStore(subscribe, () => of(ticker.now()));
}
