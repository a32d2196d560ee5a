import { useRef, type ReactNode } from "react";
import { Announcements } from "../components/announcements.tsx";
import { useKeptFocus } from "../components/keep-focus.ts";
import { useScreen } from "../store/session-context.ts";
import { nowWords } from "../words/now.ts";
import { Incoming } from "../handoff/incoming.tsx";
import { AlsoYours } from "./also-yours.tsx";
import { CurrentIncident } from "./current-incident.tsx";
import { FirstRun } from "./first-run.tsx";
import { GapOffers } from "./gap-offer.tsx";
import { NoTeam, WhoAreYou } from "./setup.tsx";
import { Quiet } from "./quiet.tsx";

/** The one thing that matters now: an incident of mine, or that there is none. */
export function NowView(): ReactNode {
  const area = useRef<HTMLDivElement>(null);
  const snapshot = useScreen((screen) => screen.snapshot);
  // What was acted on may go as a whole: to what stands in its place.
  useKeptFocus(area, () => area.current?.querySelector("h1")?.focus());
  if (snapshot === undefined) return null;
  const { current, team, me } = snapshot;
  const others = <AlsoYours current={current?.id ?? ""} />;
  return (
    <div className="view now" ref={area}>
      <Incoming offers={snapshot.handoff.incoming} />
      {current !== undefined && (
        <CurrentIncident key={current.id} incident={current} name={nowWords.current}>
          {others}
        </CurrentIncident>
      )}
      {team !== undefined && me === undefined && <WhoAreYou people={team.people} />}
      {current === undefined && others}
      <GapOffers />
      {current === undefined && team?.sample === true && <FirstRun snapshot={snapshot} />}
      {current === undefined && (team === undefined ? <NoTeam host={snapshot.host} /> : <Quiet snapshot={snapshot} />)}
      <Announcements />
    </div>
  );
}
