import type { ReactNode, Ref } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { moment } from "../../shared/time/phrase.ts";
import { Icon } from "../components/icon.tsx";
import { LongText, OutsideLine, RestOfText } from "../components/outside-text.tsx";
import { SeverityMark } from "../components/severity.tsx";
import { Ticking } from "../components/ticking.tsx";
import { deliveryWords } from "../words/delivery.ts";
import { ageWords, standingPhrase, suppressionWords } from "../words/incident.ts";
import { nowWords, pagedWords } from "../words/now.ts";
import { myZone, wholeMoment } from "../words/zone.ts";

/** Titles up to here are shown whole, as a headline. */
const titleLimit = 120;

export type HeadlineProps = { readonly incident: IncidentDetail; readonly heading: Ref<HTMLHeadingElement> };

/** How bad, where, what, and for how long. */
export function Headline({ incident, heading }: HeadlineProps): ReactNode {
  const long = incident.title.length > 70;
  return (
    <header className="headline">
      <div className="headline-line">
        <SeverityMark severity={incident.severity} />
        {incident.serviceName !== undefined && (
          <span className="headline-service">
            <OutsideLine text={incident.serviceName} />
          </span>
        )}
        <span className="soft" title={wholeMoment(incident.startedAt)}>
          <Ticking text={(now) => ageWords(incident.startedAt, now)} />
        </span>
        {incident.investorImpact && <span className="tag">{nowWords.investorImpact}</span>}
        {incident.sensitive && <span className="tag">{nowWords.sensitive}</span>}
        {incident.flaps > 0 && <span className="tag">{nowWords.flapping(incident.flaps)}</span>}
      </div>
      <h1 ref={heading} tabIndex={-1} className={long ? "headline-title headline-title-long" : "headline-title"}>
        <LongText text={incident.title} limit={titleLimit} />
      </h1>
      <RestOfText text={incident.title} limit={titleLimit} />
    </header>
  );
}

/** Who has it, what the source knows of that, and whether it is muted. */
export function Standing({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const { delivery, suppression, acknowledgedUntil } = incident;
  const paged = pagedWords(incident);
  return (
    <div className="standing">
      <p>
        {incident.standing !== "triggered" && <Icon name="check" size={14} />}
        <Ticking className="standing-word" text={(now) => standingPhrase(incident, now)} />
        {incident.standing === "acknowledged" && acknowledgedUntil !== undefined && (
          <Ticking
            className="soft"
            text={(now) => `, held until ${moment(acknowledgedUntil, now, myZone())} and extended`}
          />
        )}
        {paged !== undefined && incident.standing === "triggered" && <span className="soft"> · {paged}</span>}
      </p>
      {delivery !== undefined && (
        <p className={`delivery delivery-${delivery.kind}`}>
          <Ticking text={(now) => deliveryWords(delivery, incident.sourceName, now)} />
        </p>
      )}
      {suppression !== undefined && (
        <p>
          <Ticking text={(now) => suppressionWords(suppression, now)} />
          {suppression.comment !== undefined && (
            <span className="soft">
              {" "}
              “<OutsideLine text={suppression.comment} />”
            </span>
          )}
        </p>
      )}
      {incident.unconfirmed && <p className="soft">{nowWords.unconfirmed}</p>}
      {incident.standing === "acknowledged" && !incident.canResolve && (
        <p className="soft">{nowWords.resolvesItself}</p>
      )}
    </div>
  );
}
