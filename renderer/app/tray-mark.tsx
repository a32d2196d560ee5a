import type { ReactNode } from "react";
import type { TrayState } from "../../shared/app/snapshot-shape.ts";
import { traySigns } from "./tray-signs.ts";

/** The tray's sign, beside words that say the same. */
export function TrayMark({ state }: { readonly state: TrayState }): ReactNode {
  return <img className="tray-mark" src={traySigns[state]} alt="" width={20} height={20} />;
}
