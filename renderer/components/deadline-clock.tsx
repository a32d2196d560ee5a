import { useLayoutEffect, useRef, type ReactNode } from "react";
import { deadlineState, type Deadline } from "../../shared/incident/deadline.ts";
import { useSession } from "../store/session-context.ts";
import { deadlineFoot, deadlineLeft, deadlineNumber } from "../words/incident.ts";
import { wholeMoment } from "../words/zone.ts";
import { Ticking } from "./ticking.tsx";
import { useNow } from "./use-now.ts";

export type DeadlineClockProps = { readonly name: string; readonly deadline: Deadline };

/** One deadline: a large number, the wall time it means, and a thin bar that runs out. */
export function DeadlineClock({ name, deadline }: DeadlineClockProps): ReactNode {
  const state = useNow((now) => deadlineState(deadline, now));
  return (
    <div className={`clock clock-${state}`} role="timer" aria-label={name} title={wholeMoment(deadline.by)}>
      <div className="clock-name">{name}</div>
      <Ticking className="clock-number" text={(now) => deadlineNumber(deadline, now)} />
      <div className="clock-bar">
        <Bar deadline={deadline} />
      </div>
      <Ticking className="clock-foot" text={(now) => deadlineFoot(deadline, now)} />
    </div>
  );
}

function Bar({ deadline }: { readonly deadline: Deadline }): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const { ticker } = useSession();
  useLayoutEffect(
    () =>
      ticker.subscribe((now) => {
        if (element.current !== null) {
          element.current.style.transform = `scaleX(${deadlineLeft(deadline, now).toFixed(4)})`;
        }
      }),
    [ticker, deadline],
  );
  return <div className="clock-left" ref={element} hidden={deadline.metAt !== undefined} />;
}
