import { isPageHeading } from "../markdown/place.ts";
import type { RunbookDocument, RunbookFit } from "../../shared/rpc/runbook-contract.ts";

/** A part of a runbook that can be shown beside an incident. */
export type Place = {
  readonly line: number;
  readonly title: string;
  /** What it shares with the alert; empty for a part that is there for every alert. */
  readonly words: readonly string[];
  /** Whether a heading begins it. */
  readonly heading: boolean;
};

/** Parts that help with any alert, in the order in which they are wanted. */
const always = ["on-call-procedure", "recovery", "rollback"] as const;
const mostFits = 4;

/** What to offer beside an incident: the parts that fit, best first, then those that help with any alert. */
export function placesOf(
  { headings }: Pick<RunbookDocument, "headings">,
  fits: readonly RunbookFit[],
): readonly Place[] {
  const lines = new Set(headings.filter(isPageHeading).map(({ line }) => line));
  const fitting = fits
    .slice(0, mostFits)
    .map(({ line, title, words }) => ({ line, title, words, heading: lines.has(line) }));
  const common = always.flatMap((section) => {
    const found = headings.find((heading) => isPageHeading(heading) && heading.sections.includes(section));
    return found === undefined ? [] : [{ line: found.line, title: found.title, words: [], heading: true }];
  });
  const seen = new Set<number>();
  return [...fitting, ...common].filter(({ line }) => !seen.has(line) && seen.add(line));
}
