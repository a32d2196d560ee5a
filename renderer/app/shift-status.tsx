import type { ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { shiftFoot, shiftTitle } from "../words/shift.ts";
import { shellWords, trayWords } from "../words/shell.ts";
import { Ticking } from "../components/ticking.tsx";
import { TrayMark } from "./tray-mark.tsx";

/** Do I carry the baton, until when, and who is next. */
export function ShiftStatus({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { shift, tray, team } = snapshot;
  return (
    <div className="shift" role="status" aria-label={shellWords.shift}>
      <TrayMark state={tray.state} />
      <div>
        <p className="shift-title">
          {shiftTitle(shift)}
          {team?.sample === true && <span className="tag">{shellWords.sample}</span>}
        </p>
        <p className="shift-foot">
          <Ticking text={(now) => shiftFoot(shift, now)} />
        </p>
        <span className="unseen">{trayWords[tray.state]}</span>
      </div>
    </div>
  );
}
