import type { ObjectEntries } from "valibot";
import type { SecretName } from "../team-file/ids.ts";
import type { Item, Reading } from "../team-file/reading.ts";
import type { Declaration, FileOf } from "./declaration.ts";
import { ics } from "./ics.ts";
import { pagerDutySchedules } from "./pagerduty.ts";

/** All kinds of calendars, by the names under which people look for them. */
export const calendars = { ics, google: ics, outlook: ics, caldav: ics, pagerduty: pagerDutySchedules } as const;

/** A kind as the team file names it. */
export type CalendarWord = keyof typeof calendars;
type Entries = { readonly [K in CalendarWord]: (typeof calendars)[K]["entries"] };
type Configs = { readonly [K in CalendarWord]: NonNullable<ReturnType<(typeof calendars)[K]["read"]>> };
/** What a calendar is reached by; several words may mean one kind. */
export type CalendarConfig = Configs[CalendarWord];
export type CalendarKind = CalendarConfig["kind"];
export type CalendarConfigs = { readonly [K in CalendarKind]: Extract<CalendarConfig, { readonly kind: K }> };

const table: { readonly [K in CalendarWord]: Declaration<Entries[K], Configs[K]> } = calendars;

/** Reads what is a kind's own of an item; `undefined` once a problem is reported. */
export const readCalendarConfig = <K extends CalendarWord>(
  word: K,
  item: Item<FileOf<Entries[K]>>,
  reading: Reading,
): Configs[K] | undefined => table[word].read(item, reading);

/** Each kind under its own name. */
const byKind: { readonly [K in CalendarKind]: Reached<CalendarConfigs[K]> } = calendars;
type Reached<Config> = Pick<Declaration<ObjectEntries, Config>, "secrets" | "poll">;

type Known<K extends CalendarKind> = CalendarConfigs[K] & { readonly kind: K };

export const secretsOfCalendar = <K extends CalendarKind>(config: Known<K>): readonly SecretName[] =>
  byKind[config.kind].secrets(config);

/** Milliseconds between two readings where the file does not say. */
export const pollOfCalendar = <K extends CalendarKind>(config: Known<K>): number | undefined =>
  byKind[config.kind].poll?.(config);
