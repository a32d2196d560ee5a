import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";
import { Icon } from "./icon.tsx";

export type MenuItem = { readonly key: string; readonly words: string; readonly onPress: () => void };

export type MenuProps = Pick<ButtonProps, "label" | "off" | "busy" | "shortcut"> & {
  readonly words: string;
  /** Made when the menu opens, since its words may depend on the time. */
  readonly items: () => readonly MenuItem[];
};

/** A button with a few choices: arrows move, Escape closes, and the focus goes back to the button. */
export function Menu({ words, items, ...button }: MenuProps): ReactNode {
  const [shown, setShown] = useState<readonly MenuItem[] | undefined>();
  const [place, setPlace] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const off = button.off !== undefined || button.busy === true;

  const open = (): void => {
    if (off) return;
    setPlace(placeOf(opener.current));
    setShown(items());
  };
  useEffect(() => {
    if (shown !== undefined) box.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [shown]);

  useEffect(() => {
    if (shown === undefined) return;
    const leave = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setShown(undefined);
    };
    document.addEventListener("focusin", leave);
    document.addEventListener("pointerdown", leave);
    return () => {
      document.removeEventListener("focusin", leave);
      document.removeEventListener("pointerdown", leave);
    };
  }, [shown]);

  const close = (): void => {
    setShown(undefined);
    opener.current?.focus();
  };
  return (
    <div className="menu" ref={box}>
      <Button
        {...button}
        ref={opener}
        popup="menu"
        expanded={shown !== undefined}
        onPress={() => (shown === undefined ? open() : close())}
      >
        {words}
        <Icon name="down" size={14} />
      </Button>
      {shown !== undefined && (
        <div
          className={`menu-list ${place}`}
          role="menu"
          aria-label={words}
          tabIndex={-1}
          onKeyDown={(event) => moveIn(event, close)}
        >
          {shown.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              className="menu-item"
              tabIndex={-1}
              onClick={() => {
                close();
                item.onPress();
              }}
            >
              {item.words}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Room that the list needs below and beside its button, in CSS pixels. */
const room = { below: 150, beside: 220 };

function placeOf(opener: HTMLElement | null): string {
  const at = opener?.getBoundingClientRect();
  if (at === undefined) return "";
  const up = window.innerHeight - at.bottom < room.below ? "menu-list-up" : "";
  return window.innerWidth - at.left < room.beside ? `${up} menu-list-end` : up;
}

function moveIn(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const here = all.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === "Escape") close();
  else if (to !== undefined) all.at(to % all.length)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
