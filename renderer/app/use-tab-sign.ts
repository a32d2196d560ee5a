import { useEffect } from "react";
import { useScreen } from "../store/session-context.ts";
import { documentTitle } from "../words/shell.ts";
import { traySigns } from "./tray-signs.ts";

/** The tab shows the tray's state: in its title and in its icon. */
export function useTabSign(): void {
  const title = useScreen((screen) => documentTitle(screen.snapshot, screen.link));
  const state = useScreen(({ link, snapshot }) => (link.kind === "open" ? (snapshot?.tray.state ?? "off") : "blind"));
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    document.querySelector("link[rel=icon]")?.setAttribute("href", traySigns[state]);
  }, [state]);
}
