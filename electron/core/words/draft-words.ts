import type { TimelineWhat } from "../../../shared/incident/incident.ts";
import { nameOf } from "../../../shared/team/lookup.ts";
import type { Team } from "../../../shared/team/team.ts";

/** One line of a timeline, for a file that people go on writing; `detail` is from outside. */
export type DraftLine = { readonly what: string; readonly detail?: string };

const names = (team: Team, people: readonly string[]): string => people.map((id) => nameOf(team, id)).join(", ");

/** A line of an incident's timeline; `undefined` for what a runbook need not know. */
export function draftLine(team: Team, what: TimelineWhat, by: string | undefined): DraftLine | undefined {
  const whose = by === undefined ? "" : ` by ${nameOf(team, by)}`;
  switch (what.kind) {
    case "triggered":
      return { what: "Triggered" };
    case "retriggered":
      return { what: "Triggered again" };
    case "paged":
      return { what: `Paged ${names(team, what.people)}` };
    case "acknowledged":
      return { what: `Acknowledged${whose}` };
    case "snoozed":
      return { what: `Snoozed${whose}` };
    case "escalated":
      return { what: `Escalated to ${names(team, what.people)}${whose}` };
    case "severity":
      return { what: `Severity changed from ${what.from} to ${what.to}${whose}` };
    case "note":
      return { what: `Note${whose}`, detail: what.text };
    case "resolved":
      return { what: `Resolved${whose}` };
    default:
      return undefined;
  }
}
