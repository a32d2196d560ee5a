import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import type { Stretch } from "../../store/change-form.ts";
import { useScreen } from "../../store/session-context.ts";
import { changeWords } from "../schedule-change-words.ts";
import { useOpenChange } from "./use-open-change.ts";

export type ChangeButtonsProps = {
  readonly stretch: Stretch;
  /** For those that keys press, which are the view's own. */
  readonly keyed?: true;
};

/** What can be done about a stretch of a schedule. Each opens the dialog with what is known filled in. */
export function ChangeButtons({ stretch, keyed }: ChangeButtonsProps): ReactNode {
  const open = useOpenChange(stretch);
  const me = useScreen((screen) => screen.snapshot?.me?.id);
  const { person } = stretch;
  const mine = me !== undefined && person === me;
  return (
    <div className="change-buttons">
      <Button popup="dialog" {...(keyed && { shortcut: "o" })} onPress={() => open("override")}>
        {changeWords.override}
      </Button>
      {person !== undefined && (
        <Button popup="dialog" {...(keyed && { shortcut: "w" })} onPress={() => open("swap")}>
          {changeWords.swap}
        </Button>
      )}
      {!mine && me !== undefined && (
        <Button popup="dialog" onPress={() => open("take")}>
          {changeWords.take}
        </Button>
      )}
      {mine && (
        <Button popup="dialog" onPress={() => open("cover")}>
          {changeWords.cover}
        </Button>
      )}
    </div>
  );
}
