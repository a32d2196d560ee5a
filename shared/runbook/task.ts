import type { IncidentId } from "../incident/incident.ts";
import type { ServiceId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

/*
 * What is left to be done so that the next person knows more (002-4, 001-7). A task is open for as long as it is kept: what makes
 * it done (the runbook is there, is finished, was reviewed) takes it away, and the journal says so.
 *
 *   resolved without a runbook       a draft lies there            nothing is left to be written
 *   ─────────────────▶ write-runbook ──────────────▶ finish-draft ─────────────────────▶ (done)
 *   the review falls due
 *   ─────────────────▶ review-due ── the date is new ──▶ (done)
 */

/** Names what is to be done, so that the same is never asked twice. */
export type TaskId = string;

type Asked = {
  readonly id: TaskId;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  /** A person's or a group's id; absent where nobody is known to answer for it. */
  readonly owner?: string;
  /** Somebody has named the owner and the day; else Baton did. */
  readonly promised?: true;
  /** The incident's title, or the runbook's. */
  readonly title: string;
  readonly service?: ServiceId;
};

export type Task = Asked &
  (
    | { readonly kind: "write-runbook"; readonly incidents: readonly IncidentId[] }
    | { readonly kind: "finish-draft"; readonly runbook: string; readonly incidents: readonly IncidentId[] }
    | { readonly kind: "review-due"; readonly runbook: string }
  );

export const taskKinds = ["write-runbook", "finish-draft", "review-due"] as const satisfies readonly Task["kind"][];
