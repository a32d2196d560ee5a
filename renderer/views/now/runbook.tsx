import { useId, type ReactNode } from "react";
import type { IncidentDetail } from "../../../shared/app/snapshot-shape.ts";
import { severities } from "../../../shared/team/team.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { OutsideLine } from "../../components/outside-text.tsx";
import { useIsLive, useSession } from "../../store/session-context.ts";
import { severityWords } from "../../words/incident.ts";
import { nowWords } from "../../words/now.ts";
import { roleWords } from "../../words/shift.ts";

/** What to do about it, or the gap that has to be filled. */
export function Runbook({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const { runbook } = incident;
  return (
    <section className="aside-part" aria-label={nowWords.runbook}>
      <h2>{nowWords.runbook}</h2>
      {runbook === undefined ? (
        <>
          <p className="gap-title">{nowWords.noRunbook}</p>
          <p className="soft">{nowWords.noRunbookBody}</p>
        </>
      ) : (
        <>
          <p className="runbook-title">
            {runbook.url === undefined ? (
              <OutsideLine text={runbook.title} />
            ) : (
              <OutsideLink title={runbook.title} url={runbook.url} />
            )}
          </p>
          {runbook.path !== undefined && runbook.path !== runbook.title && (
            <p className="mono soft">
              <OutsideLine text={runbook.path} limit={1_000} />
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** Whom to ask, where to look, and what the alert says. */
export function Facts({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const labels = Object.entries(incident.labels);
  return (
    <>
      <Triage incident={incident} />
      {incident.owners.length > 0 && (
        <section className="aside-part" aria-label={nowWords.owners}>
          <h2>{nowWords.owners}</h2>
          <ul className="facts">
            {incident.owners.map((owner) => (
              <li key={owner.role + owner.id}>
                <OutsideLine text={owner.name} /> <span className="soft">{roleWords[owner.role].toLowerCase()}</span>
                {owner.reason !== undefined && (
                  <p className="soft">
                    <OutsideLine text={owner.reason} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {incident.links.length > 0 && (
        <section className="aside-part" aria-label={nowWords.links}>
          <h2>{nowWords.links}</h2>
          <ul className="facts">
            {incident.links.map((link) => (
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

/** An address from outside: the host opens it, if it is http or https, and the page itself goes nowhere. */
function OutsideLink({ title, url }: { readonly title: string; readonly url: string }): ReactNode {
  const { commands } = useSession();
  return (
    <Button kind="plain" onPress={() => void commands.perform("open-link", { url })}>
      <OutsideLine text={title} />
      <Icon name="external" size={14} />
    </Button>
  );
}
