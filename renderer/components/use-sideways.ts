import { useEffect, useState, type RefObject } from "react";

/**
 * Whether an element holds more than is in sight sideways. Only then is it a stop of the Tab key, which its reader needs to scroll
 * it; elsewhere one would be in the way.
 */
export function useSideways(element: RefObject<HTMLElement | null>): boolean {
  const [sideways, setSideways] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => setSideways(watched.scrollWidth > watched.clientWidth));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return sideways;
}
