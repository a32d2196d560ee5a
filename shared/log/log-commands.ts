import * as v from "valibot";
import { idSchema as id, instantSchema, listOf } from "../wire.ts";
import { categories } from "./categories.ts";
import type { noteParts } from "./past-incident.ts";

const text = v.string();
const optional = v.exactOptional;
const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A link to the web that a person wrote down. */
const writtenLink = v.object({
  title: v.pipe(text, v.trim(), v.minLength(1), v.maxLength(300)),
  url: v.pipe(text, v.trim(), v.maxLength(4_096), v.regex(/^https?:\/\/[^\s/]/i)),
});

/** One field for each part of a post-incident note. */
export const noteOf = <T extends v.GenericSchema>(part: T) =>
  ({ happened: part, impact: part, cause: part, helped: part, change: part }) satisfies Record<
    (typeof noteParts)[number],
    T
  >;

/** What a person writes into the on-call log. */
export const logCommands = {
  "write-log": v.object({
    text: v.pipe(text, v.trim(), v.minLength(1), v.maxLength(10_000)),
    links: optional(v.pipe(listOf(writtenLink), v.maxLength(20))),
    /** Who was told or asked: people outside the team, so names and not ids. */
    stakeholders: optional(v.pipe(listOf(v.pipe(text, v.trim(), v.minLength(1), v.maxLength(200))), v.maxLength(50))),
    incident: optional(id),
    /** The `seq` of the entry that this one puts right. */
    corrects: optional(seq),
  }),
  "tick-duty": v.object({
    schedule: id,
    /** When the shift began. */
    shift: instantSchema,
    duty: v.pipe(text, v.minLength(1), v.maxLength(1_000)),
    done: v.boolean(),
  }),
  "save-post-incident-note": v.object({
    id,
    ...noteOf(v.pipe(text, v.maxLength(10_000))),
    category: v.picklist(categories),
  }),
} as const;
