import type { Instant } from "../time/instant.ts";

/** What people do with runbooks, as the core hears it. */
export type RunbookCommand =
  | {
      readonly kind: "tick-runbook";
      readonly incident: string;
      readonly item: string;
      readonly text: string;
      readonly done: boolean;
    }
  | { readonly kind: "assign-task"; readonly task: string; readonly person: string; readonly dueAt: Instant }
  /** The draft lies in the folder. */
  | { readonly kind: "draft-written"; readonly incident: string; readonly runbook: string; readonly title: string }
  | { readonly kind: "runbook-reviewed"; readonly runbook: string; readonly date: string };
