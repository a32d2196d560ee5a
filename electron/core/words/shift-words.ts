import { cleanLine } from "../../../shared/text/clean.ts";
import type { NoticeContent } from "../../../shared/paging/notice.ts";
import type { HolidaySwapNews, NoticeFacts, ShiftNews } from "../../../shared/paging/notice-facts.ts";
import type { Role } from "../../../shared/team/team.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { moment, relative } from "../../../shared/time/phrase.ts";

/* What notices say of my shifts. */

type Facts<K extends NoticeFacts["kind"]> = Extract<NoticeFacts, { kind: K }>;
type Words = Pick<NoticeContent, "title" | "body" | "severity" | "buttons">;
type Reading = { readonly now: Instant; readonly zone: string };

/** A piece of news alone has its own title; several share one, and stand below it line by line. */
export function shiftWords({ news, check }: Facts<"shifts">, reading: Reading): Words {
  const [only, ...others] = news;
  const handsOver = news.some((one) => one.what === "ends" && one.role === "primary" && one.next !== undefined);
  const began = news.some(({ what, role }) => what === "began" && role === "primary");
  const checked = began ? checkWords[check] : "";
  const buttons: Words["buttons"] = handsOver ? ["hand-over", "open"] : ["open"];
  const common = { severity: "info", buttons } as const;
  if (only && others.length === 0) {
    return { title: titleOf(only, reading), body: lines(...linesOf(only, reading), checked), ...common };
  }
  const parts = news.map((one) => [titleOf(one, reading), ...linesOf(one, reading)].join(" · "));
  return { title: "News of your shifts", body: lines(...parts, checked), ...common };
}

const checkWords: Readonly<Record<Facts<"shifts">["check"], string>> = {
  runs: "The pager check runs now.",
  asked: "Run the pager check to see that pages reach you.",
};

function titleOf(news: ShiftNews, { now }: Reading): string {
  const place = news.scheduleName === undefined ? "" : ` · ${name(news.scheduleName)}`;
  switch (news.what) {
    case "soon":
      return `Your shift begins ${relative(news.at, now)}${place}`;
    case "began":
      return `You are ${dutyWords[news.role]}${place}`;
    case "ends":
      return `Your shift ends ${relative(news.at, now)}${place}`;
  }
}

const dutyWords: Readonly<Record<Role, string>> = {
  primary: "on call",
  secondary: "on call as secondary",
  backup: "backup",
};

function linesOf(news: ShiftNews, { now, zone }: Reading): readonly string[] {
  const at = (instant: Instant): string => moment(instant, now, zone);
  if (news.what === "ends") {
    const { next, mine, role } = news;
    const follows = next === undefined ? "nobody follows" : `next is ${name(next)}`;
    return [`At ${at(news.at)} · ${follows}`, mine === undefined ? "" : mineWords(mine, { ...news, role }, at)];
  }
  const span = news.what === "soon" ? `From ${at(news.at)} until ${at(news.until)}` : `Until ${at(news.until)}`;
  const role = news.what === "soon" ? ` · ${news.role}` : "";
  return [`${span}${role}`, news.before === undefined ? "" : `You take over from ${name(news.before)}.`];
}

type Mine = { readonly role: Role; readonly at: Instant };

const mineWords = (mine: Mine, ending: Mine, at: (instant: Instant) => string): string =>
  mine.at === ending.at ? `You go on as ${mine.role}.` : `Your next shift begins ${at(mine.at)}.`;

/** One holiday in full, several line by line. */
export function holidaySwapWords({ swaps }: Facts<"holiday-swaps">, { now, zone }: Reading): Words {
  const span = ({ from, to }: HolidaySwapNews): string => `${moment(from, now, zone)} to ${moment(to, now, zone)}`;
  const [only, ...others] = swaps;
  const common = { severity: "info", buttons: ["open"] } as const;
  if (only && others.length === 0) return { title: swapTitle(only), body: span(only), ...common };
  return {
    title: "Holidays ahead are swapped",
    body: lines(...swaps.map((swap) => `${swapTitle(swap)}: ${span(swap)}`)),
    ...common,
  };
}

function swapTitle({ mine, holiday, other, scheduleName }: HolidaySwapNews): string {
  const place = scheduleName === undefined ? "" : ` · ${name(scheduleName)}`;
  return mine === "covers"
    ? `You cover ${name(holiday)} for ${name(other)}${place}`
    : `${name(other)} covers ${name(holiday)} for you${place}`;
}

const longestName = 80;
const name = (text: string): string => cleanLine(text, longestName);

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n");
