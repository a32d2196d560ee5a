import type { CalendarView } from "../../../shared/calendar/calendar-shape.ts";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import { shiftView } from "../../../shared/schedule/shift-view.ts";
import { personRef, scheduleName } from "../../../shared/team/named.ts";
import { publicHolidaysAttribution } from "../../../shared/calendar/public-holidays.ts";
import type { Team } from "../../../shared/team/team.ts";
import { day, hour, minute } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { weekly } from "../../support/team-builder.ts";
import type { Scenario } from "./scenarios.ts";
import { easter, fourPeople, fromCalendar, sixtyPeople, threePeople } from "./schedule-teams.ts";
import { aSnapshot } from "./snapshots.ts";

/** Alice looks at the schedules of a team. */
function ofTeam(now: Instant, team: Team, me = "alice"): Scenario & { readonly team: Team } {
  const base = aSnapshot(now);
  const shift = shiftView(team, me, now);
  const { standing } = shift;
  const state = standing === "backup" || standing === "off" ? standing : "on";
  const view = {
    ...(base.team ?? { sample: false, path: "team.yaml", services: [], revision: 1 }),
    id: team.id,
    name: team.name,
    people: team.people.map(({ id, name }) => ({ id, name })),
    schedules: team.schedules.map((schedule) => ({
      id: schedule.id,
      name: scheduleName(schedule),
      timezone: schedule.timezone,
      calendars: [],
    })),
  };
  const snapshot = { ...base, team: view, me: personRef(team, me), shift, tray: { ...base.tray, state } } as const;
  return { snapshot, details: [], rows: [], team };
}

const aCalendar = (now: Instant, over: Partial<CalendarView> = {}): CalendarView => ({
  id: "rota",
  name: "Rota in Google Calendar",
  kind: "ics",
  use: "shifts",
  schedule: "weekly",
  freshness: "fresh",
  reading: false,
  lastGoodAt: after(now, -4 * minute),
  nextReadAt: after(now, 11 * minute),
  unread: 0,
  unmapped: 0,
  firstUnmapped: [],
  missingSecrets: [],
  ...over,
});

/** One calendar is old, one was emptied, one names somebody unknown, and one is as it should be. */
const doubtfulCalendars = (now: Instant): Snapshot["calendars"] => [
  aCalendar(now, {
    freshness: "old",
    lastGoodAt: after(now, -3 * day),
    failure: { kind: "unreachable", facts: { code: "ENOTFOUND" } },
    unmapped: 1,
  }),
  aCalendar(now, {
    id: "leave",
    name: "Dana's leave",
    use: "away",
    person: { id: "dana", name: "Dana" },
    freshness: "failing",
    lastGoodAt: after(now, -2 * hour),
    failure: { kind: "empty", facts: {} },
  }),
  aCalendar(now, { id: "closed", name: "Office closed", use: "holidays" }),
  aCalendar(now, {
    id: "other",
    name: "First line in PagerDuty",
    kind: "pagerduty",
    schedule: "first-line",
    unmapped: 2,
  }),
];

function withDoubtfulCalendars(now: Instant): Scenario {
  const base = ofTeam(now, fromCalendar);
  const { team } = base.snapshot;
  return {
    ...base,
    snapshot: {
      ...base.snapshot,
      ...(team && { team: { ...team, holidaysBy: publicHolidaysAttribution } }),
      calendars: doubtfulCalendars(now),
    },
  };
}

/** The states of the Schedule view. */
export const scheduleScenarios = {
  schedules: (now) => ofTeam(now, easter),
  three: (now) => ofTeam(now, threePeople),
  sixty: (now) => ofTeam(now, sixtyPeople, "p07"),
  calendars: withDoubtfulCalendars,
  "no-schedule": (now) => ofTeam(now, { ...fourPeople, schedules: [] }),
  "empty-schedule": (now) =>
    ofTeam(now, { ...fourPeople, schedules: [weekly({ id: "later", name: "Later", rotations: [] })] }),
} as const satisfies Readonly<Record<string, (now: Instant) => Scenario>>;
