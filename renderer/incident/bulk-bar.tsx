import { useMemo, type ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { SnoozeMenu } from "../components/snooze-menu.tsx";
import { chooseNone } from "../store/selection.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { listWords } from "./list-words.ts";

/** What can be done to all selected incidents at once. */
export function BulkBar(): ReactNode {
  const { store, commands } = useSession();
  const chosen = useScreen((screen) => screen.selection.chosen);
  const busy = useScreen((screen) => screen.pending.size > 0);
  const ids = useMemo(() => [...chosen], [chosen]);
  if (chosen.size === 0) return null;
  return (
    <div className="bulk" role="toolbar" aria-label={listWords.selected(chosen.size)}>
      <span className="numbers">{listWords.selected(chosen.size)}</span>
      <Button kind="primary" shortcut="a" busy={busy} onPress={() => void commands.perform("acknowledge", { ids })}>
        {listWords.acknowledgeSelected}
      </Button>
      <SnoozeMenu words={listWords.snoozeSelected} ids={ids} busy={busy} />
      <Button
        kind="plain"
        local
        onPress={() => store.setState((screen) => ({ selection: chooseNone(screen.selection) }))}
      >
        {listWords.clearSelection}
      </Button>
    </div>
  );
}
