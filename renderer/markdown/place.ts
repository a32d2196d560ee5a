import type { DrawnText } from "../../shared/rpc/runbook-contract.ts";

export type TextHeading = DrawnText["headings"][number];
/** A heading that the page shows as one. */
export type PageHeading = Extract<TextHeading, { kind: "heading" }>;

/** Some of a text's lines, from 1; the end is not part of it, and none is the end of the text. */
export type LineRange = { readonly from: number; readonly to?: number | undefined };

export const isPageHeading = (heading: TextHeading): heading is PageHeading => heading.kind === "heading";

/** The line of the heading that an address ends in, as `#recovery` does. */
export const lineOfAnchor = (headings: readonly TextHeading[], anchor: string): number | undefined =>
  headings.find((heading) => isPageHeading(heading) && heading.slug === anchor.toLowerCase())?.line;

/** The lines of the section that begins at a line: to the next heading that is not below it. */
export const sectionRange = (headings: readonly TextHeading[], line: number): LineRange => ({
  from: line,
  to: (headings.find((one) => one.line === line) ?? headings.find((one) => one.line > line && isPageHeading(one)))?.to,
});

/** The lines before the first heading below the title. */
export const openingRange = (headings: readonly TextHeading[]): LineRange => ({
  from: 1,
  to: headings.filter(isPageHeading)[1]?.line,
});

export const isWithin = (line: number, { from, to = Number.POSITIVE_INFINITY }: LineRange): boolean =>
  line >= from && line < to;

/** The part in which a line of the text stands. */
export function partAt(parts: DrawnText["parts"], line: number): number {
  const next = parts.findIndex((part) => part.line > line);
  return Math.max(0, (next < 0 ? parts.length : next) - 1);
}
