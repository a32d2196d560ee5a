import { publicHolidaysAttribution } from "../../calendar/public-holidays.ts";
import { journalEntry } from "../../log/journal-kinds.ts";
import { becomes } from "../../state/decision.ts";
import type { Feature } from "../../state/feature.ts";
import { whoAmI, type LoadedTeam } from "../../state/state.ts";
import { personRef, scheduleName } from "../../team/named.ts";

/** What Baton runs by: the team, who I am to it, my settings, and whether what happens can be written down, and was read. */
export const team = {
  hear: {
    started: (state, { settings, me, journal, keptAside }, { now }) => ({
      ...becomes({ ...state, settings, journal, keptAside, ...(me !== undefined && { givenMe: me }) }),
      entries: [{ at: now, kind: "started", body: {} }],
    }),
    "team-loaded": (state, { loaded: { team: read, sample } }, { now }) => ({
      ...becomes({ ...state, teamProblems: [] }),
      entries: [journalEntry(now, "team-loaded", { team: read.id, sample })],
    }),
    "team-refused": (state, { problems }) => becomes({ ...state, teamProblems: problems }),
    "settings-changed": (state, { settings }) => becomes({ ...state, settings }),
    "journal-state": (state, { state: journal }) => becomes({ ...state, journal }),
  },
  view: (state, { teamRevision }) => {
    const { loaded, teamProblems, settings, journal, keptAside } = state;
    const me = whoAmI(state);
    return {
      ...(loaded && { team: teamView(loaded, teamRevision) }),
      ...(loaded && me !== undefined && { me: personRef(loaded.team, me) }),
      teamProblems: [...teamProblems],
      settings,
      journal,
      keptAside,
    };
  },
} satisfies Feature;

function teamView({ team: inForce, path, sample, publicHolidays = {} }: LoadedTeam, revision: number) {
  return {
    id: inForce.id,
    name: inForce.name,
    sample,
    path,
    people: inForce.people.map(({ id, name }) => ({ id, name })),
    services: inForce.services.map(({ id, name }) => ({ id, name })),
    schedules: inForce.schedules.map((schedule) => ({
      id: schedule.id,
      name: scheduleName(schedule),
      timezone: schedule.timezone,
      calendars: inForce.calendars
        .filter(({ use }) => use.kind === "shifts" && use.schedule === schedule.id)
        .map((calendar) => calendar.id),
    })),
    revision,
    ...(Object.keys(publicHolidays).length > 0 && { holidaysBy: publicHolidaysAttribution }),
  };
}
