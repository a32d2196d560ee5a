import type { Answer, HandoffId } from "./handoff.ts";
import type { TaskId } from "../runbook/task.ts";
import type { PersonId } from "../team/team.ts";
import type { LocalDate } from "../time/civil.ts";

/** What a person does about a handoff. */
export type HandoffCommand =
  | { readonly kind: "say-where-it-stands"; readonly incident: string; readonly text: string }
  | { readonly kind: "tick-handoff"; readonly item: string; readonly done: boolean }
  /** Leaves an item undone, with a sentence; without one it is asked again. */
  | { readonly kind: "waive-handoff"; readonly item: string; readonly sentence: string | null }
  | { readonly kind: "promise-runbook"; readonly task: TaskId; readonly person: PersonId; readonly by: LocalDate }
  | { readonly kind: "note-handoff"; readonly text: string }
  | {
      readonly kind: "offer-handoff";
      readonly to: PersonId;
      readonly takes: "rest" | "next";
      readonly because?: string;
    }
  | { readonly kind: "withdraw-handoff"; readonly id: HandoffId }
  | { readonly kind: "accept-handoff"; readonly id: HandoffId; readonly word?: string }
  | { readonly kind: "decline-handoff"; readonly id: HandoffId; readonly word: string }
  /** What was said by call or chat, where there is no folder for it. */
  | { readonly kind: "record-answer"; readonly id: HandoffId; readonly answer: Answer["kind"]; readonly word?: string };
