import { useMemo, type ReactNode } from "react";
import type { IncidentRow } from "../../shared/incident/incident-shape.ts";
import { Button } from "../components/button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { SeverityGlyph } from "../components/severity.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { openOnly } from "../store/filter.ts";
import { takeFilter } from "../store/screen.ts";
import { standingWord } from "../words/incident.ts";
import { severityWords } from "../../shared/words/severity-words.ts";
import { acknowledgeAllWords, moreWords, nowWords } from "../words/now.ts";

const shown = 5;

const waits = (row: IncidentRow): boolean => row.mine && row.standing === "triggered" && !row.suppressed;

/** The others that are mine, when there are any: a storm is acknowledged in one go. */
export function AlsoYours({ current }: { readonly current: string }): ReactNode {
  const { store, commands } = useSession();
  const sorted = useScreen((screen) => screen.rows.sorted);
  const busy = useScreen((screen) => screen.pending.size > 0);
  const mine = useMemo(() => sorted.filter((row) => row.mine && row.standing !== "resolved"), [sorted]);
  const waiting = useMemo(() => mine.filter(waits), [mine]);
  const others = mine.filter((row) => row.id !== current);
  if (others.length === 0) return null;
  const more = waiting.filter((row) => row.id !== current).length;

  const show = (row: IncidentRow): void =>
    store.setState((screen) => ({
      ...takeFilter(screen, openOnly),
      view: "incidents",
      opened: row.id,
      selection: { ...screen.selection, active: row.id },
    }));
  return (
    <section className="also" aria-label={nowWords.alsoYours}>
      <div className="also-head">
        <h2>{more > 0 ? moreWords(more) : nowWords.alsoYours}</h2>
        {waiting.length > 1 && (
          <Button
            busy={busy}
            onPress={() => void commands.perform("acknowledge", { ids: waiting.map(({ id }) => id) })}
          >
            {acknowledgeAllWords(waiting.length)}
          </Button>
        )}
      </div>
      <ul>
        {others.slice(0, shown).map((row) => (
          <li key={row.id}>
            <button type="button" className="also-row" onClick={() => show(row)}>
              <SeverityGlyph severity={row.severity} />
              <span className="unseen">{severityWords[row.severity]}</span>
              <span className="also-title">
                <OutsideLine text={row.title} />
              </span>
              <span className="soft">{standingWord(row)}</span>
            </button>
          </li>
        ))}
      </ul>
      {others.length > shown && (
        <Button
          kind="plain"
          local
          onPress={() =>
            store.setState((screen) => ({ ...takeFilter(screen, { ...openOnly, mine: true }), view: "incidents" }))
          }
        >
          {nowWords.allIncidents}
        </Button>
      )}
    </section>
  );
}
