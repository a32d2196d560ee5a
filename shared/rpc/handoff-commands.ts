import * as v from "valibot";
import { outcome } from "./outcome.ts";

/* What a screen can ask of handoffs. */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** An item of the checklist: a usual one's id, or a line of the team file. */
const item = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const sentence = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1_000));
const text = v.pipe(v.string(), v.maxLength(4_000));
const date = v.pipe(v.string(), v.isoDate());

export const handoffCommands = {
  /** Where an open incident stands; an empty text takes the line back. */
  "say-where-it-stands": { input: v.object({ incident: id, text }), output: outcome },
  "tick-handoff": { input: v.object({ item, done: v.boolean() }), output: outcome },
  /** Leaves an item undone with a sentence; null asks it again. */
  "waive-handoff": { input: v.object({ item, sentence: v.nullable(sentence) }), output: outcome },
  /** Who writes or finishes a runbook, and by which local day. */
  "promise-runbook": {
    input: v.object({ task: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)), person: id, by: date }),
    output: outcome,
  },
  "note-handoff": { input: v.object({ text }), output: outcome },
  /** `takes`: the rest of my shift, or the next shift too. `because` where something is not finished. */
  "offer-handoff": {
    input: v.object({ to: id, takes: v.picklist(["rest", "next"]), because: v.exactOptional(sentence) }),
    output: outcome,
  },
  "withdraw-handoff": { input: v.object({ id }), output: outcome },
  "accept-handoff": { input: v.object({ id, word: v.exactOptional(sentence) }), output: outcome },
  "decline-handoff": { input: v.object({ id, word: sentence }), output: outcome },
  /** What was said by call or chat, of a handoff that goes by hand. */
  "record-answer": {
    input: v.object({ id, answer: v.picklist(["accepted", "declined"]), word: v.exactOptional(sentence) }),
    output: outcome,
  },
} as const;
