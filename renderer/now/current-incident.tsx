import { useRef, type ReactNode } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { useKeptFocus } from "../components/keep-focus.ts";
import { Actions } from "./actions.tsx";
import { Clocks } from "./clocks.tsx";
import { Facts } from "./facts.tsx";
import { Help } from "./help.tsx";
import { Headline, Standing } from "./headline.tsx";
import { PostIncident } from "./post-incident.tsx";
import { SeenBefore } from "./seen-before.tsx";
import { RunbookRegion } from "../runbook/runbook-region.tsx";
import { Timeline } from "./timeline.tsx";

export type CurrentIncidentProps = {
  readonly incident: IncidentDetail;
  /** The region's name, since the same is shown beside the list. */
  readonly name: string;
  /** Stands between the actions and the timeline. */
  readonly children?: ReactNode;
};

/** One incident, in the order in which somebody who just woke up needs it. */
export function CurrentIncident({ incident, name, children }: CurrentIncidentProps): ReactNode {
  const area = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // To the heading, where a second Enter does nothing.
  useKeptFocus(area, () => heading.current?.focus());
  return (
    <div className="incident" ref={area}>
      <section
        className={`incident-main incident-${incident.standing} incident-of-${incident.severity}`}
        aria-label={name}
      >
        <Headline incident={incident} heading={heading} />
        <Standing incident={incident} />
        <Clocks incident={incident} />
        <Actions incident={incident} />
      </section>
      <aside className="incident-aside">
        <RunbookRegion incident={incident} />
      </aside>
      <div className="incident-rest">
        <PostIncident incident={incident} />
        <SeenBefore incident={incident} />
        {children}
        <Help incident={incident} />
        <Facts incident={incident} />
        <Timeline items={incident.timeline} />
      </div>
    </div>
  );
}
