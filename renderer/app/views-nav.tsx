import type { ReactNode } from "react";
import { viewNames, type ViewName } from "../store/screen.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { shellWords, viewWords } from "../words/shell.ts";
import { Icon } from "../components/icon.tsx";

/** The views, each with the key that shows it. */
export function ViewsNav(): ReactNode {
  const { store } = useSession();
  const view = useScreen((screen) => screen.view);
  const open = useScreen(({ snapshot }) =>
    snapshot === undefined ? 0 : snapshot.counts.triggered + snapshot.counts.acknowledged + snapshot.counts.snoozed,
  );
  const offered = useScreen(({ snapshot }) => snapshot?.handoff.incoming.length ?? 0);
  const badge = (name: ViewName): ReactNode => {
    const number = name === "incidents" ? open : name === "handoff" ? offered : 0;
    return number > 0 ? (
      <span className="views-count" aria-hidden="true">
        {number.toLocaleString("en-US")}
      </span>
    ) : null;
  };
  return (
    <nav className="views" aria-label={shellWords.views}>
      <ul>
        {viewNames.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              className="views-item"
              aria-current={view === name ? "page" : undefined}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => store.setState({ view: name })}
            >
              <Icon name={name} />
              <span className="views-word">{viewWords[name]}</span>
              {badge(name)}
              <span className="key" aria-hidden="true">
                {index + 1}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
