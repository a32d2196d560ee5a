import type { ReachFailure } from "../providers/failure.ts";
import type { CalendarFailure } from "./calendar-failure.ts";

/** Why a calendar could not be read. The last good content stays, with its age; none of these means that nobody is on call. */
export type ReadFailure = CalendarFailure | ReachFailure | { readonly kind: "too-many-items"; readonly limit: number };
