import { announce } from "../../../renderer/words/announce.ts";
import { createRoot, type Root } from "react-dom/client";
import { App } from "../../../renderer/app/app.tsx";
import { SessionContext } from "../../../renderer/store/session-context.ts";
import { startSession } from "../../../renderer/store/session.ts";
import { createTicker } from "../../../renderer/store/ticker.ts";
import "../../../renderer/styles/all.css";
import type { Link } from "../../../renderer/transport/link.ts";
import type { ScheduleView as View } from "../../../shared/schedule/schedule-view-shape.ts";
import { fullMoment } from "../../../shared/time/phrase.ts";
import { openPageHost } from "../../page/page-host.ts";
import { states } from "../../page/states.ts";
// The view is a part of the page that is loaded when it is first shown; it is loaded here, before anything is measured.
import "../../../renderer/schedule/schedule-view.tsx";

/*
 * Baton's Schedule view of sixty people over three months, and plain React with a cell for each person and day, in the same page
 * and of the same answer of a host. Both begin with the answer made; a measurement ends when the browser has painted.
 */

const { at } = states.sixty;
/** A day in the spring of the sixty, whenever this is measured. */
const now = () => at;
/** Milliseconds after which it is not drawn at all. */
const longest = 20_000;

export type ScheduleBench = {
  /** Milliseconds from nothing to the painted view. */
  ours(): Promise<number>;
  plain(): Promise<number>;
};

declare global {
  var scheduleBench: ScheduleBench | undefined;
}

const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function timed(act: () => void, drawn: () => boolean): Promise<number> {
  await painted();
  const begun = performance.now();
  act();
  do {
    await painted();
    if (performance.now() - begun > longest) throw new Error("it was never drawn");
  } while (!drawn());
  return performance.now() - begun;
}

async function mounted<T>(measure: (root: Root) => Promise<T>): Promise<T> {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const figure = await measure(root);
  root.unmount();
  place.remove();
  await painted();
  return figure;
}

const host = openPageHost(await states.sixty.open(at), now);
const answers = new Map<string, Promise<unknown>>();

/** The engine's work is measured elsewhere: it answers each question once, and from then on by heart. */
const link: Link = {
  ...host.link,
  request(command, input) {
    const key = `${command} ${JSON.stringify(input)}`;
    const known = answers.get(key) ?? host.link.request(command, input);
    if (command === "schedule-view" || command === "my-shifts") answers.set(key, known);
    return known;
  },
};

const drawn = (): boolean => document.querySelectorAll(".block").length > 100;

const ours = (): Promise<number> =>
  mounted(async (root) => {
    const ticker = createTicker({ now, isVisible: () => true, onVisible: () => undefined });
    const session = startSession({ announce, link, ticker, onBadPush: () => undefined });
    while (session.store.getState().snapshot === undefined) await painted();
    session.store.setState({
      view: "schedule",
      schedule: { by: "people", span: "quarter", zone: "mine", standby: false },
    });
    return timed(
      () =>
        root.render(
          <SessionContext value={session}>
            <App />
          </SessionContext>,
        ),
      drawn,
    );
  });

function Plain({ view }: { readonly view: View }) {
  const ends = view.days.slice(1);
  return (
    <table>
      <tbody>
        {view.people.map(({ id, name }) => (
          <tr key={id}>
            <th>{name}</th>
            {ends.map((to, index) => {
              const from = view.days[index] ?? to;
              const here = view.shifts.filter((shift) => shift.person === id && shift.from < to && shift.to > from);
              return (
                <td key={to}>
                  {here.map((shift) => (
                    <div
                      key={shift.role}
                      title={`${fullMoment(shift.from, view.zone)} ${fullMoment(shift.to, view.zone)}`}
                    >
                      {shift.role}
                    </div>
                  ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const plain = (): Promise<number> =>
  mounted(async (root) => {
    const [known] = [...answers].filter(([key]) => key.startsWith("schedule-view")).map(([, answer]) => answer);
    const { value } = (await known) as { readonly value: View };
    return timed(
      () => root.render(<Plain view={value} />),
      () => document.querySelector("td div") !== null,
    );
  });

globalThis.scheduleBench = { ours, plain };
