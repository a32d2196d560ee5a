import { useId, type ReactNode } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { severities } from "../../shared/team/team.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { OutsideLink } from "../components/outside-link.tsx";
import { useIsLive, useSession } from "../store/session-context.ts";
import { severityWords } from "../../shared/words/severity-words.ts";
import { nowWords } from "../words/now.ts";

/** How bad it is, where to look, and what the alert says. */
export function Facts({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const labels = Object.entries(incident.alert.labels);
  return (
    <>
      <Triage incident={incident} />
      {incident.alert.links.length > 0 && (
        <section className="aside-part" aria-label={nowWords.links}>
          <h2>{nowWords.links}</h2>
          <ul className="facts">
            {incident.alert.links.map((link) => (
              <li key={link.url}>
                <OutsideLink title={link.title} url={link.url} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {labels.length > 0 && (
        <section className="aside-part" aria-label={nowWords.labels}>
          <details>
            <summary>
              {nowWords.labels} <span className="soft">{labels.length}</span>
            </summary>
            <dl className="labels">
              {labels.map(([name, value]) => (
                <div key={name}>
                  <dt>
                    <OutsideLine text={name} />
                  </dt>
                  <dd>
                    <OutsideLine text={value} limit={2_000} />
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        </section>
      )}
    </>
  );
}

/** What the source says is bad may not be, and the other way round: the person who looks decides. */
function Triage({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const { commands } = useSession();
  const live = useIsLive();
  const field = useId();
  if (incident.standing === "resolved") return null;
  return (
    <div className="aside-part">
      <h2>
        <label htmlFor={field}>{nowWords.triage}</label>
      </h2>
      <select
        id={field}
        className="field"
        value={incident.severity}
        disabled={!live}
        onChange={(event) => {
          const severity = severities.find((one) => one === event.currentTarget.value);
          if (severity !== undefined) void commands.perform("set-severity", { ids: [incident.id], severity });
        }}
      >
        {severities.map((severity) => (
          <option key={severity} value={severity}>
            {severityWords[severity]}
          </option>
        ))}
      </select>
    </div>
  );
}
