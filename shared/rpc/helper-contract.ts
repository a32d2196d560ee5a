import * as v from "valibot";
import { helperSchema } from "../schedule/helpers-shape.ts";

export const helperContract = {
  /** Who else of the team can be asked, those on call first. */
  helpers: { input: v.object({}), output: v.pipe(v.array(helperSchema), v.readonly()) },
} as const;
