import type { Duty } from "../incident/duty.ts";
import type { RowContext } from "../incident/incident-row.ts";
import { pendingIncidents } from "../incident/outbox.ts";
import { whoAmI, type AppState } from "./state.ts";

/** What all rows of one moment are made from. */
export const rowContext = (state: AppState, duty: Duty): RowContext => ({
  duty,
  me: whoAmI(state),
  pending: pendingIncidents(state.outbox.values()),
});
