import * as v from "valibot";
import type { Instant } from "./time/instant.ts";

/* Parts of the schemas of what crosses a border as JSON: to a screen, and into what is kept. */

/** Milliseconds since the epoch. */
export const instantSchema = v.custom<Instant>((value) => Number.isSafeInteger(value));

export const listOf = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly());

/** An id as a screen may send one: of an incident, a person, a schedule, a source. */
export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
