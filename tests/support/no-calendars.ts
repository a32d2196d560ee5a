import type { AppPorts } from "../../electron/core/app-types.ts";
import { err, ok } from "../../shared/result.ts";

/** The ports of an app whose team has no calendars and no regions. */
export const noCalendars: Pick<AppPorts, "expansion" | "publicHolidays"> = {
  expansion: { expand: () => Promise.resolve(err({ kind: "internal" })), dispose: () => undefined },
  publicHolidays: () => Promise.resolve(ok([])),
};
