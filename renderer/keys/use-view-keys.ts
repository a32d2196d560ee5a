import { useEffect } from "react";
import { useLatest } from "../components/use-latest.ts";
import { useSession } from "../store/session-context.ts";
import { actionOf, type KeyAction } from "./keymap.ts";
import { pressOf } from "./press-of.ts";

/** Keys that mean something in one view only, while it is shown. `act` tells whether the key did something. */
export function useViewKeys(act: (action: KeyAction) => boolean): void {
  const { store } = useSession();
  const latest = useLatest(act);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || store.getState().dialog !== undefined) return;
      const action = actionOf(pressOf(event));
      if (action !== undefined && latest(action)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [store, latest]);
}
