import { useLayoutEffect, useRef, type ReactNode } from "react";
import type { Instant } from "../../shared/time/instant.ts";
import { useSession } from "../store/session-context.ts";

/**
 * Text that depends on the time. It is written into its own text node once a second, past React, so that a screen full of clocks
 * costs a few comparisons; and it is no live region, so that nobody hears each second.
 */
export function Ticking({
  text,
  className,
}: {
  readonly text: (now: Instant) => string;
  readonly className?: string;
}): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const { ticker } = useSession();
  useLayoutEffect(
    () =>
      ticker.subscribe((now) => {
        const next = text(now);
        if (element.current !== null && element.current.textContent !== next) element.current.textContent = next;
      }),
    [ticker, text],
  );
  return <span ref={element} className={className} aria-live="off" />;
}
