import { announce } from "../../../renderer/words/announce.ts";
import { createRoot, type Root } from "react-dom/client";
import { App } from "../../../renderer/app/app.tsx";
import { SessionContext } from "../../../renderer/store/session-context.ts";
import { startSession } from "../../../renderer/store/session.ts";
import { createTicker } from "../../../renderer/store/ticker.ts";
import "../../../renderer/styles/all.css";
import type { IncidentRow } from "../../../shared/incident/incident-shape.ts";
import { length } from "../../../shared/time/phrase.ts";
import { openPageHost } from "../../page/page-host.ts";
import { states } from "../../page/states.ts";

/*
 * Baton's incident list and a plain React list of the same 10,000 rows, in the same page. Both begin with the rows known;
 * a measurement ends when the browser has painted.
 */

const count = 10_000;
/** Rows that an update changes. */
const changed = 100;
const { at } = states.storm;
/** The time stands, so that the core does nothing meanwhile. */
const host = openPageHost(await states.storm.open(at), () => at);

export type ListBench = {
  /** Milliseconds from nothing to the painted list, and from a change of 100 rows to the painted change. */
  ours(): Promise<{ readonly first: number; readonly update: number }>;
  plain(): Promise<{ readonly first: number; readonly update: number }>;
};

declare global {
  var listBench: ListBench | undefined;
}

const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function timed(act: () => void): Promise<number> {
  await painted();
  const begun = performance.now();
  act();
  await painted();
  return performance.now() - begun;
}

async function mounted(measure: (root: Root) => Promise<{ first: number; update: number }>) {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const figures = await measure(root);
  root.unmount();
  place.remove();
  await painted();
  return figures;
}

const worse = (rows: readonly IncidentRow[]): readonly IncidentRow[] =>
  rows.slice(0, changed).map((row) => ({ ...row, severity: "critical", flaps: row.flaps + 1 }));

let known: readonly IncidentRow[] = [];

const ours = (): ReturnType<ListBench["ours"]> =>
  mounted(async (root) => {
    const ticker = createTicker({ now: () => Date.now(), isVisible: () => true, onVisible: () => undefined });
    const session = startSession({ announce, link: host.link, ticker, onBadPush: () => undefined });
    while (session.store.getState().rows.byId.size < count) await painted();
    session.store.setState({ view: "incidents" });
    const first = await timed(() =>
      root.render(
        <SessionContext value={session}>
          <App />
        </SessionContext>,
      ),
    );
    const rows = session.store.getState().rows.sorted;
    known = rows;
    // Through the whole of it: as JSON, validated, merged into the order, filtered and drawn.
    const update = await timed(() =>
      host.push("incidents", { reset: false, complete: true, rows: worse(rows), removed: [] }),
    );
    return { first, update };
  });

function Plain({ rows, at }: { readonly rows: readonly IncidentRow[]; readonly at: number }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <input type="checkbox" aria-label={row.title} />
          <span>{row.severity}</span>
          <span>{row.title}</span>
          <span>{row.serviceName}</span>
          <span>{row.standing}</span>
          <span>{row.dueAt === undefined ? "" : length(row.dueAt - at)}</span>
          <span>{length(at - row.startedAt)}</span>
        </li>
      ))}
    </ul>
  );
}

const plain = (): ReturnType<ListBench["plain"]> =>
  mounted(async (root) => {
    const rows = known;
    const first = await timed(() => root.render(<Plain rows={rows} at={at} />));
    const next = [...worse(rows), ...rows.slice(changed)];
    const update = await timed(() => root.render(<Plain rows={next} at={at} />));
    return { first, update };
  });

globalThis.listBench = { ours, plain };
