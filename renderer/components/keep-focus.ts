import { useEffect, useRef, type RefObject } from "react";

/**
 * When the element that has the focus goes away (its button is no longer offered, its row is gone), `rescue` gives the focus a new
 * place instead of letting it be lost.
 */
export function useKeptFocus(area: RefObject<HTMLElement | null>, rescue: () => void): void {
  const held = useRef<Element | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      held.current =
        event.target instanceof Element && area.current?.contains(event.target) === true ? event.target : null;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, [area]);
  useEffect(() => {
    if (held.current === null || held.current.isConnected || document.activeElement !== document.body) return;
    held.current = null;
    rescue();
  });
}
