import type { CalendarConnection, ReadResult } from "../../../electron/core/calendar.ts";
import type { CalendarContent } from "../../../shared/calendar/calendar-content.ts";
import { err, ok } from "../../../shared/result.ts";
import type { DeclaredCalendar } from "../../../shared/team/calendar.ts";
import type { Team } from "../../../shared/team/team.ts";
import { day, hour, minute } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { at } from "../../support/scenario.ts";
import { weekly } from "../../support/team-builder.ts";
import { zone } from "../page-team.ts";
import { easter, fourPeople, fromCalendar, sixtyPeople, threePeople } from "../schedule-teams.ts";
import type { Stage } from "../stage.ts";
import { begun, type State } from "./state.ts";

/** A Wednesday in March 2027, a week and a half before Europe's clocks go forward. */
export const march = at("2027-03-17T09:20:00Z");

async function ofTeam(now: Instant, team: Team, me = "alice"): Promise<Stage> {
  const stage = await begun(now, minute, { team, me });
  await stage.until(now);
  return stage;
}

const inMarch = (team: Team, me?: string): State => ({ at: march, open: (now) => ofTeam(now, team, me) });

const calendar = (
  over: Partial<DeclaredCalendar> & Pick<DeclaredCalendar, "id" | "name" | "use">,
): DeclaredCalendar => ({
  poll: 15 * minute,
  timezone: zone,
  rules: [],
  config: { kind: "ics", place: { kind: "url", url: "https://calendar.example.com/rota.ics" } },
  ...over,
});

const [rota, leave, closed, other] = [
  calendar({ id: "rota", name: "Rota in Google Calendar", use: { kind: "shifts", schedule: "weekly" } }),
  calendar({ id: "leave", name: "Dana's leave", use: { kind: "away", person: "dana" } }),
  calendar({ id: "closed", name: "Office closed", use: { kind: "holidays" } }),
  calendar({ id: "other", name: "First line in PagerDuty", use: { kind: "shifts", schedule: "first-line" } }),
];

const [byCalendar, firstLine] = fromCalendar.schedules;

const unmapped = (title: string, from: Instant) =>
  ({ title, reason: "nobody-known", from, to: after(from, hour) }) as const;

/** What each calendar said when it could last be read. */
const contents = (now: Instant): Readonly<Record<string, CalendarContent>> => ({
  rota: {
    use: "shifts",
    schedule: "weekly",
    shifts: byCalendar?.imported ?? [],
    unmapped: [unmapped("Zoe", after(now, 5 * day))],
    unmappedCount: 1,
    unknown: byCalendar?.unknown ?? [],
  },
  leave: { use: "away", person: "dana", absences: [{ from: "2027-04-12", to: "2027-04-17" }], unread: [] },
  closed: { use: "holidays", holidays: [{ date: "2027-03-26", name: "Good Friday" }], unread: [] },
  other: {
    use: "shifts",
    schedule: "first-line",
    shifts: [],
    unmapped: [unmapped("Zoe", now), unmapped("Yan", after(now, day))],
    unmappedCount: 2,
    unknown: [],
  },
});

/** One calendar is old, one was emptied, one names somebody unknown, and one is as it should be. */
async function doubtful(now: Instant): Promise<Stage> {
  let time = after(now, -3 * day);
  const said = contents(now);
  const answerOf = (id: string): ReadResult => {
    if (id === "rota" && time > after(now, -3 * day)) return err({ kind: "unreachable", code: "ENOTFOUND" });
    const content = id === "leave" && time > after(now, -2 * hour) ? undefined : said[id];
    return content ? ok({ content }) : err({ kind: "empty" });
  };
  const connect = ({ id }: { readonly id: string }): CalendarConnection => ({
    read: () => Promise.resolve(answerOf(id)),
  });
  const { imported: _, unknown: __, ...declared } = byCalendar ?? weekly();
  const team: Team = {
    ...fromCalendar,
    schedules: [
      { ...declared, holidays: { ...declared.holidays, regions: ["DK"] } },
      firstLine ?? weekly({ id: "first-line" }),
    ],
    calendars: [rota, leave, closed, other],
  };
  const stage = await begun(time, minute, { team, calendars: { ics: { connect }, pagerduty: { connect } } });
  await stage.until(time);
  for (const next of [after(now, -2 * hour), after(now, -minute), now]) {
    // The machine sleeps meanwhile.
    time = next;
    stage.clock.sleep(next - stage.clock.now());
    await stage.passes(0);
  }
  return stage;
}

/** The Schedule view. */
export const scheduleStates = {
  schedules: inMarch(easter),
  three: inMarch(threePeople),
  sixty: inMarch(sixtyPeople, "p07"),
  calendars: { at: march, open: doubtful },
  "no-schedule": inMarch({ ...fourPeople, schedules: [] }),
  "empty-schedule": inMarch({
    ...fourPeople,
    schedules: [weekly({ id: "later", name: "Later", rotations: [] })],
  }),
} satisfies Readonly<Record<string, State>>;
