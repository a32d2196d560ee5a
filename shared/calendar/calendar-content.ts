import type { Holiday, ImportedShift, Person, PersonId, ScheduleId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import type { UnreadEvent } from "./calendar-failure.ts";

/** First day away, first day back, as in the team file. */
export type Absence = Person["away"][number];

/** A shift that names nobody whom the team knows, or more people than can be meant. Who is on call then is unknown, which is not "nobody". */
export type UnmappedShift = Span & { readonly title: string; readonly reason: "nobody-known" | "several-people" };

/** What a calendar says, in the words of what it is for. */
export type CalendarContent =
  | { readonly use: "holidays"; readonly holidays: readonly Holiday[]; readonly unread: readonly UnreadEvent[] }
  | {
      readonly use: "away";
      readonly person: PersonId;
      readonly absences: readonly Absence[];
      readonly unread: readonly UnreadEvent[];
    }
  | {
      readonly use: "shifts";
      readonly schedule: ScheduleId;
      readonly shifts: readonly ImportedShift[];
      /** The first of them, by time; `unmappedCount` says how many there are. */
      readonly unmapped: readonly UnmappedShift[];
      readonly unmappedCount: number;
      /** When all of them are: in order, apart from each other. */
      readonly unknown: readonly Span[];
    };

/** People as a calendar may name them. */
export type KnownPerson = Pick<Person, "id" | "name" | "email">;

/** What a reading gave. `changedAt`: when the calendar itself last changed, where its server says so. */
export type CalendarAnswer = { readonly content: CalendarContent; readonly changedAt?: Instant };
