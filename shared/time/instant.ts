declare const instantBrand: unique symbol;

/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instantBrand]: true };

/** Brands milliseconds since the epoch as an instant, dropping fractions. */
export const instant = (milliseconds: number): Instant => Math.trunc(milliseconds) as Instant;

/** `milliseconds` after `from` (before it, where negative). */
export const after = (from: Instant, milliseconds: number): Instant => instant(from + milliseconds);

/** ISO 8601 in UTC with milliseconds, such as `2027-01-04T08:00:00.000Z`. */
export const toIso = (at: Instant): string => new Date(at).toISOString();

const isoWithOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads RFC 3339 with an explicit offset; `undefined` for anything else, local times included. */
export function fromIso(text: string): Instant | undefined {
  if (!isoWithOffset.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : instant(milliseconds);
}

/** The earliest of the instants that are defined; `undefined` where none is. */
export function earliest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  let found: Instant | undefined;
  for (const at of instants) if (at !== undefined && (found === undefined || at < found)) found = at;
  return found;
}
