import type { ReachFailure } from "../../shared/providers/failure.ts";
import type { Result } from "../../shared/result.ts";

/** `not-text`: a page for people, or bytes in no known charset. */
export type DocumentFailure = ReachFailure | { readonly kind: "not-text" };

/** `unchanged`: the text is the one that was read before. */
export type DocumentResult = Result<{ readonly text: string } | "unchanged", DocumentFailure>;

/** A document that is being read, such as a runbook behind an address. */
export type DocumentConnection = {
  /** Asked again before it has answered, it asks the server once and gives both the same answer. */
  read(): Promise<DocumentResult>;
};
