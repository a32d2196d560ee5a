import { lazy, Suspense, type ReactNode } from "react";
import { Banners } from "./banners.tsx";
import { Dialogs } from "./dialogs.tsx";
import { Failures } from "./failures.tsx";
import { LiveRegions } from "./live-regions.tsx";
import { Misfit, Refused } from "./refused.tsx";
import { ShiftStatus } from "./shift-status.tsx";
import { SourcesStatus } from "./sources-status.tsx";
import { useTabSign } from "./use-tab-sign.ts";
import { ViewBoundary } from "../components/view-boundary.tsx";
import { ViewsNav } from "./views-nav.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { useAlarm } from "../sound/use-alarm.ts";
import type { ViewName } from "../store/screen.ts";
import { useScreen } from "../store/session-context.ts";
import { IncidentsView } from "../incident/incidents-view.tsx";
import { NowView } from "../now/now-view.tsx";
import { shellWords } from "../words/shell.ts";

const ScheduleView = lazy(async () => ({ default: (await import("../schedule/schedule-view.tsx")).ScheduleView }));
const RunbooksView = lazy(async () => ({ default: (await import("../runbook/runbooks-view.tsx")).RunbooksView }));
const HandoffView = lazy(async () => ({ default: (await import("../handoff/handoff-view.tsx")).HandoffView }));
const LogView = lazy(async () => ({ default: (await import("../log/log-view.tsx")).LogView }));
const InsightView = lazy(async () => ({ default: (await import("../insight/insight-view.tsx")).InsightView }));
const SettingsView = lazy(async () => ({ default: (await import("../settings/settings-view.tsx")).SettingsView }));

/** The whole window, or the page that says why there is none. */
export function App(): ReactNode {
  useTabSign();
  const link = useScreen((screen) => screen.link);
  const misfit = useScreen((screen) => screen.misfit);
  const known = useScreen((screen) => screen.snapshot !== undefined);
  if (link.kind === "refused") return <Refused reason={link.reason} />;
  if (misfit) return <Misfit />;
  return known ? <Window /> : <Connecting />;
}

function Connecting(): ReactNode {
  const cutOff = useScreen((screen) => screen.link.kind === "cut-off");
  return <main className="page">{cutOff ? <Banners /> : <p className="page-still">{shellWords.connecting}</p>}</main>;
}

function Window(): ReactNode {
  useKeys();
  useAlarm();
  const snapshot = useScreen((screen) => screen.snapshot);
  const live = useScreen((screen) => screen.link.kind === "open");
  const view = useScreen((screen) => screen.view);
  if (snapshot === undefined) return null;
  return (
    <div className={live ? "app" : "app app-cut-off"}>
      <header className="head">
        <ShiftStatus snapshot={snapshot} />
        <SourcesStatus sources={snapshot.sources} />
      </header>
      <ViewsNav />
      <main className="main">
        <Banners />
        <ViewBoundary key={view}>
          <Suspense fallback={<p className="empty soft">{shellWords.loading}</p>}>
            <View view={view} />
          </Suspense>
        </ViewBoundary>
        <Failures />
      </main>
      <LiveRegions />
      <Dialogs />
    </div>
  );
}

function View({ view }: { readonly view: ViewName }): ReactNode {
  switch (view) {
    case "now":
      return <NowView />;
    case "incidents":
      return <IncidentsView />;
    case "schedule":
      return <ScheduleView />;
    case "runbooks":
      return <RunbooksView />;
    case "handoff":
      return <HandoffView />;
    case "log":
      return <LogView />;
    case "insight":
      return <InsightView />;
    case "settings":
      return <SettingsView />;
  }
}
