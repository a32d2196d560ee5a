import type { ReactNode } from "react";
import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { cleanLine } from "../../shared/text/clean.ts";
import { Button } from "../components/button.tsx";
import { Modal } from "../components/modal.tsx";
import { changeable } from "./changeable.ts";
import type { Block } from "./lanes.ts";
import { shellWords } from "../words/shell.ts";
import { blockTitle, type Names } from "./shift-why-words.ts";
import { ChangeButtons } from "./change/change-buttons.tsx";
import { useThisHour } from "./change/use-this-hour.ts";
import { ShiftFacts } from "./shift-facts.tsx";

export type ShiftDialogProps = {
  readonly view: ScheduleView;
  readonly block: Block;
  readonly names: Names;
  readonly onClose: () => void;
};

/** All of one shift, for whoever has no pointer to rest on it, and what can be done about it. */
export function ShiftDialog({ view, block, names, onClose }: ShiftDialogProps): ReactNode {
  const stretch = changeable(block.content, view.id, useThisHour());
  return (
    <Modal title={cleanLine(blockTitle(block.content, names), 200)} onClose={onClose}>
      <div className="shift-all">
        <ShiftFacts content={block.content} view={view} names={names} />
      </div>
      {stretch !== undefined && <ChangeButtons stretch={stretch} />}
      <div className="dialog-buttons">
        <Button local onPress={onClose}>
          {shellWords.close}
        </Button>
      </div>
    </Modal>
  );
}
