import type { NoticeContent } from "../../../shared/paging/notice.ts";
import type { NoticeFacts } from "../../../shared/paging/notice-facts.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { length } from "../../../shared/time/phrase.ts";

type Old = Extract<NoticeFacts, { kind: "calendar-old" }>;

const missing: Readonly<Record<Old["use"], string>> = {
  holidays: "Its holidays are not known.",
  away: "These absences are not known.",
  shifts: "Who is on call is unknown, so everybody is paged.",
};

/** "Calendar Rota cannot be read", and what Baton goes by meanwhile. `name` is cleaned already. */
export function calendarOld(
  { use, lastGoodAt }: Old,
  { name, now }: { readonly name: string; readonly now: Instant },
): Pick<NoticeContent, "title" | "body" | "severity" | "buttons"> {
  const body = lastGoodAt === undefined ? missing[use] : `Baton goes by what it said ${length(now - lastGoodAt)} ago.`;
  const severity = lastGoodAt === undefined && use === "shifts" ? "major" : "minor";
  return { title: `Calendar ${name} cannot be read`, body, severity, buttons: ["open"] };
}
