import type * as v from "valibot";
import type { KnownIds, Wants } from "./known-ids.ts";
import type { Review } from "./review.ts";
import { checkShape } from "./shape-problem.ts";
import type { Zone } from "../time/civil.ts";
import { valueAt, type Path } from "./team-document.ts";
import { foundText } from "./team-problem.ts";

/** What the readers of the file's parts share. */
export type Reading = {
  readonly review: Review;
  readonly known: KnownIds;
  readonly wants: Wants;
  /** The team's zone, where it is given. */
  readonly timezone: Zone;
};

/** One item of a list, whose shape is right. */
export type Item<T> = { readonly value: T; readonly path: Path };

type List<T> = { readonly schema: v.GenericSchema<unknown, T>; readonly least: number; readonly most: number };

/** The items of a top-level list that have the right shape; the others are reported. */
export function itemsOf<T>(review: Review, key: string, { schema, least, most }: List<T>): readonly Item<T>[] {
  const value = valueAt(review.document.value, [key]);
  if (value === undefined) {
    if (least > 0) review.problem([key], { kind: "missing", found: `no ${JSON.stringify(key)}`, expected: "a list" });
    return [];
  }
  if (!Array.isArray(value)) {
    review.problem([key], { kind: "wrong-type", found: foundText(value), expected: "a list" });
    return [];
  }
  if (value.length < least || value.length > most) {
    const expected = value.length < least ? `at least ${least}` : `at most ${most}`;
    review.problem([key], { kind: "out-of-range", found: `a list of ${value.length}`, expected });
  }
  return value.slice(0, most).flatMap((item: unknown, index) => {
    const path = [key, index];
    const output = checkShape(review, path, { schema, value: item });
    return output === undefined ? [] : [{ value: output, path }];
  });
}

/** A top-level mapping with the right shape; `undefined` where it is absent or reported. */
export function sectionOf<T>(review: Review, key: string, schema: v.GenericSchema<unknown, T>): Item<T> | undefined {
  const value = valueAt(review.document.value, [key]);
  if (value === undefined) return undefined;
  const output = checkShape(review, [key], { schema, value });
  return output === undefined ? undefined : { value: output, path: [key] };
}
