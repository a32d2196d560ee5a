import type { PersonRef } from "../../shared/team/person-ref.ts";
import type { Instant } from "../../shared/time/instant.ts";

/** A shift that has begun, whose story the Log tells. */
export type PastShift = {
  /** The schedule's id. */
  readonly schedule: string;
  readonly person: PersonRef;
  readonly from: Instant;
  readonly to: Instant;
};
