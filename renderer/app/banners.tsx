import type { ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { SourceView } from "../../shared/source/source-shape.ts";
import { totalOf } from "../../shared/kept/kept-words.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { failureWords, retryWords, troubleWords } from "../words/sources.ts";
import { cutOffWords, retryLinkWords, shellWords, troubles, type Trouble } from "../words/shell.ts";
import { Button } from "../components/button.tsx";
import { CalendarTroubles } from "./calendar-troubles.tsx";
import { Ticking } from "../components/ticking.tsx";

/** Why what the screen shows may not be the whole truth. Each says what it means and what can be done. */
export function Banners(): ReactNode {
  const snapshot = useScreen((screen) => screen.snapshot);
  const cutOff = useScreen((screen) => screen.link.kind === "cut-off");
  const soundBlocked = useScreen((screen) => screen.soundBlocked);
  return (
    <div className="banners">
      {cutOff && <CutOff />}
      {snapshot !== undefined && !cutOff && <SourceTroubles sources={snapshot.sources} />}
      {snapshot !== undefined && !cutOff && <CalendarTroubles calendars={snapshot.calendars} />}
      {snapshot !== undefined && <HostTroubles snapshot={snapshot} />}
      {soundBlocked && <SoundBlocked />}
    </div>
  );
}

function CutOff(): ReactNode {
  const { link } = useSession();
  const state = useScreen((screen) => screen.link);
  const snapshot = useScreen((screen) => screen.snapshot);
  return (
    <div className="banner">
      <p className="banner-strong" role="alert">
        <Ticking text={(now) => cutOffWords(snapshot, snapshot?.now, now)} />
      </p>
      {state.kind === "cut-off" && <Ticking className="soft" text={() => retryLinkWords(state, Date.now())} />}
      <Button kind="plain" local onPress={() => link.retryNow()}>
        {shellWords.retryNow}
      </Button>
    </div>
  );
}

function SourceTroubles({ sources }: { readonly sources: readonly SourceView[] }): ReactNode {
  const { commands } = useSession();
  const pending = useScreen((screen) => screen.pending);
  return sources
    .filter(({ freshness }) => freshness !== "fresh")
    .map((source) => (
      <div key={source.id} className="banner">
        <p className="banner-strong" role="alert">
          <Ticking text={(now) => troubleWords(source, now)} />
        </p>
        <p className="soft">
          {source.failure !== undefined && <WhyNot failure={source.failure} />}{" "}
          <Ticking text={(now) => retryWords(source, now)} />
        </p>
        <Button
          kind="plain"
          busy={source.polling || pending.has(`retry-source ${source.id}`)}
          onPress={() => void commands.perform("retry-source", { source: source.id })}
        >
          {shellWords.retryNow}
        </Button>
      </div>
    ));
}

const WhyNot = ({ failure }: { readonly failure: NonNullable<SourceView["failure"]> }): ReactNode => (
  <Ticking text={(now) => failureWords(failure, now)} />
);

function HostTroubles({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { store } = useSession();
  const { journal, keptAside, notifier, teamProblems } = snapshot;
  return (
    <>
      {notifier.health.kind === "failing" && <Told trouble={troubles.notifier(notifier.health.reason)} />}
      {journal.kind === "memory" && <Told trouble={troubles.memory(journal.reason)} />}
      {journal.kind === "recovered" && <Told trouble={troubles.recovered(journal.keptAside)} />}
      {totalOf(keptAside.now) > 0 && <Told trouble={troubles.keptAside(keptAside.now)} />}
      {teamProblems.length > 0 && (
        <Told trouble={troubles.team(teamProblems, snapshot.team !== undefined)}>
          <Button kind="plain" local onPress={() => store.setState({ view: "settings" })}>
            {troubles.teamAction}
          </Button>
        </Told>
      )}
      {snapshot.host === "desktop" && !snapshot.trayAvailable && <Told trouble={troubles.noTray} />}
    </>
  );
}

/** One line, so that an incident below it stays in sight; what it means is one click away. */
function Told({ trouble, children }: { readonly trouble: Trouble; readonly children?: ReactNode }): ReactNode {
  return (
    <details className="banner banner-details">
      <summary>{trouble.what}</summary>
      <p>
        {trouble.means} {children}
      </p>
    </details>
  );
}

function SoundBlocked(): ReactNode {
  const { store } = useSession();
  return (
    <div className="banner">
      <p>{shellWords.soundBlocked}</p>
      {/* The click itself is what the browser waits for. */}
      <Button kind="plain" local onPress={() => store.setState({ soundBlocked: false })}>
        {shellWords.enableSound}
      </Button>
    </div>
  );
}
