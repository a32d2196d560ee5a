import * as v from "valibot";
import {
  coverProposalSchema,
  coverWantedSchema,
  proposalSchema,
  scheduleChangeSchema,
} from "../schedule/change-shape.ts";
import { outcome } from "./outcome.ts";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const asked = { schedule: id, change: scheduleChangeSchema };

/** Changes to a schedule: looked at first, then written into the team file, and taken out of it again. */
export const scheduleChangeContract = {
  /** What a change would do, and to which lines of the file. Changes nothing. */
  "propose-schedule-change": { input: v.object(asked), output: proposalSchema },
  /** `digest` is the one of the proposal: a file that has changed since is not written. */
  "apply-schedule-change": { input: v.object({ ...asked, digest: id }), output: outcome },
  /** Who could cover, and the words to ask with. Asks nobody yet. */
  "propose-cover": { input: coverWantedSchema, output: coverProposalSchema },
} as const;
