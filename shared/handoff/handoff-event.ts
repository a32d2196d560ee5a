import type { HandoffId } from "./handoff.ts";
import type { Paper } from "./papers.ts";
import type { FolderProblem, NoFolder } from "./handoff-state.ts";

/** What the shell says of the folder in which handoffs lie. */
export type HandoffEvent =
  | {
      readonly kind: "handoffs-read";
      readonly path: string;
      readonly writable: boolean;
      readonly papers: readonly Paper[];
      readonly problems: readonly FolderProblem[];
    }
  | { readonly kind: "handoffs-unshared"; readonly reason: NoFolder }
  /** `was-there`: another machine of mine had written one of the same name. */
  | {
      readonly kind: "paper-written";
      readonly id: HandoffId;
      readonly paper: Paper["kind"];
      readonly was: "written" | "was-there";
    }
  | { readonly kind: "paper-failed"; readonly id: HandoffId; readonly paper: Paper["kind"]; readonly code: string };
