import acknowledged from "../../assets/tray/acknowledged.svg?no-inline";
import backup from "../../assets/tray/backup.svg?no-inline";
import blind from "../../assets/tray/blind.svg?no-inline";
import drill from "../../assets/tray/drill.svg?no-inline";
import off from "../../assets/tray/off.svg?no-inline";
import on from "../../assets/tray/on.svg?no-inline";
import soon from "../../assets/tray/soon.svg?no-inline";
import stale from "../../assets/tray/stale.svg?no-inline";
import triggered from "../../assets/tray/triggered.svg?no-inline";
import type { TrayState } from "../../shared/app/snapshot-shape.ts";

/** Addresses of the tray's own drawings, so that the window, its tab and the tray show the same signs. */
export const traySigns: Readonly<Record<TrayState, string>> = {
  acknowledged,
  backup,
  blind,
  drill,
  off,
  on,
  soon,
  stale,
  triggered,
};
