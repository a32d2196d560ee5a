import * as v from "valibot";
import { logItemKinds } from "../log/log-item.ts";
import { severities } from "../team/team.ts";
import { instantSchema, listOf } from "../wire.ts";

/* The on-call log: read in pages, written, exported; and the duties of a shift, which are ticked in it. */

const text = v.string();
const id = v.pipe(text, v.minLength(1), v.maxLength(200));
const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const optional = v.exactOptional;

const person = v.object({ id: text, name: text });
const link = v.object({ title: text, url: text });
const place = v.object({ at: instantSchema, seq });

export const logItemSchema = v.object({
  seq,
  at: instantSchema,
  kind: v.picklist(logItemKinds),
  by: optional(person),
  people: listOf(person),
  incidents: listOf(
    v.object({
      id: text,
      title: optional(text),
      service: optional(text),
      severity: optional(v.picklist(severities)),
      sensitive: optional(v.literal(true)),
    }),
  ),
  more: v.number(),
  text: optional(text),
  subject: optional(text),
  until: optional(instantSchema),
  links: listOf(link),
  stakeholders: listOf(text),
  corrects: optional(seq),
});

export const logContract = {
  /** A page of the log between two instants, newest first; `next` is where the one after it begins. */
  log: {
    input: v.object({
      from: instantSchema,
      to: instantSchema,
      only: optional(v.picklist(["automatic", "written"])),
      by: optional(id),
      after: optional(place),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
    }),
    output: v.variant("kind", [
      v.object({ kind: v.literal("page"), items: listOf(logItemSchema), next: optional(place) }),
      v.object({ kind: v.literal("unreadable"), reason: text }),
    ]),
  },
  /** The whole of a span, oldest first, as documents; `cut` where it is longer than an export may be. */
  "export-log": {
    input: v.object({ title: v.pipe(text, v.maxLength(300)), from: instantSchema, to: instantSchema, zone: id }),
    output: v.variant("kind", [
      v.object({ kind: v.literal("exported"), markdown: text, json: text, cut: v.boolean() }),
      v.object({ kind: v.literal("unreadable"), reason: text }),
    ]),
  },
  /** What the person on call does in every shift, and what of it is done in the one that began at `shift`. */
  duties: {
    input: v.object({ schedule: id, shift: instantSchema, to: instantSchema }),
    output: listOf(
      v.object({
        title: text,
        url: optional(text),
        done: optional(v.object({ by: person, at: instantSchema })),
      }),
    ),
  },
} as const;

export type LogPage = v.InferOutput<typeof logContract.log.output>;
export type DutyView = v.InferOutput<typeof logContract.duties.output>[number];
