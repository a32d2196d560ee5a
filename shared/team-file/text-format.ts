import * as v from "valibot";
import type { TeamProblemKind } from "./team-problem.ts";

/** Text of one form: what it must look like, and how to say so. */
export type TextFormat = {
  readonly kind: TeamProblemKind;
  readonly pattern: RegExp;
  readonly expected: string;
};

/** Each is known by its pattern, which a valibot issue carries as its `requirement`. */
export const formats = {
  id: {
    kind: "bad-id",
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    expected: "an id of letters, digits, dots, dashes and underscores, at most 64",
  },
  name: { kind: "out-of-range", pattern: /^(?=.*\S).{1,200}$/, expected: "a line of 1 to 200 characters" },
  prose: { kind: "out-of-range", pattern: /^[\s\S]{1,2000}$/, expected: "text of 1 to 2000 characters" },
  email: { kind: "out-of-range", pattern: /^[^\s@]+@[^\s@]{1,200}$/, expected: "an email address" },
  localDate: { kind: "bad-date", pattern: /^\d{4}-\d{2}-\d{2}$/, expected: "a date such as 2027-01-04" },
  localTime: {
    kind: "bad-time",
    pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
    expected: 'a time such as "09:00", from "00:00" to "23:59"',
  },
  localDateTime: {
    kind: "bad-date",
    pattern: /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/,
    expected: "a local time such as 2027-02-03T09:00, or a date",
  },
  duration: {
    kind: "bad-duration",
    pattern: /^\d{1,6}[smhdw]$/,
    expected: "a duration such as 90s, 15m, 1h, 2d or 1w",
  },
  allowance: {
    kind: "bad-duration",
    pattern: /^(\d{1,6}[smhdw]|\d{1,3}wd|end-of-(day|week|month))$/,
    expected: "a duration such as 15m, 4h or 1w, working days such as 1wd, or end-of-day, end-of-week, end-of-month",
  },
  secret: {
    kind: "secret-in-file",
    pattern: /^secret:[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    expected: "secret:NAME, which points into the secret store",
  },
  region: {
    kind: "unknown-word",
    pattern: /^[A-Z]{2}(-[A-Z0-9]{1,16}){0,2}$/,
    expected: "a holiday region such as DK, US or DE-BY",
  },
} as const satisfies Readonly<Record<string, TextFormat>>;

/** Valibot text of one form; the pattern also reaches the JSON Schema. */
export const text = (format: TextFormat) => v.pipe(v.string(), v.regex(format.pattern));

/** The format that a valibot issue's `requirement` belongs to. */
export const formatOf = (requirement: unknown): TextFormat | undefined =>
  Object.values(formats).find((format) => format.pattern === requirement);
