/** Milliseconds in the units that `team.yaml` names. */
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
export const week = 7 * day;

/** How long something may take: wall time, the team's working days, or the end of a calendar unit in the team's zone. */
export type Allowance =
  | { readonly kind: "wall"; readonly milliseconds: number }
  | { readonly kind: "working-days"; readonly days: number }
  | { readonly kind: "end-of"; readonly unit: "day" | "week" | "month" };

const units: Readonly<Record<string, number>> = { s: second, m: minute, h: hour, d: day, w: week };

/** Reads `90s`, `15m`, `1h`, `2d`, `1w` as milliseconds; `undefined` for anything else. */
export function parseDuration(text: string): number | undefined {
  const found = /^(\d{1,6})([smhdw])$/.exec(text);
  const unit = found?.[2] === undefined ? undefined : units[found[2]];
  return unit === undefined ? undefined : Number(found?.[1]) * unit;
}

/** Reads a duration, `Nwd` (working days) or `end-of-day`, `end-of-week`, `end-of-month`; `undefined` for anything else. */
export function parseAllowance(text: string): Allowance | undefined {
  const workingDays = /^(\d{1,3})wd$/.exec(text);
  if (workingDays) return { kind: "working-days", days: Number(workingDays[1]) };
  if (text === "end-of-day") return { kind: "end-of", unit: "day" };
  if (text === "end-of-week") return { kind: "end-of", unit: "week" };
  if (text === "end-of-month") return { kind: "end-of", unit: "month" };
  const milliseconds = parseDuration(text);
  return milliseconds === undefined ? undefined : { kind: "wall", milliseconds };
}
