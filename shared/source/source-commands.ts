import * as v from "valibot";
import { idSchema } from "../wire.ts";

export const sourceCommands = {
  /** Asks a source now. */
  "retry-source": v.object({ source: idSchema }),
} as const;
