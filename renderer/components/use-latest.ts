import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that is always the same one and does what the newest does, so that what is given it is not drawn again for it. */
export function useLatest<A extends readonly unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
