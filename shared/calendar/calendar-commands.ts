import * as v from "valibot";
import { idSchema } from "../wire.ts";

export const calendarCommands = {
  /** Reads a calendar now. */
  "retry-calendar": v.object({ calendar: idSchema }),
} as const;
