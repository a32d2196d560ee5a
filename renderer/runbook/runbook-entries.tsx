import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { RunbookHit, RunbookRow } from "../../shared/rpc/runbook-contract.ts";
import { Icon } from "../components/icon.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useVirtualRows } from "../components/virtual-rows.ts";
import { codeWords, reasonWords, reviewWords, runbookWords } from "../words/runbooks.ts";
import { viewWords } from "../words/shell.ts";
import { opens, stepTo, type Entry } from "./entries.ts";

/** CSS pixels; styles/runbooks.css lays the lines out within them. */
const heights = { head: 36, entry: 56, troubled: 76, hit: 76 };

function heightOf(entry: Entry | undefined): number {
  switch (entry?.kind) {
    case "head":
      return heights.head;
    case "hit":
      return heights.hit;
    case "runbook":
      return problemsOf(entry.row).length > 0 ? heights.troubled : heights.entry;
    default:
      return heights.entry;
  }
}

export type RunbookEntriesProps = {
  readonly entries: readonly Entry[];
  readonly active: string | undefined;
  readonly onActive: (key: string) => void;
  readonly onOpen: (entry: Entry) => void;
};

/** The list: thousands of lines of which only those in sight are drawn. */
export function RunbookEntries({ entries, active, onActive, onOpen }: RunbookEntriesProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualRows({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(entries[index]),
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 8,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, entries]);
  const at = entries.findIndex(({ key }) => key === active);
  const tabStop = at < 0 ? entries.find(opens)?.key : active;
  useEffect(() => {
    if (at < 0) return;
    virtualizer.scrollToIndex(at, { align: "auto" });
    if (scroller.current?.contains(document.activeElement) === true) requestAnimationFrame(focusActiveEntry);
  }, [virtualizer, at]);

  const keyDown = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : undefined;
    const next = by === undefined ? undefined : stepTo(entries, active, by);
    if (next === undefined) return;
    event.preventDefault();
    onActive(next.key);
  };
  if (entries.length === 0) return <p className="empty soft">{runbookWords.nothingFound}</p>;
  return (
    <div className="entries" ref={scroller}>
      <ul aria-label={viewWords.runbooks} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const entry = entries[item.index];
          if (entry === undefined) return null;
          return (
            <li
              key={item.key}
              className={`entry-place entry-of-${entry.kind}`}
              style={{ transform: `translateY(${item.start}px)`, blockSize: item.size }}
              aria-setsize={entries.length}
              aria-posinset={item.index + 1}
            >
              {opens(entry) ? (
                <button
                  type="button"
                  className="entry"
                  data-entry={entry.key}
                  tabIndex={entry.key === tabStop ? 0 : -1}
                  aria-current={entry.key === active || undefined}
                  onClick={() => onOpen(entry)}
                  onKeyDown={keyDown}
                >
                  <EntryWords entry={entry} />
                </button>
              ) : (
                <EntryWords entry={entry} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Gives the focus to the line that keys act on. */
export const focusActiveEntry = (): void =>
  document.querySelector<HTMLElement>("[data-entry][tabindex='0']")?.focus({ preventScroll: true });

function EntryWords({ entry }: { readonly entry: Entry }): ReactNode {
  switch (entry.kind) {
    case "head":
      return (
        <p className="entry-head">
          <OutsideLine text={entry.title ?? runbookWords.noService} /> <span className="soft">{entry.count}</span>
        </p>
      );
    case "runbook":
      return <RunbookWords row={entry.row} />;
    case "hit":
      return <HitWords hit={entry.hit} />;
    case "outside":
      return (
        <Lines title={entry.service} foot={entry.url}>
          <span className="tag">
            {runbookWords.outside} <Icon name="external" size={12} />
          </span>
        </Lines>
      );
    case "gap":
      return (
        <div className="entry">
          <Lines
            title={entry.service}
            foot={entry.named === undefined ? runbookWords.gap : runbookWords.gapNamed(entry.named)}
          />
        </div>
      );
    case "unread":
      return (
        <div className="entry">
          <Lines title={entry.id} foot={`${runbookWords.unread}: ${codeWords(entry.code)}`} />
        </div>
      );
  }
}

type LinesProps = { readonly title: string; readonly foot: string; readonly children?: ReactNode };

const Lines = ({ title, foot, children }: LinesProps): ReactNode => (
  <>
    <span className="entry-title">
      <OutsideLine text={title} />
    </span>
    <span className="entry-line">
      <span className="entry-foot">
        <OutsideLine text={foot} limit={1_000} />
      </span>
      {children}
    </span>
  </>
);

/** What is wrong with its text; what is left to do has tags of its own. */
const problemsOf = ({ reasons }: RunbookRow): RunbookRow["reasons"] =>
  reasons.filter(({ kind }) => kind !== "review-due" && kind !== "unwritten");

function RunbookWords({ row }: { readonly row: RunbookRow }): ReactNode {
  const problems = problemsOf(row);
  const foot = [reviewWords(row), row.owners.map(({ name }) => name).join(", ")].filter(Boolean).join(" · ");
  return (
    <>
      <Lines title={row.title} foot={foot === "" ? row.id : foot}>
        {row.draft && <span className="tag">{runbookWords.draft}</span>}
        {(row.review === "due" || row.review === "never") && <span className="tag tag-due">{runbookWords.due}</span>}
      </Lines>
      {problems.length > 0 && (
        <Ticking
          className="entry-problems"
          text={(now) => problems.map((problem) => reasonWords(problem, now)).join(" · ")}
        />
      )}
    </>
  );
}

function HitWords({ hit }: { readonly hit: RunbookHit }): ReactNode {
  return (
    <>
      <span className="entry-line">
        <span className="entry-title">
          <OutsideLine text={hit.title} />
        </span>
        {hit.heading !== undefined && (
          <span className="entry-under">
            <OutsideLine text={hit.heading} />
          </span>
        )}
      </span>
      <span className="entry-excerpt">
        <Marked text={hit.excerpt} words={hit.words} />
      </span>
    </>
  );
}

/** The words that were found stand out. */
function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }): ReactNode {
  const found = words.filter((word) => word !== "").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (found.length === 0) return <OutsideLine text={text} />;
  const pieces = text.split(new RegExp(`(${found.join("|")})`, "i"));
  return pieces.map((piece, index) =>
    index % 2 === 1 ? <mark key={index}>{piece}</mark> : <OutsidePiece key={index} text={piece} />,
  );
}

const OutsidePiece = ({ text }: { readonly text: string }): ReactNode => <bdi>{text}</bdi>;
