import * as v from "valibot";
import type { Instant } from "./time/instant.ts";

/* Parts of the schemas of what crosses a border as JSON: to a screen, and into what is kept. */

/** Milliseconds since the epoch. */
export const instantSchema = v.custom<Instant>((value) => Number.isSafeInteger(value));

/** Half-open: at `to` it is over. */
export const spanSchema = v.object({ from: instantSchema, to: instantSchema });

/** What a schema lets through. Nobody changes it: schemas of lists and objects need not say so one by one. */
export type Output<S extends v.GenericSchema> = Unchanging<v.InferOutput<S>>;
type Plain = string | number | boolean | null | undefined;
type Unchanging<T> = T extends Plain ? T : { readonly [K in keyof T]: Unchanging<T[K]> };

/** A type in which what may be absent stands for itself, so that two of them fit both ways only where they have the same fields. */
type Solid<T> = T extends Plain
  ? T
  : { readonly [K in keyof T]-?: Solid<T[K]> | (undefined extends T[K] ? "absent" : never) };
type Same<A, B> = [Solid<A>, Solid<B>] extends [Solid<B>, Solid<A>] ? unknown : never;

/** The schema of a type that is declared elsewhere: a field or a member that one of them lacks does not compile. */
export const schemaOf =
  <T>() =>
  <S extends v.GenericSchema>(schema: S & Same<Output<S>, T>): S =>
    schema;

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two values would be the same JSON. Ten thousand alerts are compared at a poll, so nothing is made to be thrown away. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isRecord(a) || !isRecord(b)) return false;
  let left = 0;
  for (const name in a) {
    if (!sameJson(a[name], b[name])) return false;
    left += 1;
  }
  for (const _name in b) left -= 1;
  return left === 0;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** An object whose names may be any: valibot's own records leave some out, such as `constructor`, which a label may be called. */
export const tableOf = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    v.custom<object>(isObject),
    v.transform((table): [string, unknown][] => Object.entries(table)),
    v.array(v.tuple([v.string(), item])),
    v.transform((entries): Record<string, v.InferOutput<T>> => Object.fromEntries(entries)),
  );

export const listOf = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly());

/** An id as a screen may send one: of an incident, a person, a schedule, a source. */
export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
