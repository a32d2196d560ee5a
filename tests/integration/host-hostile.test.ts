import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyJournal } from "../../electron/node/store/journal-verify.ts";
import { storeFileName } from "../../electron/node/store/store.ts";
import { rawAlert } from "../support/alerts.ts";
import { sending, startServer } from "../support/bad-server.ts";
import { startBaton } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { hostileTexts } from "../support/notices.ts";
import { onCallTeam } from "../support/on-call-team.ts";
import { desktopOfTest, keyOf, pageNeeds, pagesOn } from "../support/pages.ts";

/** Characters that a notification may hold: no control but the line feed between its lines, no format character, no lone half. */
const inert = /^(?:(?![\p{Cc}\p{Cf}\p{Cs}])[^]|\n)*$/u;
/** Markup that a server would act upon. */
const markup = /<|&(?!amp;|lt;|gt;)/;
const longestBody = 2_000;

describeWith(pageNeeds, "Baton that is sent hostile text", () => {
  test.for([
    ["alone", hostileTexts.slice(0, 5)],
    ["together", hostileTexts],
  ] as const)("%s shows it inert in notifications and hands it to screens as it is", async ([, texts]) => {
    const desktop = await desktopOfTest();
    const alerts = texts.map((text, index) =>
      rawAlert({
        fingerprint: `hostile-${index}`,
        annotations: { summary: text, description: text, runbook_url: text, dashboard_url: `javascript:${text}` },
        generatorURL: text,
        labels: { alertname: text, severity: "critical", [`label ${text.slice(0, 50)}`]: text, __proto__: text },
      }),
    );
    const server = await startServer(sending(200, "[]"));
    const team = onCallTeam({ urls: [server.url] });
    const baton = await startBaton({ team, me: "alice", env: desktop.env });
    await baton.sees("a calm tray", ({ tray }) => tray.state === "on");

    server.answer(sending(200, JSON.stringify(alerts)));
    await baton.sees("every incident", ({ tray }) => tray.count === texts.length);
    const pages = texts.length > 5 ? 1 : texts.length;
    await desktop.waitForShown((shown) => shown.length === pages, 15_000);
    expect(pagesOn(desktop).map(keyOf)).toHaveLength(pages);
    for (const { summary, body } of pagesOn(desktop)) {
      expect(summary).toMatch(inert);
      expect(body).toMatch(inert);
      expect(body).not.toMatch(markup);
      expect(body.length).toBeLessThanOrEqual(longestBody);
      expect(summary).toMatch(pages === 1 ? /^\d+ incidents at once$/ : /^Critical · prod$/);
    }

    const titles = [...baton.rows().values()].map(({ title }) => title);
    expect(titles.toSorted()).toEqual(texts.map((text) => text.trim()).toSorted());
    const details = await Promise.all([...baton.rows().keys()].map((id) => baton.detail(id)));
    for (const detail of details) {
      expect(detail?.alert.links).toEqual([]);
      // A path that nobody may mean: no address of any scheme, and no file that is there.
      expect(detail?.runbook.kind).toBe("gap");
      expect(Object.keys(detail?.alert.labels ?? {})).toContain("alertname");
    }
    await expect(baton.client().request("acknowledge", { ids: [...baton.rows().keys()] })).resolves.toMatchObject({
      ok: true,
      value: { kind: "done", count: texts.length },
    });
    const database = join(baton.dataDir, storeFileName);
    expect(await baton.stop()).toBe(0);
    expect(verifyJournal(database)).toMatchObject({ ok: true });

    await baton.start();
    await baton.sees("the same again", ({ counts }) => counts.acknowledged + counts.triggered === texts.length);
    expect([...baton.rows().values()].map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
  });
});
