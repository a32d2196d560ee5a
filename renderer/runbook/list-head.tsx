import type { ReactNode } from "react";
import type { RunbookList } from "../../shared/rpc/runbook-contract.ts";
import { filterWords, listFilters, runbookWords, type ListFilter } from "../words/runbooks.ts";
import { countsOf } from "./entries.ts";
import { focusActiveEntry } from "./runbook-entries.tsx";

export type ListHeadProps = {
  readonly list: RunbookList;
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** Search over everything written, and what there is to do about it. */
export function ListHead({ list, filter, onFilter, text, onText }: ListHeadProps): ReactNode {
  const counts = countsOf(list);
  return (
    <div className="shelf-head">
      <input
        type="search"
        className="field"
        aria-label={runbookWords.search}
        aria-keyshortcuts="/"
        placeholder={runbookWords.searchPlaceholder}
        value={text}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "Enter") return;
          event.preventDefault();
          focusActiveEntry();
        }}
      />
      <div className="chips" role="group" aria-label={runbookWords.show}>
        {listFilters
          .filter((one) => one === "all" || counts[one] > 0 || one === filter)
          .map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={one === filter && text === ""}
              onClick={() => {
                onText("");
                onFilter(one);
              }}
            >
              {filterWords[one]} <span className="soft">{counts[one].toLocaleString("en-US")}</span>
            </button>
          ))}
      </div>
    </div>
  );
}
