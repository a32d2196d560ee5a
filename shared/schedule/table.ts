import type { PersonId, Role, Schedule, Service } from "../team/team.ts";
import { roles } from "../team/team.ts";
import { cellInMarkdown } from "../text/markdown.ts";
import type { DayNumber } from "../time/civil.ts";
import { knownDay, knownTime, splitWall, wallOn, weekdayIndex } from "../time/civil.ts";
import { toInstant, toWall } from "../time/zoned.ts";
import { watches } from "./resolve.ts";
import type { Context, Span } from "./shift.ts";

/** Whose pipeline a week is about; ids of people or groups. */
export type WeekOwners = Pick<Service["owners"], "primary" | "secondary">;

export type TableQuestion = {
  readonly span: Span;
  /** The name of a person or group. */
  readonly nameOf: (id: string) => string;
  /** Owners that take turns week by week; without any, the table has no columns for them. */
  readonly owners?: readonly WeekOwners[];
};

/** A table before it is text; every row has as many cells as the head. */
export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const headings: Readonly<Record<Role, string>> = {
  primary: "On-call Engineer",
  secondary: "Secondary",
  backup: "Backup Engineer(s)",
};

/** The owners of the pipelines that investors see, in the order of the file: theirs are the weeks of 004-9. */
export const investorOwners = (services: readonly Service[]): readonly WeekOwners[] =>
  services.filter(({ investorImpact }) => investorImpact).map(({ owners }) => owners);

/**
 * The weeks that meet a span, one row each (003-2, 004-9). Weeks are counted from the first rotation's start and begin at
 * its handoff, so that a week keeps its number whatever the span. Several people in one cell came one after the other.
 */
export function scheduleTable(schedule: Schedule, context: Context, question: TableQuestion): Table {
  const { span, nameOf, owners = [] } = question;
  const shown = roles.filter((role) => schedule.rotations.some((rotation) => rotation.role === role));
  const ownerHead = owners.length > 0 ? ["Primary Owner", "Secondary Owner"] : [];
  const named = (ids: readonly PersonId[]): string => ids.map(nameOf).join(", ");
  const rows = weeksOf(schedule, span).map((week) => {
    const owner = owners[(week.number - 1) % owners.length];
    const ownerCells = owner ? [owner.primary, owner.secondary].map((id) => (id === undefined ? "" : nameOf(id))) : [];
    const watched = watches(schedule, context, week);
    const cells = shown.map((role) => named([...new Set(watched.flatMap(({ people }) => people[role]))]));
    return [`Week ${week.number}`, ...ownerCells, ...cells];
  });
  return { head: ["Week", ...ownerHead, ...shown.map((role) => headings[role])], rows };
}

type Week = Span & { readonly number: number };

function weeksOf(schedule: Schedule, span: Span): readonly Week[] {
  const { first, handoff } = beginningOf(schedule, span);
  const boundary = (number: number) => toInstant(schedule.timezone, wallOn(first + (number - 1) * 7, handoff));
  const day = splitWall(toWall(schedule.timezone, span.from)).day;
  let number = Math.max(1, Math.floor((day - first) / 7));
  const found: Week[] = [];
  for (; boundary(number) < span.to; number += 1) {
    const week = { number, from: boundary(number), to: boundary(number + 1) };
    if (week.to > span.from) found.push(week);
  }
  return found;
}

/** Without turns, weeks are counted from the Monday of the span. */
function beginningOf(schedule: Schedule, span: Span): { readonly first: DayNumber; readonly handoff: number } {
  for (const rotation of schedule.rotations) {
    if (rotation.kind === "turns") return { first: knownDay(rotation.start), handoff: knownTime(rotation.handoffAt) };
  }
  const { day } = splitWall(toWall(schedule.timezone, span.from));
  return { first: day - weekdayIndex(day), handoff: 0 };
}

/** The table in Markdown, padded so that it also reads as plain text. */
export function toMarkdown({ head, rows }: Table): string {
  const lines = [head, ...rows].map((cells) => cells.map(cellInMarkdown));
  const widths = head.map((_, column) => Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0)));
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  const [first = [], ...rest] = lines;
  return [row(first), rule, ...rest.map(row)].join("\n");
}
