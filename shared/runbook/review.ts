import { findGroup, findService, peopleOf } from "../team/lookup.ts";
import type { RunbookSection, Team } from "../team/team.ts";
import { knownDay, wallOn } from "../time/civil.ts";
import { after, type Instant } from "../time/instant.ts";
import { toInstant } from "../time/zoned.ts";
import type { FrontMatterProblem, Outline } from "./runbook.ts";

/** What is wrong with a runbook by its team's rules, whatever the time. */
export type Complaint =
  | FrontMatterProblem
  | { readonly kind: "unknown-service"; readonly line: number; readonly found: string }
  | { readonly kind: "unknown-owner"; readonly line: number; readonly found: string }
  | { readonly kind: "missing-section"; readonly section: RunbookSection }
  | { readonly kind: "unwritten"; readonly line: number; readonly count: number };

/** Everything wrong with a runbook, in the order of the file and then of the team's rules. */
export function complaintsOf(team: Team, outline: Outline): readonly Complaint[] {
  const { frontMatter, sections, unwritten } = outline;
  const services = frontMatter.services.filter(({ id }) => !findService(team, id));
  const owners = frontMatter.owners.filter(({ id }) => peopleOf(team, id).length === 0 && !findGroup(team, id));
  const [first] = unwritten;
  return [
    ...frontMatter.problems,
    ...services.map(({ id, line }) => ({ kind: "unknown-service", line, found: id }) as const),
    ...owners.map(({ id, line }) => ({ kind: "unknown-owner", line, found: id }) as const),
    ...team.runbooks.require
      .filter((section) => !sections.includes(section))
      .map((section) => ({ kind: "missing-section", section }) as const),
    ...(first === undefined ? [] : [{ kind: "unwritten", line: first, count: unwritten.length } as const]),
  ];
}

/** When its next review is due, in the team's zone; `never` where it has no date, `undefined` where no reviews are asked for (001-7). */
export function reviewDueAt(team: Team, { frontMatter }: Outline): Instant | "never" | undefined {
  const { reviewEvery } = team.runbooks;
  if (reviewEvery === undefined) return undefined;
  if (!frontMatter.reviewed) return "never";
  return after(toInstant(team.timezone, wallOn(knownDay(frontMatter.reviewed.date), 0)), reviewEvery);
}
