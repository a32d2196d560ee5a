import type { ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { Button } from "../components/button.tsx";
import { Snippet } from "../components/snippet.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { firstRunWords, inboxCommand } from "../words/first-run.ts";
import { WaysOn } from "./setup.tsx";

/** Beside the sample team: a first page to oneself, and the ways on from here. */
export function FirstRun({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { commands } = useSession();
  const busy = useScreen((screen) => screen.pending.has("send-test-incident"));
  return (
    <section className="first-run" aria-label={firstRunWords.title}>
      <h2>{firstRunWords.title}</h2>
      <p className="soft">{firstRunWords.body}</p>
      <div>
        <Button
          kind="primary"
          busy={busy}
          onPress={() => void commands.perform("send-test-incident", { severity: "critical" })}
        >
          {firstRunWords.button}
        </Button>
      </div>
      {snapshot.inbox !== undefined && (
        <>
          <p className="soft">{firstRunWords.or}</p>
          <Snippet text={inboxCommand(snapshot.inbox, platform())} label={firstRunWords.title} />
        </>
      )}
      <WaysOn host={snapshot.host} title={firstRunWords.ways} />
    </section>
  );
}

/** The shells differ in how a file is read and quoted. */
const platform = (): "windows" | "unix" => (navigator.platform.startsWith("Win") ? "windows" : "unix");
