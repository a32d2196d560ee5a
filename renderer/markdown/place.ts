import { slugger } from "../../shared/runbook/slug.ts";
import type { Heading } from "./headings.ts";
import type { LineRange } from "./parts.ts";

type Place = Pick<Heading, "line" | "level">;

/** The line of the heading that an address ends in, as `#recovery` does. */
export function lineOfAnchor(headings: readonly Heading[], anchor: string): number | undefined {
  const slug = slugger();
  return headings.find(({ text }) => slug(text) === anchor.toLowerCase())?.line;
}

/** The lines of the section that begins at a line: to the next heading that is not below it. */
export function sectionRange(headings: readonly Place[], line: number): LineRange {
  const heading = headings.find((one) => one.line === line);
  const next = headings.find((one) => one.line > line && one.level <= (heading?.level ?? 6));
  return { from: line, to: next?.line ?? Number.POSITIVE_INFINITY };
}

/** The lines before the first heading below the title. */
export const openingRange = (headings: readonly Place[]): LineRange => ({
  from: 1,
  to: headings[1]?.line ?? Number.POSITIVE_INFINITY,
});
