import * as v from "valibot";
import { categories } from "../log/categories.ts";
import { noteOf } from "../log/log-commands.ts";
import { severities } from "../team/team.ts";
import { instantSchema, listOf } from "../wire.ts";

/* What became of incidents that ended: their notes, and what of the past concerns one that burns. */

const text = v.string();
const id = v.pipe(text, v.minLength(1), v.maxLength(200));
const optional = v.exactOptional;
const person = v.object({ id: text, name: text });

const noteSchema = v.object({
  ...noteOf(text),
  at: instantSchema,
  by: person,
  category: v.picklist(categories),
});

const pastSchema = v.object({
  id: text,
  severity: v.picklist(severities),
  service: optional(text),
  title: optional(text),
  openedAt: instantSchema,
  resolvedAt: instantSchema,
  by: optional(person),
  note: optional(noteSchema),
});

export const pastContract = {
  /** The note of an incident that ended, or a draft for one; null where the incident is not known, or still open. */
  "post-incident-note": {
    input: v.object({ id, zone: id }),
    output: v.nullable(
      v.object({
        draft: v.object({ ...noteOf(text), category: optional(v.picklist(categories)) }),
        note: optional(noteSchema),
        markdown: optional(text),
      }),
    ),
  },
  /** When its key last fired, how often lately, and what was written then. */
  "similar-incidents": {
    input: v.object({ id }),
    output: v.variant("kind", [
      v.object({
        kind: v.literal("found"),
        lastAt: optional(instantSchema),
        count: v.number(),
        similar: listOf(
          v.object({
            ...pastSchema.entries,
            why: v.variant("kind", [
              v.object({ kind: v.literal("same-key") }),
              v.object({ kind: v.literal("same-service"), words: listOf(text) }),
            ]),
          }),
        ),
      }),
      v.object({ kind: v.literal("unreadable"), reason: text }),
    ]),
  },
} as const;

export type Recurring = Extract<
  v.InferOutput<(typeof pastContract)["similar-incidents"]["output"]>,
  { readonly kind: "found" }
>;
export type PostIncidentView = NonNullable<v.InferOutput<(typeof pastContract)["post-incident-note"]["output"]>>;
