import { expect, test } from "vitest";
import { startBaton, type BatonHost } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { eventually } from "../support/eventually.ts";
import { onCallTeam } from "../support/on-call-team.ts";
import { desktopOfTest, pageNeeds } from "../support/pages.ts";
import { scratchDir } from "../support/scratch-dir.ts";

/** Milliseconds in which the host answers, whatever its notifier does. */
const promptly = 1_000;

const send = (baton: BatonHost, key: string) =>
  baton.post({ key, title: `Title ${key}`, severity: "critical", state: "triggered" });

/** Sends an incident, and asks small questions until `over`; the slowest of all answers, in ms. */
async function slowestWhile(baton: BatonHost, key: string, over: () => boolean): Promise<number> {
  let slowest = 0;
  const timed = async (ask: () => Promise<unknown>): Promise<void> => {
    const asked = performance.now();
    await ask();
    slowest = Math.max(slowest, performance.now() - asked);
  };
  await timed(() => send(baton, key));
  await eventually(
    `the end of ${key}`,
    async () => {
      await timed(() => baton.client().request("incident", { id: "none" }));
      return over() || undefined;
    },
    20_000,
  );
  return slowest;
}

const alarmed = (baton: BatonHost, count: number) => (): boolean => baton.alarms().length >= count;
const team = onCallTeam();

describeWith(["unix"], "Baton without a session bus", () => {
  test("says that no notification reaches anybody, and sounds the alarm instead", async () => {
    const env = { PATH: process.env["PATH"] ?? "", HOME: scratchDir() };
    const baton = await startBaton({ team, me: "alice", env });
    expect(baton.snapshot().notifier).toMatchObject({ health: { kind: "failing", reason: "no-service" } });
    expect(await slowestWhile(baton, "a", alarmed(baton, 1))).toBeLessThan(promptly);
    expect(baton.alarms()).toEqual(["critical"]);
    expect(baton.snapshot()).toMatchObject({ tray: { state: "triggered" }, notifier: { health: { kind: "failing" } } });
  });
});

describeWith(pageNeeds, "Baton on a desktop", () => {
  test("without a daemon says that no notification reaches anybody, and sounds the alarm instead", async () => {
    const desktop = await desktopOfTest({ daemon: "none" });
    const baton = await startBaton({ team, me: "alice", env: desktop.env });
    expect(baton.snapshot().notifier).toMatchObject({ health: { kind: "failing", reason: "no-service" } });
    expect(await slowestWhile(baton, "a", alarmed(baton, 1))).toBeLessThan(promptly);
    expect(baton.alarms()).toEqual(["critical"]);
    expect(desktop.notifyCalls()).toEqual([]);
  });

  test("whose daemon dies sounds the alarm, and shows what comes once it is back", async () => {
    const desktop = await desktopOfTest();
    const baton = await startBaton({ team, me: "alice", env: desktop.env });
    expect(baton.snapshot().notifier).toMatchObject({ adapter: "dbus", health: { kind: "working" } });
    await desktop.daemon.kill();
    await baton.sees("that nobody shows notifications", ({ notifier }) => notifier.health.kind === "failing");
    expect(baton.snapshot().notifier.health).toMatchObject({ reason: "no-service" });
    expect(await slowestWhile(baton, "a", alarmed(baton, 1))).toBeLessThan(promptly);
    expect(baton.alarms()).toEqual(["critical"]);
    expect(desktop.notifyCalls()).toEqual([]);

    await desktop.daemon.start();
    await baton.sees("that notifications are shown", ({ notifier }) => notifier.health.kind === "working");
    await send(baton, "b");
    await desktop.waitForNotify(({ body }) => body.startsWith("Title b"), 15_000);
    expect(baton.alarms()).toEqual(["critical"]);
  });

  test("whose daemon hangs answers promptly and sounds the alarm, and says so until it wakes", async () => {
    const desktop = await desktopOfTest();
    const baton = await startBaton({ team, me: "alice", env: desktop.env });
    desktop.daemon.pause();
    expect(await slowestWhile(baton, "a", alarmed(baton, 1))).toBeLessThan(promptly);
    expect(baton.alarms()).toEqual(["critical"]);
    expect(baton.snapshot().notifier).toMatchObject({ health: { kind: "failing", reason: "timeout" } });
    expect(await slowestWhile(baton, "b", alarmed(baton, 2))).toBeLessThan(promptly);

    desktop.daemon.resume();
    await baton.sees("that notifications are shown", ({ notifier }) => notifier.health.kind === "working");
    await send(baton, "c");
    await desktop.waitForNotify(({ body }) => body.startsWith("Title c"), 15_000);
    await desktop.waitForShown((shown) => shown.some(({ body }) => body.startsWith("Title c")), 15_000);
    expect(baton.alarms()).toEqual(["critical", "critical"]);
  });
});
