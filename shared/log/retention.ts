import { after, type Instant } from "../time/instant.ts";
import type { Retention } from "../team/team.ts";

/** Before which instants the team's rule wants things gone; what it does not name is kept for good. */
export type Cutoffs = {
  /** Lines of the journal, and with them the on-call log. */
  readonly log?: Instant;
  /** What is kept of incidents that ended, and their notes. */
  readonly incidents?: Instant;
  /** Who: people's names become pseudonyms. */
  readonly personalData?: Instant;
};

export const cutoffsAt = (retention: Retention, now: Instant): Cutoffs => ({
  ...(retention.log !== undefined && { log: after(now, -retention.log) }),
  ...(retention.incidents !== undefined && { incidents: after(now, -retention.incidents) }),
  ...(retention.personalData !== undefined && { personalData: after(now, -retention.personalData) }),
});
