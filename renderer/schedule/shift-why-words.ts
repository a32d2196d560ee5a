import type { ScheduleView, ShownConflict, ShownShift, ShownWhy } from "../../shared/schedule/schedule-view-shape.ts";
import type { Content } from "./lanes.ts";
import { lengthWords, spanWords } from "./schedule-words.ts";
import { capitalised, series } from "../../shared/text/sentence.ts";
import { roleWords } from "../../shared/words/role-words.ts";

/** Names of the people in a view, by id. */
export type Names = (id: string) => string;

export function namesIn({ people }: Pick<ScheduleView, "people">): Names {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** "AL" of "Ada Lovelace", "Bo" of "Bob": a name where there is no room for one. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = "", last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return last === undefined
    ? Array.from(first).slice(0, 2).join("")
    : `${Array.from(first)[0] ?? ""}${Array.from(last)[0] ?? ""}`.toUpperCase();
}

/** "Turn 2 of 4", "Override: dentist, instead of Alice": why it is this person. */
export function whyWords(why: ShownWhy, nameOf: Names): string {
  switch (why.kind) {
    case "turn":
      return `Turn ${why.place} of ${why.of}${why.cycle === undefined ? "" : `, round ${why.cycle} in an order of its own`}`;
    case "follows":
      return `Whoever is ${roleWords[why.leader].toLowerCase()} ${why.offset === 1 ? "one turn" : `${why.offset} turns`} later`;
    case "everyone-else":
      return "Everyone who holds no other role";
    case "imported":
      return "From the calendar";
    case "holiday":
      return `${why.name}: ${holidayWords(why, nameOf)}`;
    case "swap":
      return `Swapped with ${nameOf(why.with)}`;
    case "override":
      return `Override${why.reason === undefined ? "" : `: ${why.reason}`}${insteadOf(why.instead, nameOf)}`;
  }
}

const insteadOf = (instead: readonly string[], nameOf: Names): string =>
  instead.length === 0 ? "" : `, instead of ${series(instead.map(nameOf))}`;

function holidayWords({ policy, instead }: Extract<ShownWhy, { kind: "holiday" }>, nameOf: Names): string {
  if (instead.length === 0) return policy === "primary-covers" ? "whoever has the turn covers it" : "on duty";
  const whose = series(instead.map(nameOf));
  switch (policy) {
    case "primary-covers":
    case "no-cover":
    case "designated":
      return `named for the day, instead of ${whose}`;
    case "holiday-rotation":
      return `next in the holiday rotation, instead of ${whose}`;
    case "swap-with-backup":
      return `the backup stands in for ${whose}`;
  }
}

/** "Then Bob". */
export function nextWords(next: ShownShift["next"], nameOf: Names): string {
  switch (next.kind) {
    case "hands-over":
      return `Then ${nameOf(next.person)}`;
    case "goes-on":
      return "Goes on after that, for another reason";
    case "nobody":
      return "Then nobody";
    case "unknown":
      return "Then unknown: a calendar does not say";
  }
}

/** "Away: leave. Dana could do it." */
export function conflictWords({ kind, reason, substitute }: ShownConflict, nameOf: Names): string {
  const what =
    kind === "away" ? `Away${reason === undefined ? "" : `: ${reason}`}` : "On call in another role at the same time";
  return `${what}. ${substitute === undefined ? "Nobody is free to do it." : `${nameOf(substitute)} could do it.`}`;
}

/** What stands in a block. */
export function blockTitle(content: Content, nameOf: Names): string {
  switch (content.kind) {
    case "shift":
      return nameOf(content.shift.person);
    case "standby":
      return standbyWords(content.standby, nameOf);
    case "uncovered":
      return content.uncovered.state === "unknown" ? "Unknown" : "Nobody";
  }
}

/** "Bob, Charlie and 56 more". */
function standbyWords({ people, more }: Extract<Content, { kind: "standby" }>["standby"], nameOf: Names): string {
  const named = people.map(nameOf);
  return more === 0 ? named.join(", ") : `${named.slice(0, 2).join(", ")} and ${more + named.length - 2} more`;
}

/** The role that a block is of, as a person reads it. */
export function blockRole(content: Content): string {
  switch (content.kind) {
    case "shift":
      return roleWords[content.shift.role];
    case "standby":
      return roleWords[content.standby.role];
    case "uncovered":
      return content.uncovered.state === "unknown"
        ? "Nobody can say who is on call"
        : content.uncovered.roles.map((role) => `No ${roleWords[role].toLowerCase()}`).join(", ");
  }
}

/** Why a block is as it is: one line each. */
export function blockWhy(content: Content, nameOf: Names): readonly string[] {
  switch (content.kind) {
    case "shift":
      return [
        whyWords(content.shift.why, nameOf),
        nextWords(content.shift.next, nameOf),
        ...(content.conflict ? [conflictWords(content.conflict, nameOf)] : []),
      ];
    case "standby":
      return ["Everyone who holds no other role, in the order of their turns"];
    case "uncovered":
      return content.uncovered.state === "unknown"
        ? ["A calendar that says who is on call could not be read"]
        : ["Somebody should be on call, and nobody is"];
  }
}

/** The whole of a block for whoever cannot see it: who, as what, when, how long, why, and what comes next. */
export function blockLabel(content: Content, nameOf: Names, zone: string): string {
  const span =
    content.kind === "shift" ? content.shift : content.kind === "standby" ? content.standby : content.uncovered;
  const parts = [blockTitle(content, nameOf), blockRole(content), spanWords(span, zone), lengthWords(span)];
  return [...parts, ...blockWhy(content, nameOf).map((one) => capitalised(one))].join(", ");
}
