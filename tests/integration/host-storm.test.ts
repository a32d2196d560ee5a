import { expect, test } from "vitest";
import { startAnswerProbe } from "../support/answer-probe.ts";
import { manyRawAlerts } from "../support/alerts.ts";
import { sending, startServer } from "../support/bad-server.ts";
import { startBaton } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { eventually } from "../support/eventually.ts";
import { onCallTeam } from "../support/on-call-team.ts";
import { desktopOfTest, pageNeeds, pagesOn } from "../support/pages.ts";

/** To decide and write down 10,000 incidents is one piece of work, of 0.7 s or so; the rest is for a busy machine. In ms. */
const limitMs = 3_000;

describeWith(pageNeeds, "Baton in a storm of 10,000 alerts at once", () => {
  test("tells one summary with five criticals by name, shows every row, and answers commands meanwhile", async () => {
    const desktop = await desktopOfTest();
    const server = await startServer(sending(200, "[]"));
    const team = onCallTeam({ urls: [server.url], poll: "2s" });
    const baton = await startBaton({ team, me: "alice", env: desktop.env });
    await baton.sees("a calm tray", ({ tray }) => tray.state === "on");
    const body = JSON.stringify(manyRawAlerts(10_000));

    const probe = await startAnswerProbe(baton.ready().url);
    server.answer(sending(200, body));
    await baton.sees("the storm", ({ tray }) => tray.count === 10_000, 30_000);
    await eventually("every row", () => baton.rows().size === 10_000 || undefined, 30_000);
    const page = await desktop.waitForNotify(() => true, 15_000);
    const took = await probe.stop();

    expect(page.summary).toBe("10,000 incidents at once");
    expect(page.body.split("\n")).toEqual([
      "1000 critical · 9000 minor",
      ...Array.from(
        { length: 5 },
        (_, index) => expect.stringContaining(`Pipeline agg_profit_${index * 10} failed`) as string,
      ),
      "and 995 more critical",
    ]);
    expect([...baton.rows().values()].every(({ standing, mine }) => standing === "triggered" && mine)).toBe(true);
    expect(took).toBeLessThan(limitMs);

    const ids = [...baton.rows().keys()];
    const asked = performance.now();
    const acknowledged = await baton.client().request("acknowledge", { ids: ids.slice(0, 1) });
    expect(acknowledged).toEqual({ ok: true, value: { kind: "done", count: 1 } });
    expect(performance.now() - asked).toBeLessThan(limitMs);
    await baton.sees("the acknowledgement", ({ counts }) => counts.acknowledged === 1 && counts.triggered === 9_999);
    expect(pagesOn(desktop)).toHaveLength(1);
  });
});
