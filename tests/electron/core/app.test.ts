import { describe, expect, it } from "vitest";
import type { AppPush } from "../../../electron/core/app-types.ts";
import { err, ok } from "../../../shared/result.ts";
import type { NoticeContent } from "../../../shared/paging/notice.ts";
import { minute, second } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { loadedReading, openTestApp } from "../../support/app-under-test.ts";
import { manualClock } from "../../support/manual-clock.ts";
import { memoryDocuments } from "../../support/memory-documents.ts";
import { memoryNotifier } from "../../support/memory-notifier.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { alert, answer, noon } from "../../support/scenario.ts";
import { team } from "../../support/team-builder.ts";

const onceIt = (begin: (go: () => void) => void): Promise<void> => new Promise((resolve) => begin(resolve));

const polled = async (test: ReturnType<typeof openTestApp>): Promise<void> => {
  await test.settle();
  test.clock.advance(10 * second);
  await test.settle();
};

describe("the running app", () => {
  it("carries an alert from the source to the screen, the notification and back to the source", async () => {
    const test = openTestApp();
    test.source.reply = ok(answer([alert("a")]));
    await polled(test);
    expect(test.notifier.shown()).toMatchObject([
      { title: "Critical · The profit", buttons: ["acknowledge", "snooze", "open"] },
    ]);
    expect(test.app.snapshot()).toMatchObject({
      tray: { state: "triggered", count: 1 },
      current: { title: "Alert a", escalates: { kind: "pages" } },
    });

    test.notifier.press(test.notifier.shown()[0]?.key ?? "", "acknowledge");
    await test.settle();
    expect(test.source.actions).toMatchObject([{ kind: "acknowledge", key: "a", by: "Alice" }]);
    expect(test.notifier.shown()).toEqual([]);
    expect(test.app.snapshot()).toMatchObject({
      tray: { state: "acknowledged" },
      current: { standing: "acknowledged", delivery: { kind: "confirmed" } },
    });
  });

  it("ends when the notification on its way has been shown, so that the next start does not tell it again", async () => {
    const store = memoryStore();
    const notifier = memoryNotifier();
    let arrive = (): void => undefined;
    const slow = {
      ...notifier,
      show: (notice: NoticeContent) => onceIt((go) => (arrive = go)).then(() => notifier.show(notice)),
    };
    const test = openTestApp({ store, notifier: slow, reply: ok(answer([alert("a")])) });
    await test.settle();
    const closed = test.app.close();
    arrive();
    await closed;
    expect(notifier.asked()).toHaveLength(1);

    const again = openTestApp({ store, notifier: memoryNotifier(), reply: ok(answer([alert("a")])) });
    await again.settle();
    expect(again.notifier.asked()).toEqual([]);
  });

  it("ends all the same where the notification service never answers", async () => {
    const notifier = { ...memoryNotifier(), show: () => onceIt(() => undefined).then(() => ok(undefined)) };
    const test = openTestApp({ notifier, reply: ok(answer([alert("a")])) });
    await test.settle();
    const closed = test.app.close();
    test.clock.advance(second);
    await closed;
    expect(test.clock.armed()).toEqual([]);
  });

  it("sounds in the window what the notification does not sound itself", async () => {
    const test = openTestApp({ notifier: memoryNotifier("dbus", "silent") });
    const alarms: unknown[] = [];
    test.app.subscribe((push) => push.push === "alarm" && alarms.push(push.payload));
    test.source.reply = ok(answer([alert("a")]));
    await polled(test);
    expect(alarms).toEqual([{ severity: "critical", raise: false }]);
    test.notifier.fail("no-service");
    test.clock.advance(minute);
    await test.settle();
    expect(alarms).toContainEqual({ severity: "critical", raise: true });
    expect(alarms).not.toContainEqual({ severity: "info", raise: true });
  });

  it("answers commands over the contract", async () => {
    const test = openTestApp();
    test.source.reply = ok(answer([alert("a")]));
    await polled(test);
    const id = test.app.snapshot().current?.id ?? "";
    await expect(test.app.request("acknowledge", { ids: [id] })).resolves.toEqual({
      ok: true,
      value: { kind: "done", count: 1 },
    });
    await expect(test.app.request("acknowledge", { ids: [id] })).resolves.toEqual({
      ok: true,
      value: { kind: "refused", reason: "already-acknowledged" },
    });
    await expect(test.app.request("acknowledge", { ids: "all" })).resolves.toMatchObject({
      ok: false,
      error: { kind: "bad-input" },
    });
    await expect(test.app.request("constructor", {})).resolves.toEqual({
      ok: false,
      error: { kind: "unknown-command" },
    });
  });

  it("pushes one snapshot for all that happens at once, and only the rows that changed", async () => {
    const test = openTestApp();
    const pushes: AppPush[] = [];
    test.app.subscribe((push) => pushes.push(push));
    test.source.reply = ok(answer([alert("a"), alert("b")]));
    await polled(test);
    pushes.length = 0;
    test.source.reply = ok(answer([alert("a"), alert("b", { title: "Worse" })]));
    await polled(test);
    const rows = pushes.flatMap((push) => (push.push === "incidents" ? push.payload.rows : []));
    expect(rows.map(({ title }) => title)).toEqual(["Worse"]);
  });

  it("takes up after a restart where it was, telling nothing twice", async () => {
    const store = memoryStore();
    const first = openTestApp({ store });
    first.source.reply = ok(answer([alert("a", { severity: "major" })]));
    await polled(first);
    await first.app.close();

    const next = openTestApp({ store, clock: manualClock(first.clock.now()), reply: first.source.reply });
    await polled(next);
    expect(next.notifier.asked()).toEqual([]);
    expect(next.app.snapshot().current).toMatchObject({ title: "Alert a", standing: "triggered" });
  });

  it("002-5 hands over after a restart what was written into the log before it", async () => {
    const store = memoryStore();
    const first = openTestApp({ store });
    await first.app.request("write-log", { text: "Asked the vendor" });
    await first.app.close();

    const next = openTestApp({ store, clock: manualClock(first.clock.now()) });
    expect(next.app.snapshot().handoff.draft?.report).toContain("Alice wrote\n  Asked the vendor\n");
  });

  it("keeps an acknowledgement over a restart while the source is down, and sends it once", async () => {
    const store = memoryStore();
    const first = openTestApp({ store });
    first.source.reply = ok(answer([alert("a")]));
    await polled(first);
    first.source.actionReply = err({ kind: "unavailable", failure: { kind: "unreachable", code: "ECONNREFUSED" } });
    await first.app.request("acknowledge", { ids: [first.app.snapshot().current?.id] });
    await first.settle();
    expect(first.app.snapshot().current?.delivery).toMatchObject({ kind: "waiting", failure: "unreachable" });
    await first.app.close();

    const next = openTestApp({ store, clock: manualClock(first.clock.now()), reply: first.source.reply });
    await next.settle();
    next.clock.advance(5 * second);
    await next.settle();
    expect(next.source.actions).toHaveLength(1);
    const silenced = { by: "Alice", handle: "s1", until: after(noon, 60 * minute) };
    next.source.reply = ok(answer([alert("a", { acknowledgement: silenced })]));
    for (let turn = 0; turn < 6; turn += 1) await polled(next);
    expect(next.source.actions).toHaveLength(1);
    expect(next.app.snapshot().current).toMatchObject({ standing: "acknowledged", delivery: { kind: "confirmed" } });
  });

  it("goes on from memory while the disk takes nothing, says so, and writes what it missed when it can", async () => {
    const test = openTestApp();
    test.store.failWith({ kind: "disk-full", code: "SQLITE_FULL" });
    test.source.reply = ok(answer([alert("a")]));
    await polled(test);
    expect(test.notifier.shown()).toHaveLength(1);
    expect(test.app.snapshot().journal).toMatchObject({ kind: "memory", reason: "disk-full" });
    test.store.failWith(undefined);
    test.clock.advance(minute);
    await test.settle();
    expect(test.app.snapshot().journal).toEqual({ kind: "ok" });
    expect(test.store.journal().map(({ kind }) => kind)).toContain("incident-triggered");
    const kept = test.store.load();
    expect(kept.ok && kept.value.records.some(({ collection }) => collection === "incident")).toBe(true);
  });

  it("says of inbox items whether they are stored, and pages for them in any case", async () => {
    const test = openTestApp();
    await test.settle();
    const item = { key: "job", state: "triggered", title: "Job", severity: "critical", labels: {}, links: [] } as const;
    expect(test.app.receive([item])).toMatchObject({ stored: true });
    test.store.failWith({ kind: "disk-full", code: "SQLITE_FULL" });
    expect(test.app.receive([{ ...item, key: "other" }])).toMatchObject({ stored: false });
    expect(test.notifier.asked().length).toBeGreaterThan(0);
  });

  it("keeps the last good team while an edit is bad, and says what is wrong", () => {
    const test = openTestApp();
    test.edit({ kind: "refused", path: "/teams/team.yaml", problems: ["team.yaml:3:1: bad"] });
    expect(test.app.snapshot()).toMatchObject({ team: { id: "data" }, teamProblems: ["team.yaml:3:1: bad"] });
    test.edit(loadedReading(team({ name: "Renamed" })));
    expect(test.app.snapshot()).toMatchObject({ team: { name: "Renamed" }, teamProblems: [] });
  });

  it("starts with the last good team when the file is bad at start", async () => {
    const documents = memoryDocuments();
    const first = openTestApp({ documents, options: { teamFile: "/teams/team.yaml" } });
    await first.app.close();
    const bad = { kind: "refused", path: "/teams/team.yaml", problems: ["team.yaml:1:1: bad"] } as const;
    const next = openTestApp({ documents, first: bad, options: { teamFile: "/teams/team.yaml" } });
    expect(next.app.snapshot()).toMatchObject({ team: { id: "data" }, teamProblems: ["team.yaml:1:1: bad"] });
  });

  it("pages the stranger who tries the sample: they are whoever is on call", () => {
    const sample = { kind: "loaded", team: team(), path: "/sample/team.yaml", sample: true, digest: "s" } as const;
    const documents = memoryDocuments();
    const test = openTestApp({ documents, first: sample, clock: manualClock(noon), options: { me: "nobody" } });
    expect(test.app.snapshot().shift.standing).toBe("unknown");
    const fresh = openTestApp({ documents, first: sample });
    expect(fresh.app.snapshot()).toMatchObject({ me: { id: "alice" }, shift: { standing: "primary" } });
  });

  it("notices that the machine slept, and asks at once", async () => {
    const test = openTestApp();
    await test.settle();
    const before = test.source.polls;
    test.source.reply = ok(answer([alert("a"), alert("b")]));
    test.clock.sleep(60 * minute);
    await test.settle();
    expect(test.source.polls).toBeGreaterThan(before);
    expect(test.notifier.shown().map(({ key }) => key)).toEqual(["summary"]);
  });

  it("never shows a secret, and says which are missing", async () => {
    const test = openTestApp();
    await test.app.request("set-secret", { name: "prod-token", value: "s3cret-value" });
    const text = JSON.stringify([test.app.snapshot(), test.store.journal(), test.store.load()]);
    expect(text).not.toContain("s3cret-value");
    expect(test.app.snapshot().secrets).toEqual([{ name: "prod-token", present: true, usedBy: [] }]);
  });
});
