import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { hour } from "../../shared/time/duration.ts";
import { dateMoment, dateWords, localDay, weekdayWord } from "../../shared/time/phrase.ts";
import type { Note } from "./notes.ts";
import { count, series } from "../../shared/text/sentence.ts";
import { lengthWords, spanWords } from "./schedule-words.ts";
import { conflictWords, whyWords, type Names } from "./shift-why-words.ts";
import { roleWords } from "../../shared/words/role-words.ts";

export const noteWords = {
  title: "Worth knowing",
  kinds: {
    unknown: "Unknown",
    gap: "Gap",
    conflict: "Conflict",
    holiday: "Holiday",
    override: "Override",
    swap: "Swap",
    clock: "Clocks",
    order: "New order",
  } satisfies Readonly<Record<Note["kind"], string>>,
  all: (hidden: number): string => `Show ${hidden.toLocaleString("en-US")} more`,
} as const;

/** When it is: a day for what lasts one, else the moment that it begins. */
export function noteWhen(note: Note, zone: string): string {
  const whole = note.kind === "holiday" || note.kind === "clock";
  const day = localDay(note.at, zone);
  return whole ? `${weekdayWord(day)} ${dateWords(day)}` : dateMoment(note.at, zone).replace(/ \d{4} /, " ");
}

/** The whole of a note in a sentence or two. */
export function noteText(note: Note, nameOf: Names, zone: string): string {
  switch (note.kind) {
    case "unknown":
      return `Nobody can say who is on call for ${lengthWords(note.uncovered)}: a calendar could not be read.`;
    case "gap": {
      const roles = note.uncovered.roles.map((role) => roleWords[role].toLowerCase());
      return `Nobody is ${series(roles)} for ${lengthWords(note.uncovered)}.`;
    }
    case "conflict": {
      const { conflict } = note;
      const when = `${lengthWords(conflict)}, until ${dateMoment(conflict.to, zone)}`;
      return `${nameOf(conflict.person)} has ${roleWords[conflict.role].toLowerCase()} for ${when}. ${conflictWords(conflict, nameOf)}`;
    }
    case "holiday":
      return holidayNote(note.holiday, nameOf);
    case "override":
    case "swap":
      return `${nameOf(note.shift.person)} is ${roleWords[note.shift.role].toLowerCase()}, ${spanWords(note.shift, zone)}. ${whyWords(note.shift.why, nameOf)}.`;
    case "clock": {
      const lengths = note.across.map(
        (shift) =>
          `${nameOf(shift.person)}'s ${roleWords[shift.role].toLowerCase()} shift is ${lengthWords(shift)} long`,
      );
      return `${clockWords(note.clock)}${lengths.length === 0 ? "" : `: ${series(lengths)}`}.`;
    }
    case "order":
      return `${roleWords[note.order.role]} goes through a new order: ${series(note.order.order.map(nameOf))}.`;
  }
}

/** "Good Friday: Bob stands in for Dana." */
export function holidayNote(
  { name, policy, covers, instead }: ScheduleView["holidays"][number],
  nameOf: Names,
): string {
  const who = series(covers.map(nameOf));
  const be = covers.length === 1 ? "is" : "are";
  if (covers.length === 0) return `${name}: nobody is on call.`;
  if (instead.length === 0) {
    return `${name}: ${who} ${be} on call${policy === "primary-covers" ? ", as the policy has it" : ""}.`;
  }
  const whose = series(instead.map(nameOf));
  switch (policy) {
    case "swap-with-backup":
      return `${name}: ${who} ${covers.length === 1 ? "stands" : "stand"} in for ${whose}, as backup.`;
    case "holiday-rotation":
      return `${name}: ${who} by the holiday rotation, instead of ${whose}.`;
    case "designated":
      return `${name}: ${who} by name, instead of ${whose}.`;
    case "primary-covers":
    case "no-cover":
      return `${name}: ${who} ${be} on call, instead of ${whose}.`;
  }
}

/** "Clocks in Europe/Copenhagen go forward by 1 h". */
export function clockWords({ zone, before, after }: ScheduleView["clocks"][number]): string {
  const hours = Math.abs(after - before) / hour;
  const by = hours >= 1 && Number.isInteger(hours) ? `${hours} h` : `${Math.round(hours * 60)} min`;
  return `Clocks in ${zone} go ${after > before ? "forward" : "back"} by ${by}`;
}

/** "41 gaps, 310 h in all" of many of one kind; undefined where their number says nothing. */
export function groupWords(notes: readonly Note[]): string | undefined {
  const spans = notes.flatMap((note) => (note.kind === "gap" || note.kind === "unknown" ? [note.uncovered] : []));
  if (spans.length < 4) return undefined;
  const hours = Math.round(spans.reduce((sum, { from, to }) => sum + (to - from), 0) / hour);
  return `${count(spans.length, "stretch", "stretches")}, ${hours.toLocaleString("en-US")} h in all`;
}
