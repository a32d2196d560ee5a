import { cleanLine } from "../../text/clean.ts";
import { inMarkdown } from "../../text/markdown.ts";
import { count, series } from "../../text/sentence.ts";
import type { Announcement } from "../../paging/announcement.ts";
import { spanOf } from "../../schedule/change.ts";
import { coverProblems } from "../../schedule/change-problem.ts";
import { participantsOf } from "../../schedule/duty.ts";
import { watches } from "../../schedule/resolve.ts";
import type { Span } from "../../schedule/shift.ts";
import { absencesOf, substitutes, type Substitute } from "../../schedule/substitutes.ts";
import { findSchedule, nameOf } from "../../team/lookup.ts";
import type { PersonId, Role, Schedule, Team } from "../../team/team.ts";
import { hour } from "../../time/duration.ts";
import { fullMoment } from "../../time/phrase.ts";
import { personRef, scheduleName } from "../../team/named.ts";
import type { CoverProposal, CoverWanted } from "../../schedule/change-shape.ts";

/** Somebody who wants a stretch covered: their id, or a word for whom the team does not know. */
export type CoverQuestion = { readonly wanted: CoverWanted; readonly by: PersonId };

export type CoverReview =
  Extract<CoverProposal, { kind: "refused" }> | (Good & { readonly announcement: Announcement });
type Good = Omit<Extract<CoverProposal, { kind: "proposed" }>, "title" | "text">;

/** Who could cover a stretch, and the words to ask with; or why there is nothing to cover. */
export function reviewCover(team: Team | undefined, { wanted, by }: CoverQuestion): CoverReview {
  const schedule = team && findSchedule(team, wanted.schedule);
  if (!team || !schedule) return { kind: "refused", problems: [{ kind: "no-schedule" }] };
  const problems = coverProblems(schedule, wanted);
  if (problems.length > 0) return { kind: "refused", problems };
  const span = spanOf(schedule, wanted);
  const holders = holdersOf(schedule, team, { span, role: wanted.role });
  if (holders.length === 0) return { kind: "refused", problems: [{ kind: "no-effect" }] };
  const able = substitutes(schedule, team, { span, absences: team.people.flatMap(absencesOf) });
  const others = able.filter(({ person }) => !holders.includes(person) && person !== by);
  return {
    kind: "proposed",
    holders: holders.map((id) => personRef(team, id)),
    substitutes: others.map(({ person, hours }) => ({ person: personRef(team, person), hours })),
    announcement: coverAnnouncement({ team, schedule, span }, { wanted, by, holders, others }),
  };
}

function holdersOf(
  schedule: Schedule,
  team: Team,
  { span, role }: { readonly span: Span; readonly role: Role },
): readonly PersonId[] {
  return [...new Set(watches(schedule, team, span).flatMap(({ people }) => people[role]))];
}

type Place = { readonly team: Team; readonly schedule: Schedule; readonly span: Span };
type Asking = CoverQuestion & { readonly holders: readonly PersonId[]; readonly others: readonly Substitute[] };

/** In the schedule's own zone, because every installation that announces the same must say the same. */
function coverAnnouncement({ team, schedule, span }: Place, { wanted, by, holders, others }: Asking): Announcement {
  const name = (id: PersonId): string => inMarkdown(nameOf(team, id), 200);
  const when = `from ${fullMoment(span.from, schedule.timezone)} to ${fullMoment(span.to, schedule.timezone)}`;
  const asks = participantsOf(schedule).includes(by) ? [by] : holders;
  const title = `${series(asks.map((id) => cleanLine(nameOf(team, id), 200)))} asks for cover as ${wanted.role}`;
  const lines = [
    `**${series(asks.map(name))}** asks for cover as ${wanted.role} of ${inMarkdown(scheduleName(schedule), 200)} ${when}, ${hoursText(span)}.`,
    ...(others.length === 0
      ? ["Everybody else is away or on call then."]
      : [`Could take it: ${others.map(able(name)).join(", ")}.`]),
    ...(wanted.note === undefined ? [] : [`> ${inMarkdown(wanted.note, 500)}`]),
  ];
  return {
    id: `cover:${team.id}/${schedule.id}/${wanted.role}/${wanted.from}/${wanted.to}`,
    topic: "cover",
    title,
    text: lines.join("\n\n"),
  };
}

const able =
  (name: (id: PersonId) => string) =>
  ({ person, hours }: Substitute): string =>
    `${name(person)} (${String(Math.round(hours))} h in the weeks around)`;

const hoursText = ({ from, to }: Span): string => count(Math.round(((to - from) / hour) * 10) / 10, "hour");
