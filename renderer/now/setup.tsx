import { useId, type ReactNode } from "react";
import type { PersonRef } from "../../shared/team/person-ref.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { OpenTeamFile } from "../components/open-team-file.tsx";
import { PersonChoice } from "../components/person-choice.tsx";
import { Snippet } from "../components/snippet.tsx";
import { alertmanagerSource, firstRunWords, shortestTeam } from "../words/first-run.ts";

/** Baton cannot know what is mine until it knows who I am. */
export function WhoAreYou({ people }: { readonly people: readonly PersonRef[] }): ReactNode {
  const id = useId();
  return (
    <section className="setup" aria-labelledby={id}>
      <h2 id={id}>{firstRunWords.whoTitle}</h2>
      <p className="soft">{firstRunWords.whoBody}</p>
      <PersonChoice people={people} />
    </section>
  );
}

/** No team file at all, not even the sample. */
export function NoTeam({ host }: { readonly host: Snapshot["host"] }): ReactNode {
  return (
    <section className="setup" aria-label={firstRunWords.noTeamTitle}>
      <h1 className="quiet-title">{firstRunWords.noTeamTitle}</h1>
      <p className="soft">{firstRunWords.noTeamBody}</p>
      <WaysOn host={host} title={firstRunWords.waysToOne} />
    </section>
  );
}

/** Three ways to a team of one's own. */
export function WaysOn({ host, title }: { readonly host: Snapshot["host"]; readonly title: string }): ReactNode {
  return (
    <div className="ways">
      <h2 className="ways-title">{title}</h2>
      <details name="ways">
        <summary>{firstRunWords.open}</summary>
        <p className="soft">{firstRunWords.openBody}</p>
        <OpenTeamFile host={host} />
      </details>
      <details name="ways">
        <summary>{firstRunWords.write}</summary>
        <p className="soft">{firstRunWords.writeBody}</p>
        <Snippet text={shortestTeam} label={firstRunWords.write} />
      </details>
      <details name="ways">
        <summary>{firstRunWords.connect}</summary>
        <p className="soft">{firstRunWords.connectBody}</p>
        <Snippet text={alertmanagerSource} label={firstRunWords.connect} />
      </details>
    </div>
  );
}
