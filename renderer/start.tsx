import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { SessionContext } from "./store/session-context.ts";
import { startSession } from "./store/session.ts";
import { createTicker } from "./store/ticker.ts";
import type { Link } from "./transport/link.ts";
import { announce } from "./words/announce.ts";
import "./styles/all.css";

/** Shows Baton in `place`, over whatever link there is. */
export function startScreen(link: Link, place: HTMLElement): void {
  const ticker = createTicker({
    now: () => Date.now(),
    isVisible: () => document.visibilityState === "visible",
    onVisible: (listener) =>
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") listener();
      }),
  });
  const session = startSession({ link, ticker, announce, onBadPush: reportBadPush });
  createRoot(place).render(
    <SessionContext value={session}>
      <App />
    </SessionContext>,
  );
}

/** A fault of Baton: told to whoever looks at the browser's console, as an error that nothing waits for. */
function reportBadPush(push: string, issues: readonly string[]): void {
  reportError(new Error(`push ${push} does not fit the contract: ${issues.join("; ")}`));
}
