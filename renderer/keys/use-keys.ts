import { useEffect } from "react";
import type { ScreenStore, ViewName } from "../store/screen.ts";
import { step } from "../store/selection.ts";
import { useSession } from "../store/session-context.ts";
import { actionOf, keymap, type KeyAction } from "./keymap.ts";
import { pressOf } from "./press-of.ts";

/** Makes single keys work everywhere on the screen, except while somebody types or a dialog is open. */
export function useKeys(): void {
  const { store, commands } = useSession();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || store.getState().dialog !== undefined) return;
      const action = actionOf(pressOf(event));
      if (action === undefined) return;
      if (act(action, store, (ids) => void commands.perform("acknowledge", { ids }))) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [store, commands]);
}

const views: Partial<Readonly<Record<KeyAction, ViewName>>> = {
  "view-now": "now",
  "view-incidents": "incidents",
  "view-schedule": "schedule",
  "view-runbooks": "runbooks",
  "view-handoff": "handoff",
  "view-log": "log",
  "view-insight": "insight",
  "view-settings": "settings",
};

/** Where the search field of incidents is found. */
export const searchField = "incident-search";

/** True where the key did something. */
function act(action: KeyAction, store: ScreenStore, acknowledge: (ids: string[]) => void): boolean {
  const view = views[action];
  const screen = store.getState();
  if (view !== undefined) store.setState({ view });
  else if (action === "keys") store.setState({ dialog: { kind: "keys" } });
  else if (action === "search") search(store);
  else if (action === "hand-over") handOver(store);
  else if (action === "close") return close(store);
  else if (action === "next" || action === "previous") return move(store, action === "next" ? 1 : -1);
  else if (pressButton(action)) return true;
  else if (action === "acknowledge" && screen.view === "incidents" && screen.selection.active !== undefined) {
    acknowledge([screen.selection.active]);
  } else return false;
  return true;
}

/** Presses the button that names the key: what a key does is always what a button does, and is offered when that is. */
function pressButton(action: KeyAction): boolean {
  const key = Object.keys(keymap).find((one) => keymap[one] === action);
  const buttons = document.querySelectorAll<HTMLElement>(`main [aria-keyshortcuts="${key ?? ""}"]`);
  const button = [...buttons].find((one) => one.checkVisibility() && one.closest("[inert]") === null);
  if (button === undefined) return false;
  button.focus();
  button.click();
  return true;
}

/** To the search of the view that is shown, and to that of incidents from where there is none. */
function search(store: ScreenStore): void {
  const own = document.querySelector<HTMLInputElement>("main input[type=search]");
  if (own !== null && store.getState().view !== "incidents") {
    own.focus();
    own.select();
    return;
  }
  store.setState({ view: "incidents", opened: undefined });
  // After the view has been drawn.
  requestAnimationFrame(() => {
    const field = document.getElementById(searchField);
    if (field instanceof HTMLInputElement) {
      field.focus();
      field.select();
    }
  });
}

/** Shows the handoff with the focus on its button: what is offered is offered by a second press. */
function handOver(store: ScreenStore): void {
  store.setState({ view: "handoff" });
  focusWhenDrawn("main [aria-keyshortcuts=h]", 60);
}

/** The view may have to be loaded first; `frames` later nobody waits for it any longer. */
function focusWhenDrawn(selector: string, frames: number): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found !== null) found.focus();
    else if (frames > 0) focusWhenDrawn(selector, frames - 1);
  });
}

function move(store: ScreenStore, by: number): boolean {
  const { view, visible } = store.getState();
  if (view !== "incidents" || visible.length === 0) return false;
  store.setState((screen) => ({ selection: step(screen.selection, screen.visible, by) }));
  return true;
}

function close(store: ScreenStore): boolean {
  const { opened, selection } = store.getState();
  if (opened !== undefined) store.setState({ opened: undefined });
  else if (selection.chosen.size > 0) store.setState({ selection: { ...selection, chosen: new Set() } });
  else if (document.activeElement?.id === searchField) {
    document.querySelector<HTMLElement>("[role=grid] [role=row][tabindex='0']")?.focus();
  } else return false;
  return true;
}
