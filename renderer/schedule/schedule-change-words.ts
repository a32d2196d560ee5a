import type { ChangedFile, ChangeEffectView, ChangeProblemView } from "../../shared/schedule/change-shape.ts";
import type { LastScheduleChange } from "../../shared/schedule/last-change-shape.ts";
import type { PersonRef } from "../../shared/team/person-ref.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { dateMoment } from "../../shared/time/phrase.ts";
import { series } from "../../shared/text/sentence.ts";
import { roleWords } from "../../shared/words/role-words.ts";
import { myZone } from "../words/zone.ts";

/* Changing a schedule: what is asked, what it would do, and what was done. */

export const changeKindWords = {
  override: "Somebody takes it",
  take: "I take it",
  swap: "Two swap",
  cover: "Ask for cover",
} as const;

export const changeWords = {
  title: "Change the schedule",
  kind: "What to change",
  schedule: "Schedule",
  role: "Role",
  taker: "Who takes it",
  choose: "Choose…",
  proposed: "Neither away nor on call, least duty first",
  others: "Everybody else",
  substitute: (name: string, hours: number): string => `${name}, ${hoursWords(hours)} around then`,
  me: (name: string | undefined): string =>
    name === undefined ? "Say in Settings who you are." : `${name} (you) takes it.`,
  swapOne: "Who",
  swapOther: "With whom",
  from: "From",
  to: "To",
  zone: (zone: string): string =>
    zone === myZone() ? `Times in ${zone}, which is yours` : `Times in ${zone}; yours are below`,
  reason: "Reason (in the file)",
  note: "A word to the others",
  preview: "What it does",
  moves: "Who moves",
  looking: "Looking at what it does…",
  notKnown: "What it does could not be found out.",
  notYet: "Not while it cannot be made",
  past: "This is over already. The log keeps who was on call then.",
  instead: (name: string): string => `Take ${name} instead`,
  mended: (what: string): string => `No more: ${what}`,
  fairness: (before: number, after: number): string =>
    before === after ? `Fairness stays ${String(before)}` : `Fairness ${String(before)} → ${String(after)}`,
  fairnessSpan: (span: string): string => `of 100, hours ${span}`,
  person: "Person",
  before: "Now",
  after: "Then",
  diff: (name: string): string => `Lines of ${name}`,
  patch: "Patch",
  apply: "Write it",
  announce: "Ask the team",
  couldTake: "Could take it, least duty first:",
  nobodyAble: "Everybody else is away or on call then.",
  coverHow: "The schedule stays as it is until somebody takes the shift.",
  coverText: "Words to ask with",
  override: "Override…",
  swap: "Swap…",
  take: "Take it…",
  cover: "Ask for cover…",
  letTake: (name: string): string => `Let ${name} take it…`,
  lastChange: "Last change",
  undo: "Undo",
} as const;

/** What is still missing before there is anything to look at. */
export function missingWords(kind: keyof typeof changeKindWords, stranger: boolean): string {
  if (kind === "take" && stranger) return changeWords.me(undefined);
  if (kind === "swap") return "Choose both people to see what it does.";
  return "Choose who takes it to see what it does.";
}

export function problemWords(problem: ChangeProblemView): string {
  switch (problem.kind) {
    case "no-schedule":
      return "This schedule is no longer in the team file.";
    case "unknown-person":
      return `The team file does not name ${problem.person}.`;
    case "unknown-role":
      return `This schedule has no ${roleWords[problem.role].toLowerCase()}.`;
    case "same-person":
      return "Choose two different people.";
    case "bad-time":
      return `${problem.end === "from" ? "The beginning" : "The end"} is no time that the calendar has.`;
    case "empty-span":
      return "The end must come after the beginning.";
    case "too-long":
      return "A change covers at most a year.";
    case "no-effect":
      return "Nothing would change: nobody has a shift then who does not have it anyway.";
  }
}

const names = (people: readonly PersonRef[]): string =>
  people.length === 0 ? "nobody" : series(people.map(({ name }) => name));

/** "Primary: Alice → Bob" */
export const movedWords = ({ role, before, after }: ChangeEffectView["moved"][number]): string =>
  `${roleWords[role]}: ${names(before)} → ${names(after)}`;

type Span = { readonly from: Instant; readonly to: Instant };

/** "Tue 5 Jan 09:00 to Wed 6 Jan 09:00", and the same on my clock where that reads differently. */
export function whenWords({ from, to }: Span, zone: string): string {
  const there = `${dateMoment(from, zone)} to ${dateMoment(to, zone)}`;
  const here = `${dateMoment(from, myZone())} to ${dateMoment(to, myZone())}`;
  return here === there ? there : `${there} (${here} for you)`;
}

type Conflict = ChangeEffectView["conflicts"]["made"][number];

export function conflictWords({ kind, role, person, reason, ...span }: Conflict, zone: string): string {
  const when = whenWords(span, zone);
  if (kind === "double") {
    return `${person.name} is on call in another role as well as ${roleWords[role].toLowerCase()}, ${when}`;
  }
  return `${person.name} is away${reason === undefined ? "" : ` (${reason})`}, ${when}`;
}

export const gapWords = (span: Span, zone: string): string => `Nobody is on call, ${whenWords(span, zone)}`;

/** "36 h", "36.5 h" */
export const hoursWords = (hours: number): string => `${(Math.round(hours * 10) / 10).toLocaleString("en-US")} h`;

const failures: Readonly<Record<Extract<ChangedFile, { kind: "none" }>["because"], string>> = {
  unreadable: "The team file cannot be read.",
  bad: "The team file has errors. Mend them first.",
  "no-schedule": "The team file no longer has this schedule.",
  alias:
    "This list stands for another one in the team file (a *name), so Baton does not add to it. Edit the file by hand.",
  unsure: "Baton cannot add this to the team file without changing more than that. Edit the file by hand.",
  changed: "The team file has changed meanwhile.",
  busy: "Somebody else is writing the team file.",
  "read-only": "Baton may not write the team file.",
  "disk-full": "The disk is full.",
  io: "The team file cannot be written.",
};

const patches: Readonly<Record<Extract<ChangedFile, { kind: "patch" }>["because"], string>> = {
  sample: "This is the sample team, which is not written to. In a team file of your own, this would be added:",
  address: "Your team file is fetched from an address. Put this into it where it is kept, such as with git apply:",
  "read-only": "Baton may not write the team file. Put this into it yourself, such as with git apply:",
};

/** What happens to the file, or why nothing does. */
export function fileWords(file: ChangedFile): string {
  if (file.kind === "none") return `${failures[file.because]}${file.detail === undefined ? "" : ` (${file.detail})`}`;
  return file.kind === "patch" ? patches[file.because] : `This is added to ${file.name}, and nothing else changes:`;
}

/** "Weekly rotation: Bob is primary, Tue 5 Jan 09:00 to Wed 6 Jan 09:00" */
export function lastChangeWords({ schedule, kind, people, role, ...span }: LastScheduleChange, zone: string): string {
  const what =
    kind === "swap"
      ? `${series(people)} swap ${roleWords[role].toLowerCase()} shifts`
      : `${series(people)} is ${roleWords[role].toLowerCase()}`;
  return `${schedule.name}: ${what}, ${whenWords(span, zone)}. Written into the team file.`;
}
