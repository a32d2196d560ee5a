import { cleanLine } from "../../../shared/text/clean.ts";
import type { NoticeFacts } from "../../../shared/paging/notice-facts.ts";
import type { NoticeContent } from "../../../shared/paging/notice.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { clockTime, moment } from "../../../shared/time/phrase.ts";

type Facts = Extract<NoticeFacts, { kind: "handoff" }>;
type Words = Pick<NoticeContent, "title" | "body" | "severity" | "buttons">;
type Reading = { readonly now: Instant; readonly zone: string };

const longestName = 80;
const longestWord = 200;

/** Words the news of a handoff: what happened, what it means, and what can be done. */
export function handoffWords(facts: Facts, { now, zone }: Reading): Words {
  const person = cleanLine(facts.person, longestName);
  const word = facts.word === undefined ? "" : `“${cleanLine(facts.word, longestWord)}”`;
  const until = moment(facts.until, now, zone);
  const shift = facts.schedule === undefined ? "the shift" : cleanLine(facts.schedule, longestName);
  switch (facts.what) {
    case "offered": {
      const by = facts.answerBy === undefined ? "" : ` Answer by ${clockTime(facts.answerBy, zone)}.`;
      return {
        title: `${person} hands ${shift} over to you`,
        body: `You are responsible once you accept, until ${until}.${by}`,
        severity: "major",
        buttons: ["accept", "open"],
      };
    }
    case "accepted":
      return {
        title: `${person} has taken over`,
        body: lines(word, "You are no longer responsible."),
        severity: "info",
        buttons: ["open"],
      };
    case "declined":
      return {
        title: `${person} declined the handoff`,
        body: lines(word, "You stay responsible. Offer it again, or to another."),
        severity: "major",
        buttons: ["open"],
      };
    case "lapsed":
      return {
        title: `${person} did not answer`,
        body: "The handoff has lapsed, and you stay responsible. Offer it again, or to another.",
        severity: "major",
        buttons: ["open"],
      };
    case "missed":
      return {
        title: "The handoff has lapsed",
        body: `${person} stays responsible until the handoff is offered again and accepted.`,
        severity: "info",
        buttons: ["open"],
      };
  }
}

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n");
