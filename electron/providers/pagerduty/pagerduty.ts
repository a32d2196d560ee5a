import type { KnownPerson, UnmappedShift } from "../../../shared/calendar/calendar-content.ts";
import type { PagerDutyPart, PagerDutySchedules } from "../../../shared/providers/pagerduty.ts";
import { mappedShifts } from "../../../shared/calendar/map-shifts.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { ImportedShift, Span } from "../../../shared/schedule/shift.ts";
import type { ScheduleId } from "../../../shared/team/team.ts";
import type { ReadFailure } from "../../../shared/calendar/read-failure.ts";
import { isSameSpan } from "../../../shared/time/span.ts";
import type { CalendarConnection, ReadResult } from "../../core/calendar.ts";
import type { CalendarProvider, CalendarTools } from "../../core/provider.ts";
import { secretOf } from "../reach/credential.ts";
import { createContentMemory } from "../reach/content-memory.ts";
import { oneAtATime } from "../reach/one-at-a-time.ts";
import type { Account } from "./api.ts";
import { joined, slices, type Entry, type User } from "./entry.ts";
import { onCalls } from "./on-calls.ts";
import { accountUsers, personOf, type KnownUsers } from "./people.ts";
import { scheduleEntries } from "./schedule-entries.ts";

/** Schedules and escalation policies of PagerDuty, over its REST API, as the shifts of a schedule. */
export const pagerDutySchedules: CalendarProvider<"pagerduty"> = {
  connect(calendar, people, tools) {
    const { use } = calendar;
    // Schedules of PagerDuty are shifts and nothing else; the team file is not let through with another use.
    if (use.kind !== "shifts") throw new Error(`${calendar.id} is used for ${use.kind}`);
    return watch({ config: calendar.config, schedule: use.schedule, people }, tools);
  },
};

type Watched = {
  readonly config: PagerDutySchedules;
  readonly schedule: ScheduleId;
  readonly people: readonly KnownPerson[];
};

function watch({ config, schedule, people }: Watched, tools: CalendarTools): CalendarConnection {
  const remember = createContentMemory();
  const known = { people, table: config.people };
  const read = async (window: Span): Promise<ReadResult> => {
    const token = secretOf(config.token, tools.secrets);
    if (!token.ok) return token;
    const account = { url: config.url, token: token.value, tools };
    const entries = await allEntries(account, config.parts, window);
    if (!entries.ok) return entries;
    const users = await usersFor(account, entries.value, known);
    if (!users.ok) return users;
    const found = mapped(entries.value, known, users.value);
    const shifts = mappedShifts(found.shifts, found.unmapped);
    return shifts.ok ? remember({ content: { use: "shifts", schedule, ...shifts.value } }) : shifts;
  };
  return { read: oneAtATime(read, isSameSpan) };
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
