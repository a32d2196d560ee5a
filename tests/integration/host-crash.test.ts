import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyJournal } from "../../electron/node/store/journal-verify.ts";
import { openStore, storeFileName } from "../../electron/node/store/store.ts";
import { systemClock } from "../../electron/node/system-clock.ts";
import type { Telling } from "../../shared/paging/telling.ts";
import { incidentNotice, summaryNotice } from "../../shared/paging/notice-facts.ts";
import { alertmanagerProgram, startAlertmanager, type RealAlert } from "../support/alertmanager.ts";
import { prepareBaton } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import type { DesktopSession } from "../support/desktop-session.ts";
import type { NotifyCall } from "../support/desktop/notifications-seen.ts";
import { eventually } from "../support/eventually.ts";
import { onCallTeam } from "../support/on-call-team.ts";
import { desktopOfTest, keyOf, pageNeeds, pagesOn } from "../support/pages.ts";

const rounds = 100;
/** Longer than a start takes until the first page is on the screen, in ms. */
const longestRun = 900;

/** Told once and never again, so that a page for it is the first or one too many. */
const alertOf = (name: string): RealAlert => ({
  labels: { alertname: name, severity: "info" },
  annotations: { summary: `Alert ${name}` },
  startsAt: new Date().toISOString(),
  endsAt: new Date(Date.now() + 3_600_000).toISOString(),
});

type Life = { readonly desktop: DesktopSession; readonly database: string; readonly round: number };

/** Where the host is killed: at a place that shows outside, and some time later. Each waits no longer than `longestRun`. */
const moments: readonly ((life: Life) => Promise<unknown>)[] = [
  // At any time since its start.
  ({ round }) => pause((round * 37) % longestRun),
  // As the bus carries the page: it is on the screen, and nobody has written so.
  ({ desktop }) => change(() => pagesOn(desktop).length),
  // As something is written down: the start, the team, or what was decided and not done yet.
  ({ database }) => change(() => sizeOf(`${database}-wal`)),
  ({ database, round }) => change(() => sizeOf(`${database}-wal`), 1 + (round % 4)),
  // About when the screen confirms the page.
  async ({ desktop, round }) => {
    await change(() => pagesOn(desktop).length);
    await pause(round % 12);
  },
];

describeWith([...pageNeeds, alertmanagerProgram], "Baton that is killed at any moment, 100 times", () => {
  test("loses no alert, and shows none twice", { timeout: 240_000 }, async () => {
    const desktop = await desktopOfTest();
    const alertmanager = await startAlertmanager();
    const baton = prepareBaton({ team: onCallTeam({ urls: [alertmanager.url] }), me: "alice", env: desktop.env });
    const database = join(baton.dataDir, storeFileName);
    const names: string[] = [];
    const fire = async (): Promise<void> => {
      names.push(`n${names.length}`);
      await alertmanager.fire(alertOf(names.at(-1) ?? ""));
    };

    for (let round = 0; round < rounds; round += 1) {
      await fire();
      const life = baton.launch();
      const kill = moments[round % moments.length]!({ desktop, database, round });
      // Some come while it runs, some while it is down.
      if (round % 3 === 0) await fire();
      await kill;
      await life.kill();
      expectEachOnce(desktop);
    }

    await baton.start();
    // What was missed is told before the last one comes, so that its page says that all are told.
    await baton.sees("an answer", ({ sources }) => sources[0]?.freshness === "fresh" && !sources[0].polling);
    await fire();
    const isLast = ({ body }: NotifyCall): boolean => body.startsWith(`Alert ${names.at(-1)}`);
    await desktop.waitForShown((shown) => shown.some(isLast), 20_000);
    await eventually("every incident", () => baton.rows().size === names.length || undefined, 20_000);
    expect([...baton.rows().values()].map(({ title, standing }) => [title, standing]).toSorted()).toEqual(
      names.map((name) => [`Alert ${name}`, "triggered"]).toSorted(),
    );
    const ids = [...baton.rows().keys()];
    expect(await baton.detail(ids[0] ?? "")).toBeDefined();
    expect(await baton.stop()).toBe(0);
    expectEachOnce(desktop);

    expect(verifyJournal(database)).toMatchObject({ ok: true });
    const tellings = tellingsIn(database);
    expect(tellings.map(({ incident }) => incident).toSorted()).toEqual(ids.toSorted());
    const pages = pagesOn(desktop);
    for (const { incident, shownAs, confirmed } of tellings) {
      expect(confirmed).toBe(true);
      expect(pages.some((page) => keyOf(page) === shownAs)).toBe(true);
      // What a summary counts never had a page of its own, which would still be on the screen.
      if (shownAs === summaryNotice) expect(pages.map(keyOf)).not.toContain(incidentNotice(incident));
    }
  });
});

/** A key on the screen is there once: what was told again took the place of what was told before. */
function expectEachOnce(desktop: DesktopSession): void {
  const keys = desktop.shown().map(keyOf);
  expect(keys).toEqual([...new Set(keys)]);
}

function tellingsIn(database: string): readonly Telling[] {
  const opened = openStore(database, { now: () => systemClock.now() });
  if (!opened.ok) throw new Error(opened.error.kind);
  const kept = opened.value.store.load();
  opened.value.store.close();
  if (!kept.ok) throw new Error(kept.error.kind);
  return kept.value.records.filter(({ collection }) => collection === "telling").map(({ body }) => body as Telling);
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until what is looked at has changed so many times. */
async function change(look: () => number, times = 1): Promise<void> {
  const end = performance.now() + longestRun;
  let [seen, left] = [look(), times];
  while (left > 0 && performance.now() < end) {
    await pause(1);
    const now = look();
    if (now !== seen) [seen, left] = [now, left - 1];
  }
}
