import type { Instant } from "../time/instant.ts";
import type { Labels, Link } from "./incident.ts";

/** One message to the inbox: something fires, or is over. Its texts are as they came. */
export type InboxItem = {
  /** The sender's own identity of what fires. */
  readonly key: string;
  readonly state: "triggered" | "resolved";
  readonly title: string;
  /** The sender's own word in lower case; empty where it names none. */
  readonly severity: string;
  /** A service's id, where the sender names one. */
  readonly service?: string;
  readonly labels: Labels;
  readonly links: readonly Link[];
  readonly runbook?: string;
  readonly startedAt?: Instant;
};

/** What is wrong where in a message: a path such as `[3].labels.team`, empty for the whole; what stands there; what would be right. */
export type InboxProblem = { readonly path: string; readonly found: string; readonly expected: string };
