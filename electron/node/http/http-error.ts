import type { HttpFailure } from "../../../shared/providers/failure.ts";

/** Node's error code, such as `ECONNREFUSED`; `UNKNOWN` where the thrown thing has none. */
export const codeOf = (thrown: unknown): string =>
  typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string"
    ? thrown.code
    : "UNKNOWN";

/** A failure of ours, where only an error can be handed to Node. */
export class HttpError extends Error {
  readonly failure: HttpFailure;

  constructor(failure: HttpFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}
