import { createStore, type StoreApi } from "zustand/vanilla";
import type { ViewName } from "../../shared/rpc/view-name.ts";
import type { IncidentRow, IncidentsChange } from "../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { LogItem } from "../../shared/log/log-item.ts";
import type { ActionName } from "../../shared/rpc/action-name.ts";
import type { RpcFailure } from "../../shared/rpc/define.ts";
import type { Outcome } from "../../shared/rpc/contract.ts";
import type { LinkState } from "../transport/link.ts";
import type { ChangeForm } from "./change-form.ts";
import { openOnly, passing, type Filter } from "./filter.ts";
import type { Reading } from "./reading.ts";
import { applyChange, dropArriving, noRows, type Rows } from "./rows.ts";
import { firstChoice, type ScheduleChoice } from "./schedule-choice.ts";
import { follow, nothingChosen, type Selection } from "./selection.ts";

export { viewNames, type ViewName } from "../../shared/rpc/view-name.ts";

/** Something asked for that did not happen, until the person puts it away. */
export type FailedAction = {
  readonly id: number;
  readonly command: ActionName;
  readonly failure: RpcFailure | Extract<Outcome, { kind: "refused" }>;
  readonly again: () => void;
};

/** What is asked in a dialog. Escalating and noting keep the incident that they began with. */
export type Dialog =
  | { readonly kind: "keys" }
  | { readonly kind: "escalate"; readonly incident: string }
  | { readonly kind: "note"; readonly incident: string }
  /** The Schedule view draws it: it knows the shift. */
  | { readonly kind: "shift"; readonly key: string }
  | { readonly kind: "log-entry"; readonly corrects?: LogItem }
  | { readonly kind: "schedule-change"; readonly form: ChangeForm }
  | { readonly kind: "post-incident"; readonly incident: string };

/** What a screen reader says: at once, and in its turn. */
export type Said = { readonly assertive: string; readonly polite: string };

export type Screen = {
  readonly link: LinkState;
  /** The host answered something that this page does not understand. */
  readonly misfit: boolean;
  readonly snapshot?: Snapshot;
  readonly rows: Rows;
  /** The rows that pass the filter, in order of priority. */
  readonly visible: readonly IncidentRow[];
  readonly filter: Filter;
  readonly selection: Selection;
  /** The incident shown beside the list. */
  readonly opened?: string | undefined;
  /** The runbook that the view of runbooks shows. */
  readonly reading?: Reading | undefined;
  readonly view: ViewName;
  readonly dialog?: Dialog | undefined;
  readonly schedule: ScheduleChoice;
  /** Keys of commands under way: an incident's id, or the command's name. */
  readonly pending: ReadonlySet<string>;
  readonly failed: readonly FailedAction[];
  readonly said: Said;
  /** How often something was written into the log from here; the host does not tell of it. */
  readonly logWritten: number;
  /** An alarm could not sound because the browser wants a click first. */
  readonly soundBlocked: boolean;
};

export type ScreenStore = StoreApi<Screen>;

export const createScreen = (link: LinkState): ScreenStore =>
  createStore<Screen>(() => ({
    link,
    misfit: false,
    rows: noRows,
    visible: [],
    filter: openOnly,
    selection: nothingChosen,
    view: "now",
    schedule: firstChoice,
    pending: new Set(),
    failed: [],
    said: { assertive: "", polite: "" },
    logWritten: 0,
    soundBlocked: false,
  }));

/** Takes one part of a change of the incident list. */
export const takeIncidents = (screen: Screen, change: IncidentsChange): Partial<Screen> => {
  const rows = applyChange(screen.rows, change);
  if (rows.sorted === screen.rows.sorted) return { rows };
  const visible = passing(rows.sorted, screen.filter);
  return { rows, visible, selection: follow(screen.selection, screen.visible, visible) };
};

/** Forgets the part of a change that was under way when the connection ended. */
export const takeReconnect = (screen: Screen): Partial<Screen> => ({ rows: dropArriving(screen.rows) });

/** Shows what passes another filter; where the active row does not, the first one that does becomes active. */
export const takeFilter = (screen: Screen, filter: Filter): Partial<Screen> => {
  const visible = passing(screen.rows.sorted, filter);
  return { filter, visible, selection: follow(screen.selection, [], visible) };
};
