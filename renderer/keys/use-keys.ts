import { useEffect } from "react";
import type { ScreenStore, ViewName } from "../store/screen.ts";
import { step } from "../store/selection.ts";
import { useSession } from "../store/session-context.ts";
import { actionOf, keymap, type KeyAction } from "./keymap.ts";

/** Makes single keys work everywhere on the screen, except while somebody types or a dialog is open. */
export function useKeys(): void {
  const { store, commands } = useSession();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || store.getState().dialog !== undefined) return;
      const { key, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
      const action = actionOf({ key, ctrlKey, metaKey, altKey, repeat, isComposing, typing: isTyping(event.target) });
      if (action === undefined) return;
      if (act(action, store, (ids) => void commands.perform("acknowledge", { ids }))) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [store, commands]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== "checkbox");

const views: Partial<Readonly<Record<KeyAction, ViewName>>> = {
  "view-now": "now",
  "view-incidents": "incidents",
  "view-schedule": "schedule",
  "view-settings": "settings",
};

/** Where the search field is found. */
export const searchField = "incident-search";

/** True where the key did something. */
function act(action: KeyAction, store: ScreenStore, acknowledge: (ids: string[]) => void): boolean {
  const view = views[action];
  const screen = store.getState();
  if (view !== undefined) store.setState({ view });
  else if (action === "keys") store.setState({ dialog: { kind: "keys" } });
  else if (action === "search") search(store);
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

function search(store: ScreenStore): void {
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
