import type { Instant } from "../time/instant.ts";
import type { Alert } from "./alert.ts";

/** One message to the inbox: something fires, or is over. Its texts are as they came; its key is the sender's own. */
export type InboxItem = Omit<Alert, "startedAt"> & {
  readonly state: "triggered" | "resolved";
  readonly startedAt?: Instant;
};

/** What is wrong where in a message: a path such as `[3].labels.team`, empty for the whole; what stands there; what would be right. */
export type InboxProblem = { readonly path: string; readonly found: string; readonly expected: string };
