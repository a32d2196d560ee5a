import type { KnownPerson, UnmappedShift } from "../../../shared/calendar/calendar-content.ts";
import type { CalendarConfig, PagerDutyPart } from "../../../shared/team/calendar.ts";
import { mappedShifts } from "../../../shared/calendar/map-shifts.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { ImportedShift, Span } from "../../../shared/schedule/shift.ts";
import type { ScheduleId } from "../../../shared/team/team.ts";
import type { ReadFailure } from "../../../shared/calendar/read-failure.ts";
import type { CalendarConnection, CalendarKind, CalendarTools, ReadResult } from "../../core/calendar.ts";
import { createContentMemory } from "../content-memory.ts";
import { oneAtATime } from "../shared-reading.ts";
import type { Account } from "./api.ts";
import { joined, slices, type Entry, type User } from "./entry.ts";
import { onCalls } from "./on-calls.ts";
import { accountUsers, personOf, type KnownUsers } from "./people.ts";
import { scheduleEntries } from "./schedule-entries.ts";

type Config = Extract<CalendarConfig, { kind: "pagerduty" }>;

/** Schedules and escalation policies of PagerDuty, over its REST API, as the shifts of a schedule. */
export const pagerDuty: CalendarKind = {
  kind: "pagerduty",
  title: "PagerDuty schedules",
  secrets: ({ config }) => (config.kind === "pagerduty" ? [config.token] : []),
  connect({ id, config, use }, people, tools) {
    if (config.kind !== "pagerduty") throw new Error(`${id} is of another kind: ${config.kind}`);
    // Schedules of PagerDuty are shifts and nothing else; the team file is not let through with another use.
    if (use.kind !== "shifts") throw new Error(`${id} is used for ${use.kind}`);
    return watch({ config, schedule: use.schedule, people }, tools);
  },
};

type Watched = { readonly config: Config; readonly schedule: ScheduleId; readonly people: readonly KnownPerson[] };

function watch({ config, schedule, people }: Watched, tools: CalendarTools): CalendarConnection {
  const remember = createContentMemory();
  const known = { people, table: config.people };
  return oneAtATime(async (window): Promise<ReadResult> => {
    const token = tools.secrets.get(config.token);
    if (token === undefined) return err({ kind: "secret-missing", name: config.token });
    const account = { url: config.url, token, tools };
    const entries = await allEntries(account, config.parts, window);
    if (!entries.ok) return entries;
    const users = await usersFor(account, entries.value, known);
    if (!users.ok) return users;
    const found = mapped(entries.value, known, users.value);
    const shifts = mappedShifts(found.shifts, found.unmapped);
    return shifts.ok ? remember({ content: { use: "shifts", schedule, ...shifts.value } }) : shifts;
  });
}

/** One question after the other: the limit of 960 a minute is the whole account's. A part that fails fails all, since who is missing would be on call. */
async function allEntries(
  account: Account,
  parts: readonly PagerDutyPart[],
  window: Span,
): Promise<Result<readonly Entry[], ReadFailure>> {
  const found: Entry[] = [];
  for (const part of parts) {
    for (const span of slices(window)) {
      const entries =
        part.kind === "schedule"
          ? await scheduleEntries(account, { id: part.id, role: part.role, span })
          : await onCalls(account, { policy: part.id, span });
      if (!entries.ok) return entries;
      found.push(...entries.value.filter(({ from, to }) => from < window.to && window.from < to));
    }
  }
  return ok(joined(found));
}

/** The account's users, where the entries alone do not tell who somebody is. */
async function usersFor(
  account: Account,
  entries: readonly Entry[],
  known: KnownUsers,
): Promise<Result<ReadonlyMap<string, User>, ReadFailure>> {
  return entries.every(({ user }) => personOf(user, known) !== undefined) ? ok(new Map()) : accountUsers(account);
}

type Mapped = { readonly shifts: readonly ImportedShift[]; readonly unmapped: readonly UnmappedShift[] };

function mapped(entries: readonly Entry[], known: KnownUsers, users: ReadonlyMap<string, User>): Mapped {
  const shifts: ImportedShift[] = [];
  const unmapped: UnmappedShift[] = [];
  for (const { role, from, to, user } of entries) {
    const person = personOf(user, known) ?? personOf(users.get(user.id) ?? user, known);
    if (person !== undefined) shifts.push({ role, person, from, to });
    else unmapped.push({ from, to, title: users.get(user.id)?.name ?? user.name ?? user.id, reason: "nobody-known" });
  }
  return { shifts, unmapped };
}
