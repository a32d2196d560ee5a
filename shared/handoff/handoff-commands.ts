import * as v from "valibot";
import { idSchema as id } from "../wire.ts";

/** An item of the checklist: a usual one's id, or a line of the team file. */
const item = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const sentence = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1_000));
const text = v.pipe(v.string(), v.maxLength(4_000));
const date = v.pipe(v.string(), v.isoDate());

/** What a person does about a handoff. */
export const handoffCommands = {
  /** Where an open incident stands; an empty text takes the line back. */
  "say-where-it-stands": v.object({ incident: id, text }),
  "tick-handoff": v.object({ item, done: v.boolean() }),
  /** Leaves an item undone with a sentence; null asks it again. */
  "waive-handoff": v.object({ item, sentence: v.nullable(sentence) }),
  /** Who writes or finishes a runbook, and by which local day. */
  "promise-runbook": v.object({ task: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)), person: id, by: date }),
  "note-handoff": v.object({ text }),
  /** `takes`: the rest of my shift, or the next shift too. `because` where something is not finished. */
  "offer-handoff": v.object({ to: id, takes: v.picklist(["rest", "next"]), because: v.exactOptional(sentence) }),
  "withdraw-handoff": v.object({ id }),
  "accept-handoff": v.object({ id, word: v.exactOptional(sentence) }),
  "decline-handoff": v.object({ id, word: sentence }),
  /** What was said by call or chat, of a handoff that goes by hand. */
  "record-answer": v.object({ id, answer: v.picklist(["accepted", "declined"]), word: v.exactOptional(sentence) }),
} as const;
