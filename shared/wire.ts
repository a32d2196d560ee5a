import * as v from "valibot";
import type { Instant } from "./time/instant.ts";

/* Parts of the schemas of what crosses a border as JSON: to a screen, and into what is kept. */

/** Milliseconds since the epoch. */
export const instantSchema = v.custom<Instant>((value) => Number.isSafeInteger(value));

/** Half-open: at `to` it is over. */
export const spanSchema = v.object({ from: instantSchema, to: instantSchema });

/** What a schema lets through. Nobody changes it: schemas of lists and objects need not say so one by one. */
export type Output<S extends v.GenericSchema> = Unchanging<v.InferOutput<S>>;
type Unchanging<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: Unchanging<T[K]> };

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? unknown : never;

/** The schema of a type that is declared elsewhere: a field or a member that one of them lacks does not compile. */
export const schemaOf =
  <T>() =>
  <S extends v.GenericSchema>(schema: S & Same<Output<S>, Unchanging<T>>): S =>
    schema;

export const listOf = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly());
