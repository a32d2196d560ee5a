import { useMemo, useRef, useState, type ReactNode } from "react";
import type { RunbookDocument } from "../../shared/rpc/runbook-contract.ts";
import { Button } from "../components/button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";
import { joinedPath } from "../markdown/link.ts";
import { MarkdownText, type Aim } from "../markdown/markdown-text.tsx";
import { isPageHeading, lineOfAnchor } from "../markdown/place.ts";
import { RunbookOwners } from "./runbook-owners.tsx";
import { usePicture } from "./use-picture.ts";
import type { Reading } from "../store/reading.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { useAsked, valueOf } from "../store/use-asked.ts";
import { reasonWords, reviewWords, runbookWords } from "../words/runbooks.ts";
import { Outline } from "./outline.tsx";

export type ReaderProps = {
  readonly reading: Reading;
  /** It covers the list from which it was opened. */
  readonly takesFocus: boolean;
};

/** One runbook to be read. */
export function Reader({ reading, takesFocus }: ReaderProps): ReactNode {
  const revision = useScreen((screen) => screen.snapshot?.runbooks.revision ?? 0);
  const answer = useAsked("read-runbook", { id: reading.id }, { revision });
  const runbook = valueOf(answer);
  if (answer.kind === "asking" || answer.kind === "nothing") {
    return <p className="empty soft">{runbookWords.loading}</p>;
  }
  if (answer.kind === "failed" && runbook === undefined) {
    return (
      <div className="empty">
        <p className="trouble">{runbookWords.failed}</p>
        <Button onPress={answer.again}>{runbookWords.retry}</Button>
      </div>
    );
  }
  if (runbook === undefined || runbook === null) return <p className="empty soft">{runbookWords.gone}</p>;
  return <Document runbook={runbook} reading={reading} takesFocus={takesFocus} again={answer.again} />;
}

type DocumentProps = ReaderProps & { readonly runbook: RunbookDocument; readonly again: () => void };

function Document({ runbook, reading, takesFocus, again }: DocumentProps): ReactNode {
  const { store } = useSession();
  const picture = usePicture(runbook.id);
  const [chosen, setChosen] = useState<{ readonly reading: Reading; readonly aim: Aim }>();
  const asked = useMemo(() => aimOf(reading, runbook.headings), [reading, runbook.headings]);
  const focused = useRef(false);
  return (
    <article className="reader" aria-label={runbook.title}>
      <div className="reader-main">
        <Head
          runbook={runbook}
          onHeading={(heading) => {
            if (heading === null || !takesFocus || focused.current) return;
            focused.current = true;
            heading.focus();
          }}
        />
        <MarkdownText
          text={runbook}
          top={3}
          onGone={again}
          picture={picture}
          aim={chosen?.reading === reading ? chosen.aim : asked}
          onFile={(path, anchor) => {
            const id = joinedPath(runbook.id, path);
            if (id !== undefined) store.setState({ reading: { id, anchor } });
          }}
        />
      </div>
      <Outline
        headings={runbook.headings}
        title={runbook.title}
        onGo={(line) => setChosen({ reading, aim: { line } })}
      />
    </article>
  );
}

/** The heading to open at: the one asked for, or the one that the line asked for stands under. */
function aimOf({ aim, anchor }: Reading, headings: Parameters<typeof lineOfAnchor>[0]): Aim | undefined {
  const wanted = aim?.line ?? (anchor === undefined ? undefined : lineOfAnchor(headings, anchor));
  if (wanted === undefined) return undefined;
  const heading = headings.filter(isPageHeading).findLast(({ line }) => line <= wanted);
  return heading === undefined ? undefined : { line: heading.line };
}

type HeadProps = {
  readonly runbook: RunbookDocument;
  readonly onHeading: (heading: HTMLHeadingElement | null) => void;
};

function Head({ runbook, onHeading }: HeadProps): ReactNode {
  const { commands } = useSession();
  const reviewBusy = useScreen((screen) => screen.pending.has(runbook.id));
  const review = reviewWords(runbook);
  return (
    <header className="reader-head">
      <h2 ref={onHeading} tabIndex={-1}>
        <OutsideLine text={runbook.title} limit={500} />
      </h2>
      <p className="soft">
        <OutsideLine
          text={[...runbook.services.map(({ name }) => name), review, runbook.id].filter(Boolean).join(" · ")}
        />
      </p>
      <div className="reader-actions">
        {runbook.place === "folder" && runbook.review !== "not-asked" && (
          <Button busy={reviewBusy} onPress={() => void commands.perform("runbook-reviewed", { id: runbook.id })}>
            {runbookWords.reviewedToday}
          </Button>
        )}
        <Button onPress={() => void commands.perform("open-runbook", { id: runbook.id })}>
          {runbook.place === "folder" ? runbookWords.edit : runbookWords.openOutside}
        </Button>
      </div>
      {runbook.owners.length > 0 && <RunbookOwners owners={runbook.owners} />}
      {runbook.reasons.length > 0 && (
        <section className="reader-reasons" aria-label={runbookWords.reasons}>
          <p>{runbookWords.reasons}</p>
          <ul>
            {runbook.reasons.map((reason, index) => (
              <li key={index}>
                <Ticking text={(now) => reasonWords(reason, now)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </header>
  );
}
