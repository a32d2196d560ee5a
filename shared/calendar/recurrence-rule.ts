import { err, ok, type Result } from "../result.ts";
import { parseDigits, type Digits } from "./time-value.ts";

export const frequencies = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Frequency = (typeof frequencies)[number];

/** Monday is 0. `nth` counts within the month or year, from its end where negative; 0 is every one. */
export type Weekday = { readonly weekday: number; readonly nth: number };

/** A RRULE as it is written (RFC 5545, 3.3.10). An empty list is a part that is not there; lists of numbers ascend. */
export type Rule = {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  readonly until: Digits | undefined;
  /** The day on which weeks begin, Monday is 0. */
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly Weekday[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
};

const dayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Bounds of a list of numbers; below zero they count from the end. */
type Range = { readonly least: number; readonly most: number; readonly fromEnd: boolean };

const ranges: Readonly<Record<string, Range>> = {
  BYMONTH: { least: 1, most: 12, fromEnd: false },
  BYWEEKNO: { least: 1, most: 53, fromEnd: true },
  BYYEARDAY: { least: 1, most: 366, fromEnd: true },
  BYMONTHDAY: { least: 1, most: 31, fromEnd: true },
  BYHOUR: { least: 0, most: 23, fromEnd: false },
  BYMINUTE: { least: 0, most: 59, fromEnd: false },
  BYSECOND: { least: 0, most: 60, fromEnd: false },
  BYSETPOS: { least: 1, most: 366, fromEnd: true },
};

/** Reads a rule. The error is the part that is wrong: a rule that is half understood would put people on call at random. */
export function parseRule(text: string): Result<Rule, string> {
  const parts = new Map<string, string>();
  for (const part of text.trim().toUpperCase().split(";")) {
    if (part === "") continue;
    const [name = "", value = "", ...rest] = part.split("=");
    if (value === "" || rest.length > 0 || parts.has(name)) return err(name);
    parts.set(name, value);
  }
  const frequency = frequencies.find((known) => known === parts.get("FREQ"));
  if (!frequency) return err("FREQ");
  const lists = new Map<string, readonly number[]>();
  for (const [name, range] of Object.entries(ranges)) {
    const list = numbers(parts.get(name), range);
    if (!list) return err(name);
    lists.set(name, list);
  }
  const interval = wholeNumber(parts.get("INTERVAL") ?? "1");
  const count = wholeNumber(parts.get("COUNT") ?? "1");
  const until = parseDigits(parts.get("UNTIL") ?? "19700101");
  const weekdays = weekdaysOf(parts.get("BYDAY"));
  const weekStart = dayNames.indexOf(parts.get("WKST") ?? "MO");
  // What the rule may not say leaves open what was meant, so it is not guessed.
  if (!interval) return err("INTERVAL");
  if (!count) return err("COUNT");
  if (!until) return err("UNTIL");
  if (!weekdays) return err("BYDAY");
  if (weekStart < 0) return err("WKST");
  const unknown = [...parts.keys()].find((name) => !known.has(name) && !name.startsWith("X-"));
  if (unknown !== undefined) return err(unknown);
  const list = (name: string): readonly number[] => lists.get(name) ?? [];
  return ok({
    frequency,
    interval,
    count: parts.has("COUNT") ? count : undefined,
    until: parts.has("UNTIL") ? until : undefined,
    weekStart,
    weekdays,
    months: list("BYMONTH"),
    weeks: list("BYWEEKNO"),
    yearDays: list("BYYEARDAY"),
    monthDays: list("BYMONTHDAY"),
    hours: list("BYHOUR"),
    minutes: list("BYMINUTE"),
    // Without leap seconds, 60 is 59.
    seconds: distinct(list("BYSECOND").map((value) => Math.min(value, 59))),
    positions: list("BYSETPOS"),
  });
}

const known = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", ...Object.keys(ranges)]);

/** A whole number of at least 1; `undefined` for anything else. */
function wholeNumber(text: string): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return value > 0 ? value : undefined;
}

const distinct = (values: readonly number[]): readonly number[] => [...new Set(values)].toSorted((a, b) => a - b);

/** A list of numbers within bounds, ascending and each once; `undefined` where one is not. */
function numbers(text: string | undefined, { least, most, fromEnd }: Range): readonly number[] | undefined {
  if (text === undefined) return [];
  const values: number[] = [];
  for (const part of text.split(",")) {
    if (!/^[+-]?\d{1,3}$/.test(part)) return undefined;
    const value = Number(part);
    const size = fromEnd ? Math.abs(value) : value;
    if (size < least || size > most) return undefined;
    values.push(value);
  }
  return distinct(values);
}

function weekdaysOf(text: string | undefined): readonly Weekday[] | undefined {
  if (text === undefined) return [];
  const found: Weekday[] = [];
  for (const part of text.split(",")) {
    const [, nth = "", name = ""] = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(part) ?? [];
    const weekday = dayNames.indexOf(name);
    if (weekday < 0 || /^[+-]$/.test(nth) || Math.abs(Number(nth)) > 53 || /^[+-]?0+$/.test(nth)) return undefined;
    found.push({ weekday, nth: Number(nth) });
  }
  return found;
}
