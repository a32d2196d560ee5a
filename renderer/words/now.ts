import type { Escalates, IncidentDetail } from "../../shared/incident/incident-shape.ts";
import type { Drill } from "../../shared/paging/drill.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { length, moment } from "../../shared/time/phrase.ts";
import { count, series } from "../../shared/text/sentence.ts";
import { myZone } from "./zone.ts";

export const nowWords = {
  current: "Current incident",
  acknowledge: "Acknowledge",
  takeBack: "Take back",
  resolve: "Resolve",
  snooze: "Snooze",
  escalate: "Escalate",
  addNote: "Add note",
  investorImpact: "Investor impact",
  sensitive: "Sensitive",
  runbook: "Runbook",
  triage: "Triage",
  owner: "Owner",
  links: "Links",
  labels: "Labels",
  timeline: "Timeline",
  alsoYours: "Also yours",
  allIncidents: "All incidents",
  resolvesItself: "Resolves by itself once the source stops reporting it.",
  snoozeFor: "Snooze for",
  noNextStep: "Everybody on its escalation policy has been paged.",
  noPolicy: "It has no escalation policy.",
  notePlaceholder: "What you saw, what you did",
  noteSave: "Add note",
  flapping: (flaps: number): string => `Fired again ${count(flaps, "time")} within 10 min`,
  unconfirmed: "Known from before Baton started, and not confirmed by its source yet.",
  allQuiet: "All quiet",
  notQuiet: "No trustworthy answer",
  notQuietBody: "Nothing is open as far as Baton knows, but it cannot see everything.",
  noneYours: "Nothing of yours",
  pagerCheck: "Pager check",
  answerDrill: "I was paged",
  pagerCheckTitle: "Would you really be paged?",
  pagerCheckBody: "Sends a drill through the whole path: source, decision, notification, acknowledgement.",
  whatIsSeen: "What Baton sees",
  muted: (muted: number): string => `${count(muted, "incident")} muted in the source`,
  others: (open: number): string => `${count(open, "incident")} open for others`,
} as const;

export const snoozeChoices = ["15-min", "1-hour", "morning"] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** "until morning, 08:00". */
export function snoozeWords(choice: SnoozeChoice, until: Instant, now: Instant): string {
  const words = { "15-min": "15 min", "1-hour": "1 h", morning: "Until morning" }[choice];
  return choice === "morning" ? `${words}, ${moment(until, now, myZone())}` : words;
}

/** "Acknowledge all 14". */
export const acknowledgeAllWords = (open: number): string => `Acknowledge all ${open.toLocaleString("en-US")}`;
export const moreWords = (more: number): string =>
  `${more.toLocaleString("en-US")} more of yours ${more === 1 ? "is" : "are"} waiting`;

const names = (people: readonly { readonly name: string }[]): string => series(people.map(({ name }) => name));

/** "Pages Emily in": the words before the countdown. */
export const pagesWords = (escalates: Extract<Escalates, { kind: "pages" }>): string =>
  `Pages ${names(escalates.people)} in`;
export const stepWords = ({ step, steps }: Extract<Escalates, { kind: "pages" }>): string =>
  `step\u00a0${step + 1}\u00a0of\u00a0${steps}`;
export const exhaustedWords = (escalates: Extract<Escalates, { kind: "exhausted" }>): string =>
  escalates.people.length === 0 ? "Nobody is left to page" : `Nobody is left to page after ${names(escalates.people)}`;
export const pagedWords = (incident: IncidentDetail): string | undefined =>
  incident.paged.length === 0 ? undefined : `Paged ${names(incident.paged)}`;

export const escalateQuestion = (escalates: Extract<Escalates, { kind: "pages" }>): string =>
  `Page ${names(escalates.people)} now?`;
export const escalateBody = (escalates: Extract<Escalates, { kind: "pages" }>, now: Instant): string =>
  escalates.at > now
    ? `Otherwise that happens by itself in ${length(escalates.at - now)}, unless somebody acknowledges.`
    : "That is about to happen by itself.";
export const escalateConfirm = (escalates: Extract<Escalates, { kind: "pages" }>): string =>
  `Page ${names(escalates.people)}`;

export const quietWords = (since: Instant, now: Instant): string => `for ${length(Math.max(0, now - since))}`;

const drillFailures: Readonly<Record<Extract<Drill, { kind: "failed" }>["reason"], string>> = {
  "not-shown": "no notification could be shown",
  "not-acknowledged": "the notification was shown, and nobody acknowledged it within a minute",
};

/** What became of the last pager check. */
export function drillWords(drill: Drill, now: Instant): string {
  switch (drill.kind) {
    case "running":
      return drill.shownAt === undefined
        ? "Running: a drill is on its way to you."
        : "Acknowledge the drill to finish the check.";
    case "passed":
      return `You would have been paged in ${(drill.milliseconds / 1_000).toFixed(1)} s. Checked ${length(Math.max(0, now - drill.at))} ago.`;
    case "failed":
      return `You would not have been paged: ${drillFailures[drill.reason]}.`;
  }
}
