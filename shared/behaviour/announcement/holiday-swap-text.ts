import type { Announcement } from "../../paging/announcement.ts";
import type { HolidaySwap, Relief } from "../../schedule/holiday-swaps.ts";
import { nameOf } from "../../team/lookup.ts";
import type { Schedule, Team } from "../../team/team.ts";
import { fullMoment } from "../../time/phrase.ts";
import { cleanLine } from "../../text/clean.ts";
import { inMarkdown } from "../../text/markdown.ts";
import { scheduleName } from "../../team/named.ts";

/*
 * The words of an announcement are made here, in the schedule's own zone, because every installation that announces the same
 * must say the same.
 */

type Place = { readonly team: Team; readonly schedule: Schedule };

/** Changes with who covers whom, so that another swap on the same day is announced as well. */
export const holidaySwapId = ({ holiday, reliefs }: HolidaySwap, { team, schedule }: Place): string =>
  `holiday-swap:${team.id}/${schedule.id}/${holiday.date}/${pairsOf(reliefs).join(",")}`;

const pairsOf = (reliefs: readonly Relief[]): readonly string[] => [
  ...new Set(reliefs.map(({ person, instead }) => `${person}>${instead}`)),
];

/** "Bob covers Christmas Day for Alice", and the times in Markdown. */
export function holidaySwapAnnouncement(swap: HolidaySwap, { team, schedule }: Place): Announcement {
  const { holiday, reliefs } = swap;
  const name = (id: string): string => plain(nameOf(team, id));
  const marked = (text: string): string => inMarkdown(text, longest);
  const [first] = reliefs;
  const title =
    first && pairsOf(reliefs).length === 1
      ? `${name(first.person)} covers ${plain(holiday.name)} for ${name(first.instead)}`
      : `On ${plain(holiday.name)} others than planned are on call`;
  const line = ({ person, instead, from, to }: Relief): string =>
    `- **${marked(nameOf(team, person))}** is primary in place of **${marked(nameOf(team, instead))}** ` +
    `from ${fullMoment(from, schedule.timezone)} to ${fullMoment(to, schedule.timezone)}`;
  const heading = `**${marked(holiday.name)}**, ${holiday.date}, ${marked(scheduleName(schedule))}:`;
  return {
    id: holidaySwapId(swap, { team, schedule }),
    topic: "holiday-swap",
    title,
    text: [heading, "", ...reliefs.map(line)].join("\n"),
  };
}

const longest = 200;
const plain = (text: string): string => cleanLine(text, longest);
