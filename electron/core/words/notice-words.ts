import { assertNever } from "../../../shared/result.ts";
import { clockTime, length } from "../../../shared/time/phrase.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { severities } from "../../../shared/team/team.ts";
import { cleanLine } from "../../../shared/text/clean.ts";
import { capitalised, count } from "../../../shared/text/sentence.ts";
import type { SourceFailure } from "../../../shared/incident/answer.ts";
import type { NoticeButton, NoticeContent } from "../../../shared/paging/notice.ts";
import type { NoticeFacts, NoticeOrder } from "../../../shared/paging/notice-facts.ts";
import { calendarOld } from "./calendar-words.ts";
import { handoffWords } from "./handoff-words.ts";
import { severityWords } from "../../../shared/words/severity-words.ts";
import { shortNames } from "../../../shared/text/short-names.ts";
import { holidaySwapWords, shiftWords } from "./shift-words.ts";
import { failureWords } from "./failure-words.ts";

type Facts<K extends NoticeFacts["kind"]> = Extract<NoticeFacts, { kind: K }>;
type Words = Pick<NoticeContent, "title" | "body" | "severity" | "buttons">;
/** When and where the words are read. */
type Reading = { readonly now: Instant; readonly zone: string };

/** What the buttons of a notification say. */
export const buttonLabels: Readonly<Record<NoticeButton, string>> = {
  acknowledge: "Acknowledge",
  snooze: "Snooze 15 min",
  "hand-over": "Hand over",
  accept: "Accept handoff",
  open: "Open",
};

/** Characters of each line that comes from outside. */
const longestLine = 200;
const longestName = 80;

/** Words a notice for people who read times in `zone`: plain text, cleaned and cut line by line. */
export function wordNotice({ facts, now, sound, sticky }: NoticeOrder, zone: string): NoticeContent {
  return { key: facts.key, ...words(facts, { now, zone }), sound, sticky };
}

function words(facts: NoticeFacts, reading: Reading): Words {
  switch (facts.kind) {
    case "incident":
      return incident(facts, reading);
    case "summary":
      return summary(facts);
    case "source-stale":
      return stale(facts, reading);
    case "source-blind":
      return blind(facts, reading);
    case "source-back":
      return {
        title: `${name(facts.sourceName)} answers again`,
        body: "You are shown all of its incidents.",
        severity: "info",
        buttons: ["open"],
      };
    case "sources":
      return sources(facts);
    case "calendar-old":
      return calendarOld(facts, { name: name(facts.calendarName), now: reading.now });
    case "deadlines":
      return deadlines(facts, reading);
    case "refused":
      return {
        title: `${name(facts.sourceName)} refused: ${titleOf(facts.title)}`,
        body: lines(cleanLine(facts.reason, longestLine), "The incident is triggered again."),
        severity: "major",
        buttons: ["open"],
      };
    case "shifts":
      return shiftWords(facts, reading);
    case "holiday-swaps":
      return holidaySwapWords(facts, reading);
    case "handoff":
      return handoffWords(facts, reading);
    case "drill":
      return {
        title: "Pager check",
        body: "This is a drill. Press Acknowledge to show that a page reaches you.",
        severity: "info",
        buttons: ["acknowledge", "open"],
      };
    case "test":
      return {
        title: "Baton can reach you",
        body: "This is what a notification looks like. Nothing is wrong.",
        severity: "info",
        buttons: ["open"],
      };
    default:
      return assertNever(facts);
  }
}

/** "Critical · Aggregate Profit", the incident's title, "Respond by 03:12 · pages Emily at 03:27". */
function incident(facts: Facts<"incident">, { zone }: Reading): Words {
  const { respondBy, escalates } = facts;
  const respond = respondBy === undefined ? undefined : `Respond by ${clockTime(respondBy, zone)}`;
  const pages = escalates && `pages ${shortNames(escalates.people.map(name))} at ${clockTime(escalates.at, zone)}`;
  const next = [respond, pages].filter((part) => part !== undefined).join(" · ");
  const flapping = facts.flaps >= flapsWorthSaying ? `Resolved and fired again ${facts.flaps} times` : "";
  return {
    title: `${severityWords[facts.severity]} · ${name(facts.serviceName ?? facts.sourceName)}`,
    body: lines(titleOf(facts.title), capitalised(next), flapping),
    severity: facts.severity,
    buttons: ["acknowledge", "snooze", "open"],
  };
}

const flapsWorthSaying = 3;

const summaryReasons: Readonly<Record<Facts<"summary">["why"], string>> = {
  storm: "at once",
  missed: "while you were away",
  digest: "during quiet hours",
};

/** "12 incidents at once", "3 critical · 9 major", the criticals by name, then the services with their counts. */
function summary(facts: Facts<"summary">): Words {
  const { incidents, why, bySeverity, services, otherServices } = facts;
  const counts = severities
    .filter((one) => bySeverity[one] > 0)
    .map((one) => `${bySeverity[one]} ${severityWords[one].toLowerCase()}`);
  const others = otherServices > 0 ? [count(otherServices, "more service")] : [];
  const criticals = facts.criticals.map(({ title, serviceName }) =>
    cleanLine(serviceName === undefined ? titleOf(title) : `${name(serviceName)}: ${titleOf(title)}`, longestLine),
  );
  const hidden = bySeverity.critical - criticals.length;
  return {
    title: `${count(incidents.length, "incident")} ${summaryReasons[why]}`,
    body: lines(
      counts.join(" · "),
      ...criticals,
      hidden > 0 && criticals.length > 0 ? `and ${hidden} more critical` : "",
      [...services.map((service) => `${name(service.name)} ${service.count}`), ...others].join(" · "),
    ),
    severity: facts.severity,
    buttons: ["open"],
  };
}

function stale({ sourceName, lastGoodAt, failure }: Facts<"source-stale">, { now }: Reading): Words {
  return {
    title: `No answer from ${name(sourceName)}${lasting(lastGoodAt, now)}`,
    body: lines(reason(failure), "You may miss incidents."),
    severity: "major",
    buttons: ["open"],
  };
}

function blind(facts: Facts<"source-blind">, { now }: Reading): Words {
  const { sourceName, lastGoodAt, failure, heartbeatMissing } = facts;
  return {
    title: `Blind: ${name(sourceName)}`,
    body: lines(
      heartbeatMissing
        ? "Its heartbeat alert is missing, so its answers cannot be trusted."
        : `No answer${lasting(lastGoodAt, now)}. ${reason(failure)}`.trimEnd(),
      "You will miss incidents until it answers.",
    ),
    severity: "critical",
    buttons: ["open"],
  };
}

/** "No good answer from 14 sources", why where it is the same for all, "Blind: Prod, Staging and 3 more", … */
function sources({ silent, returned }: Facts<"sources">): Words {
  if (silent.length === 0) {
    const body = "You are shown all of their incidents.";
    return { title: "All sources answer again", body, severity: "info", buttons: ["open"] };
  }
  const [first, ...others] = silent.map((source) => reason(source.failure));
  const blindOnes = silent.filter(({ freshness }) => freshness === "blind");
  const staleOnes = silent.filter(({ freshness }) => freshness === "stale");
  const isBlind = blindOnes.length > 0;
  return {
    title: `No good answer from ${count(silent.length, "source")}`,
    body: lines(
      others.every((other) => other === first) ? (first ?? "") : "",
      named(
        "Blind",
        blindOnes.map(({ sourceName }) => sourceName),
      ),
      named(
        "Stale",
        staleOnes.map(({ sourceName }) => sourceName),
      ),
      named("Fresh again", returned),
      isBlind ? "You will miss incidents until they answer." : "You may miss incidents.",
    ),
    severity: isBlind ? "critical" : "major",
    buttons: ["open"],
  };
}

const namedAtMost = 3;

function named(what: string, all: readonly string[]): string {
  if (all.length === 0) return "";
  const more = all.length > namedAtMost ? ` and ${all.length - namedAtMost} more` : "";
  return `${what}: ${all.slice(0, namedAtMost).map(name).join(", ")}${more}`;
}

function deadlines({ count: all, first }: Facts<"deadlines">, { now, zone }: Reading): Words {
  const clock = first.clock === "respond" ? "Respond" : "Resolve";
  const left = first.by > now ? `, ${length(first.by - now)} left` : "";
  return {
    title: all === 1 ? `Deadline at risk: ${titleOf(first.title)}` : `${all} deadlines at risk`,
    body: lines(all === 1 ? "" : titleOf(first.title), `${clock} by ${clockTime(first.by, zone)}${left}`),
    severity: "major",
    buttons: ["open"],
  };
}

const titleOf = (title: string | undefined): string =>
  title === undefined ? "Sensitive incident" : cleanLine(title, longestLine) || "Incident without a title";

const name = (text: string): string => cleanLine(text, longestName);

const lasting = (since: Instant | undefined, now: Instant): string =>
  since === undefined ? "" : ` for ${length(now - since)}`;

const reason = (failure: SourceFailure | undefined): string =>
  failure ? `${capitalised(failureWords(failure))}.` : "";

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n");
