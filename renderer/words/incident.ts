import { isOver, type Deadline } from "../../shared/incident/deadline.ts";
import type { ActionKind } from "../../shared/incident/outbox.ts";
import { lacks, type Lack } from "../../shared/incident/refusal.ts";
import type { IncidentDetail, IncidentRow, TimelineItem } from "../../shared/incident/incident-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { clockTime, countdown, length, moment } from "../../shared/time/phrase.ts";
import { capitalised } from "../../shared/text/sentence.ts";
import { myZone } from "./zone.ts";

/** Where an incident stands, in one word. */
export const standingWord = ({ standing, suppressed }: Pick<IncidentRow, "standing" | "suppressed">): string =>
  suppressed && standing === "triggered" ? "Muted" : capitalised(standing);

/** "Snoozed until 04:12", "Acknowledged by Alice". */
export function standingPhrase(row: IncidentRow, now: Instant): string {
  const by = row.by === undefined ? "" : ` by ${row.by}`;
  const at = row.standingAt === undefined ? undefined : moment(row.standingAt, now, myZone());
  switch (row.standing) {
    case "triggered":
      return row.suppressed ? "Muted in the source" : "Nobody has taken it";
    case "acknowledged":
      return `Acknowledged${by}`;
    case "snoozed":
      return `Snoozed${by}${at === undefined ? "" : ` until ${at}`}`;
    case "resolved":
      return `Resolved${by}${at === undefined ? "" : ` at ${at}`}`;
  }
}

/** How long an incident is known, for the line under its title. */
export const ageWords = (startedAt: Instant, now: Instant): string => `for ${length(Math.max(0, now - startedAt))}`;

export const deadlineWords = {
  respond: "Respond by",
  resolve: "Resolve by",
  escalates: "Escalates",
} as const;

/** "12:44", "3:12 over", "Met in 4 min": the large number of a clock. */
export function deadlineNumber(deadline: Deadline, now: Instant): string {
  if (deadline.metAt !== undefined) return "Met";
  return isOver(deadline.by, now) ? `+${countdown(now - deadline.by)}` : countdown(deadline.by - now);
}

/** What stands under the number: the wall time that it means. */
export function deadlineFoot(deadline: Deadline, now: Instant): string {
  const at = moment(deadline.by, now, myZone());
  if (deadline.metAt !== undefined) return `in ${length(deadline.metAt - deadline.from)}, due ${at}`;
  return isOver(deadline.by, now) ? `was due ${at}` : `by ${at}`;
}

/** Share of the time that is left, 0 to 1. */
export const deadlineLeft = ({ by, from }: Deadline, now: Instant): number =>
  by <= from ? 0 : Math.min(1, Math.max(0, (by - now) / (by - from)));

/** "by 03:27" for a row of the list; "2 h over" once it has passed. */
export const dueWords = (dueAt: Instant, now: Instant): string =>
  isOver(dueAt, now) ? `${length(now - dueAt)} over` : countdown(dueAt - now);

export function suppressionWords(suppression: NonNullable<IncidentDetail["suppression"]>, now: Instant): string {
  const how = { silence: "Silenced", inhibition: "Held back by another alert", "mute-time": "Muted by a time rule" }[
    suppression.by
  ];
  const by = suppression.author === undefined ? "" : ` by ${suppression.author}`;
  const until = suppression.until === undefined ? "" : ` until ${moment(suppression.until, now, myZone())}`;
  return `${how}${by}${until} in the source. It is still firing, and pages nobody.`;
}

/** What happened, as one sentence without the time. */
export function timelineWords({ by: who, what }: TimelineItem): string {
  const by = who === undefined ? "" : ` by ${who}`;
  switch (what.kind) {
    case "triggered":
      return "Triggered";
    case "retriggered":
      return `Triggered again: ${retriggerReasons[what.why]}`;
    case "paged":
      return `Paged ${what.people.join(", ")}${stepOf(what.step)}`;
    case "acknowledged":
      return `Acknowledged${by}`;
    case "snoozed":
      return `Snoozed${by} until ${clockTime(what.until, myZone())}`;
    case "escalated":
      return `Escalated${by} to ${what.people.join(", ")}${stepOf(what.step)}`;
    case "severity":
      return `Severity changed${by} from ${what.from} to ${what.to}`;
    case "suppressed":
      return `Muted in the source${what.author === undefined ? "" : ` by ${what.author}`}`;
    case "unsuppressed":
      return "No longer muted in the source";
    case "note":
      return `Note${by}`;
    case "sent":
      return `${capitalised(actionNoun(what.action))} sent to the source`;
    case "confirmed":
      return `${capitalised(actionNoun(what.action))} confirmed by the source`;
    case "refused":
      return `The source refused the ${actionNoun(what.action)}: ${refusalWords(what)}`;
    case "resolved":
      return `Resolved${by}`;
  }
}

/** The text of a note, which is shown as it was written. */
export const noteText = ({ what }: TimelineItem): string | undefined => (what.kind === "note" ? what.text : undefined);

/** The source's actions as things that are sent. */
const actionNouns: Readonly<Record<ActionKind, string>> = {
  acknowledge: "acknowledgement",
  unacknowledge: "withdrawal",
  resolve: "resolution",
  snooze: "snooze",
  escalate: "escalation",
  reassign: "reassignment",
  note: "note",
  priority: "priority",
  create: "new incident",
};

export const actionNoun = (action: string): string =>
  Object.entries(actionNouns).find(([kind]) => kind === action)?.[1] ?? action;

const lackWords: Readonly<Record<Lack, string>> = {
  forbidden: "the account does not have the right",
  "plan-limit": "the plan of the account does not contain it",
  unconfirmed: "it accepted it and never said that it was done",
};

type Why = Readonly<Partial<Record<"reason" | "lack" | "needs", string | number>>>;

/** Why a source did not do it: in its own words, or by what is lacking. */
export function refusalWords({ reason = "", lack, needs }: Why): string {
  const known = lacks.find((one) => one === lack);
  if (known === undefined) return String(reason);
  return needs === undefined ? lackWords[known] : `${lackWords[known]} (${needs})`;
}

type Retriggered = Extract<TimelineItem["what"], { kind: "retriggered" }>;

const retriggerReasons: Readonly<Record<Retriggered["why"], string>> = {
  "fired-again": "it fired again",
  "snooze-over": "the snooze is over",
  "acknowledgement-over": "the acknowledgement ran out",
  refused: "the source refused the acknowledgement",
  "taken-back": "the acknowledgement was taken back",
  worsened: "it got worse",
};

const stepOf = (step: number): string => ` (step ${step + 1})`;
