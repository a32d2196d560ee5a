import { useLayoutEffect, useRef, type ReactNode } from "react";
import { toIso, type Instant } from "../../shared/time/instant.ts";
import { useSession } from "../store/session-context.ts";
import { wholeMoment } from "../words/zone.ts";

export type WhenProps = {
  readonly at: Instant;
  readonly text: (at: Instant, now: Instant) => string;
  /** The team's zone, where it may differ from mine. */
  readonly zone?: string | undefined;
};

/** A time: as it concerns the reader, with the whole of it on hover and for a screen reader. */
export function When({ at, text, zone }: WhenProps): ReactNode {
  const element = useRef<HTMLTimeElement>(null);
  const { ticker } = useSession();
  useLayoutEffect(
    () =>
      ticker.subscribe((now) => {
        const next = text(at, now);
        if (element.current !== null && element.current.textContent !== next) element.current.textContent = next;
      }),
    [ticker, at, text],
  );
  return <time ref={element} dateTime={toIso(at)} title={wholeMoment(at, zone)} aria-live="off" />;
}
