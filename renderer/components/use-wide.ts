import { useSyncExternalStore } from "react";

/** From here on the window is a console, with a detail beside its list; styles/shell.css says the same. */
const wide = window.matchMedia("(min-width: 900px)");
/** From here on a row of the list has all its cells on one line. */
const roomy = window.matchMedia("(min-width: 1280px)");

/** From here on a text has room for its outline beside it. */
const spacious = window.matchMedia("(min-width: 1440px)");

const subscriber =
  (query: MediaQueryList) =>
  (listener: () => void): (() => void) => {
    query.addEventListener("change", listener);
    return () => query.removeEventListener("change", listener);
  };
const onWide = subscriber(wide);
const onRoomy = subscriber(roomy);
const onSpacious = subscriber(spacious);

export const useWide = (): boolean => useSyncExternalStore(onWide, () => wide.matches);
export const useRoomy = (): boolean => useSyncExternalStore(onRoomy, () => roomy.matches);
export const useSpacious = (): boolean => useSyncExternalStore(onSpacious, () => spacious.matches);
