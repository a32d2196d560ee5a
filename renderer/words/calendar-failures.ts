import type { CalendarView } from "../../shared/calendar/calendar-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { length, moment } from "../../shared/time/phrase.ts";
import { count } from "../../shared/text/sentence.ts";
import { wayWords } from "./way.ts";
import { myZone } from "./zone.ts";

type Failure = NonNullable<CalendarView["failure"]>;

const lookalikes: Readonly<Record<string, string>> = {
  html: "a web page, perhaps one to log in",
  xml: "XML",
  json: "JSON",
  archive: "an archive",
};

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;

/** Why a calendar could not be read, as a sentence with what can be done. */
export function calendarFailureWords({ kind, facts }: Failure, now: Instant): string {
  const fact = (name: string): string => String(facts[name] ?? "");
  const number = (name: string): number => Number(facts[name] ?? 0);
  switch (kind) {
    case "unreachable":
      return `It cannot be reached (${fact("code")}). Check the address and the network.`;
    case "timeout":
      return `No complete answer within ${length(number("afterMs"))}.`;
    case "tls":
      return `Its certificate cannot be trusted (${fact("code")}).`;
    case "tls-refused":
    case "client-certificate":
    case "http2-only":
    case "proxy-unauthorized":
    case "proxy-failed":
      return wayWords({ kind, facts });
    case "unauthorized":
      return `It refuses access (${fact("status")}). Set the secret again, or make a new address for the calendar.`;
    case "forbidden":
      return facts["needs"] === undefined
        ? "It does not allow access (403). Set the secret again, or make a new address for the calendar."
        : `It does not allow access. Give the account the right ${fact("needs")}.`;
    case "plan-limit":
      return "The plan of the account does not contain it (402).";
    case "rate-limited":
      return typeof facts["until"] === "number"
        ? `It asks us to wait until ${moment(facts["until"] as Instant, now, myZone())}.`
        : "It asks us to wait.";
    case "redirected":
      return `It sends us to another server (${fact("status")}), where the address, which may be a key, is not carried.`;
    case "status":
      return `It answers with status ${fact("status")}.`;
    case "secret-missing":
      return `The secret ${fact("name")} is not set.`;
    case "bad-address":
      return "Its address is none that Baton asks: https, or webcal, without credentials.";
    case "unreadable":
      return `Its file cannot be read (${fact("code")}).`;
    case "malformed":
      return `Its answer is not what an answer looks like (${fact("issues")}).`;
    default:
      return contentFailure(kind, facts) ?? "Something went wrong inside Baton. The log says more.";
  }
}

/** What is wrong with what was read. */
function contentFailure(kind: string, facts: Failure["facts"]): string | undefined {
  const fact = (name: string): string => String(facts[name] ?? "");
  const number = (name: string): number => Number(facts[name] ?? 0);
  switch (kind) {
    case "empty":
      return "It is empty.";
    case "not-a-calendar":
      return `It is no calendar but ${lookalikes[fact("found")] ?? "something else"}.`;
    case "cut-off":
      return `It was cut off after line ${fact("line")}.`;
    case "misnested":
    case "too-deep":
    case "line-too-long":
      return `It is damaged at line ${fact("line")}.`;
    case "too-large":
      return `It is larger than ${megabytes(number("limitBytes"))}.`;
    case "too-many-occurrences":
    case "too-many-entries":
    case "too-many-items":
      return `It has more than ${number("limit").toLocaleString("en")} entries.`;
    case "too-much-work":
    case "out-of-time":
    case "out-of-memory":
      return "Its rules take more time or memory than a calendar may.";
    case "unread-events":
      return `${count(number("count"), "event")} cannot be read; the first begins at line ${fact("line")}${faultWords(facts)}.`;
    case "no-shifts":
      return number("unmapped") === 0
        ? "It has no shifts."
        : `None of its ${count(number("unmapped"), "shift")} names anybody whom the team knows. Say in map who they are.`;
    default:
      return undefined;
  }
}

function faultWords(facts: Failure["facts"]): string {
  const what = String(facts["what"] ?? "");
  if (facts["fault"] === "unknown-zone") return `, whose time zone ${what} nobody knows`;
  if (facts["fault"] === "missing") return ` and has no ${what}`;
  return facts["fault"] === "invalid" ? `, whose ${what} is wrong` : "";
}
