import type { SourceView } from "../../shared/source/source-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { length, moment } from "../../shared/time/phrase.ts";
import { count } from "../../shared/text/sentence.ts";
import { wayWords } from "./way.ts";
import { myZone } from "./zone.ts";

/** "fresh, 4 s ago" and its siblings, for a line about one source. */
export function freshnessWords(source: SourceView, now: Instant): string {
  const age = source.lastGoodAt === undefined ? undefined : length(Math.max(0, now - source.lastGoodAt));
  if (source.freshness === "fresh") return age === undefined ? "Listening" : `Answered ${age} ago`;
  if (age === undefined) {
    return source.polling && source.failure === undefined ? "Asking for the first time" : "Has never answered";
  }
  return `Silent for ${age}`;
}

/** The same where there is little room: "4 s ago". */
export function freshnessAge(source: SourceView, now: Instant): string {
  if (source.lastGoodAt === undefined) return source.freshness === "fresh" ? "listening" : "never";
  return `${length(Math.max(0, now - source.lastGoodAt))} ago`;
}

/** One glance at all of them. */
export function sourcesWords(sources: readonly SourceView[]): string {
  const blind = sources.filter(({ freshness }) => freshness === "blind").length;
  const stale = sources.filter(({ freshness }) => freshness === "stale").length;
  if (sources.length === 0) return "No source";
  if (blind > 0) return blind === sources.length ? "Blind" : `Blind on ${blind} of ${sources.length}`;
  if (stale > 0) return stale === sources.length ? "Stale" : `Stale: ${stale} of ${sources.length}`;
  return sources.length === 1 ? "Source fresh" : `${sources.length} sources fresh`;
}

/** What happened and what it means: "Alertmanager at prod has not answered for 4 min. You may miss incidents." */
export function troubleWords(source: SourceView, now: Instant): string {
  const since =
    source.lastGoodAt === undefined
      ? "has never answered"
      : `has not answered for ${length(Math.max(0, now - source.lastGoodAt))}`;
  if (source.failure?.kind === "heartbeat-missing") {
    return `${source.name} answers, but its heartbeat alert is missing. Its alerts may not arrive.`;
  }
  const meaning =
    source.freshness === "blind" ? "You would not be paged for its incidents." : "You may miss incidents.";
  return `${source.name} ${since}. ${meaning}`;
}

/** When it is asked again. Empty where nobody knows. */
export function retryWords(source: SourceView, now: Instant): string {
  if (source.polling) return "Asking now.";
  if (source.nextPollAt === undefined) return "";
  return source.nextPollAt - now < 1_000 ? "Asking now." : `Retrying in ${length(source.nextPollAt - now)}.`;
}

/** Why the last answer did not count, as a sentence with what can be done. */
export function failureWords({ kind, facts }: NonNullable<SourceView["failure"]>, now: Instant): string {
  const fact = (name: string): string => String(facts[name] ?? "");
  const code = facts["code"] === undefined ? "" : ` (${fact("code")})`;
  switch (kind) {
    case "unreachable":
      return `It cannot be reached${code}. Check the address and the network.`;
    case "timeout":
      return `No complete answer within ${typeof facts["afterMs"] === "number" ? length(facts["afterMs"]) : "the time allowed"}.`;
    case "tls":
      return `Its certificate cannot be trusted${code}. Add its authority as tls.ca in the team file.`;
    case "tls-refused":
    case "client-certificate":
    case "http2-only":
    case "proxy-unauthorized":
    case "proxy-failed":
      return wayWords({ kind, facts });
    case "unauthorized":
      return `It refuses the credentials (${fact("status")}). Set the secret again.`;
    case "forbidden":
      return facts["needs"] === undefined
        ? "It knows us, and does not allow it (403). Give the account the right to read incidents there."
        : `It knows us, and does not allow it. Give the account the right ${fact("needs")}.`;
    case "plan-limit":
      return "The plan of the account does not contain it (402).";
    case "rate-limited":
      return typeof facts["until"] === "number"
        ? `It asks us to wait until ${moment(facts["until"] as Instant, now, myZone())}.`
        : "It asks us to wait.";
    case "redirected":
      return `It sends us to another address (${fact("status")}), which Baton does not follow. Correct the address in the team file.`;
    case "status":
      return `It answers with status ${fact("status")}.`;
    case "too-large":
      return "Its answer is larger than Baton accepts.";
    case "malformed":
      return `Its answer is not what an answer looks like${issueOf(facts)}.`;
    case "bad-address":
      return "Its address is none that Baton asks: https, without credentials.";
    case "unreadable":
      return `A file that it needs cannot be read${code}.`;
    case "secret-missing":
      return `The secret ${fact("name")} is not set.`;
    case "heartbeat-missing":
      return "Its heartbeat alert is missing: it answers, but does not evaluate its rules.";
    case "listener":
      return `Baton could not listen for it${code}.`;
    default:
      return "Something went wrong inside Baton. The log says more.";
  }
}

export const unparsedWords = (unparsed: number): string =>
  `${count(unparsed, "alert")} in its last answer could not be read.`;

function issueOf(facts: Readonly<Record<string, string | number>>): string {
  const issue = facts["issues"] ?? facts["issue"];
  return issue === undefined ? "" : ` (${String(issue)})`;
}
