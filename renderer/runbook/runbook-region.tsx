import { lazy, Suspense, type ReactNode } from "react";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import { Button } from "../components/button.tsx";
import { OutsideLink } from "../components/outside-link.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { ViewBoundary } from "../components/view-boundary.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { nowWords } from "../words/now.ts";
import { runbookWords, whyWords } from "../words/runbooks.ts";

// What draws Markdown is as large as the rest of the window, and the incident must not wait for it.
const RunbookBody = lazy(async () => ({ default: (await import("./runbook-body.tsx")).RunbookBody }));

/** What to do about an incident: its runbook where it fits, or the gap that has to be filled. */
export function RunbookRegion({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const { runbook } = incident;
  return (
    <section className="runbook" aria-label={nowWords.runbook}>
      <h2>{nowWords.runbook}</h2>
      {runbook.kind === "gap" ? (
        <Gap incident={incident} named={runbook.named} />
      ) : (
        <div>
          <p className="runbook-title">
            {runbook.kind === "outside" ? (
              <OutsideLink title={runbook.title} url={runbook.url} />
            ) : (
              <OutsideLine text={runbook.title} />
            )}
          </p>
          <p className="soft">
            <OutsideLine text={whyWords(runbook.why)} />
          </p>
        </div>
      )}
      {runbook.kind === "found" && (
        <ViewBoundary>
          <Suspense fallback={<p className="soft">{runbookWords.loading}</p>}>
            <RunbookBody incident={incident} />
          </Suspense>
        </ViewBoundary>
      )}
    </section>
  );
}

function Gap({
  incident,
  named,
}: {
  readonly incident: IncidentDetail;
  readonly named: string | undefined;
}): ReactNode {
  const { store } = useSession();
  const draft = useDraftTask(incident.id);
  return (
    <div>
      <p className="gap-title">
        <OutsideLine text={runbookWords.gapTitle(incident.serviceName)} />
      </p>
      {named !== undefined && (
        <p>
          <OutsideLine text={runbookWords.gapNamed(named)} />
        </p>
      )}
      {draft === undefined ? (
        incident.standing !== "resolved" && <p className="soft">{runbookWords.gapBody}</p>
      ) : (
        <p>
          {runbookWords.gapDraft}{" "}
          <Button kind="plain" local onPress={() => store.setState({ view: "runbooks", reading: { id: draft } })}>
            {runbookWords.seeRunbook}
          </Button>
        </p>
      )}
    </div>
  );
}

/** The draft that was begun for an incident. */
const useDraftTask = (incident: string): string | undefined =>
  useScreen(
    ({ snapshot }) =>
      snapshot?.runbooks.tasks.find((task) => task.kind === "finish-draft" && task.incidents.includes(incident))
        ?.runbook,
  );
