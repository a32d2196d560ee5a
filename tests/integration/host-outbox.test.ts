import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { alertmanagerProgram, startAlertmanager, type RealAlert } from "../support/alertmanager.ts";
import { rawAlert } from "../support/alerts.ts";
import { sending, startServer } from "../support/bad-server.ts";
import { startBaton } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { onCallTeam } from "../support/on-call-team.ts";
import { desktopOfTest, pageNeeds, pagesOn } from "../support/pages.ts";

const late = (): RealAlert => ({
  labels: { alertname: "LedgerLate", severity: "minor" },
  annotations: { summary: "Ledger is late" },
  startsAt: new Date(Date.now() - 60_000).toISOString(),
});

describeWith([...pageNeeds, alertmanagerProgram], "An acknowledgement while Alertmanager is down", () => {
  test("waits over restarts of Baton, is sent once when Alertmanager is back, and its fate is shown", async () => {
    const desktop = await desktopOfTest();
    const alertmanager = await startAlertmanager();
    const team = onCallTeam({ urls: [alertmanager.url] });
    const baton = await startBaton({ team, me: "alice", env: desktop.env });
    const alert = late();
    await alertmanager.fire(alert);
    const { current } = await baton.sees("the incident", (seen) => seen.current !== undefined);
    const id = current?.id ?? "";
    await desktop.waitForShown((shown) => shown.length === 1, 15_000);

    await alertmanager.kill();
    const asked = await baton.client().request("acknowledge", { ids: [id] });
    expect(asked).toEqual({ ok: true, value: { kind: "done", count: 1 } });
    const waiting = await baton.sees(
      "that it waits",
      ({ outbox }) => outbox[0]?.delivery.kind === "waiting" && outbox[0].delivery.failure !== undefined,
    );
    expect(waiting.outbox).toMatchObject([
      {
        incident: id,
        title: "Ledger is late",
        source: "prod",
        delivery: { kind: "waiting", action: "acknowledge", failure: "unreachable" },
      },
    ]);
    expect(waiting.current).toMatchObject({ id, standing: "acknowledged", unconfirmed: true });
    await desktop.waitForShown((shown) => shown.length === 0, 15_000);

    await baton.kill();
    await baton.start();
    const again = await baton.sees("that it still waits", ({ outbox }) => outbox.length === 1);
    expect(again.outbox).toMatchObject([{ incident: id, delivery: { kind: "waiting" } }]);
    expect(again.current).toMatchObject({ id, standing: "acknowledged", unconfirmed: true });
    expect(await baton.stop()).toBe(0);
    await baton.start();

    await alertmanager.start();
    await alertmanager.fire(alert);
    const settled = await baton.sees(
      "that it is confirmed",
      (seen) => seen.outbox.length === 0 && seen.current?.delivery?.kind === "confirmed",
      30_000,
    );
    expect(settled.current).toMatchObject({
      id,
      standing: "acknowledged",
      acknowledgedBy: "Alice",
      unconfirmed: false,
    });
    const silences = await alertmanager.silences();
    expect(silences).toMatchObject([{ createdBy: "Alice", status: { state: "active" } }]);

    // A poll later all is as it was.
    const { now } = baton.snapshot();
    await baton.sees("another answer", ({ sources }) => (sources[0]?.lastGoodAt ?? 0) > now);
    expect(baton.snapshot()).toMatchObject({
      tray: { state: "acknowledged" },
      current: { id, standing: "acknowledged" },
    });
    expect(await alertmanager.silences()).toHaveLength(1);
    expect(pagesOn(desktop)).toHaveLength(1);
    expect(baton.rows().size).toBe(1);
  });
});

describeWith(pageNeeds, "An acknowledgement that the source refuses", () => {
  test("is shown as refused, and the incident is triggered and told again", async () => {
    const desktop = await desktopOfTest();
    const alerts = sending(200, JSON.stringify([rawAlert({ labels: { alertname: "LedgerLate", severity: "minor" } })]));
    const refuses: RequestListener = (request, response) => {
      if (request.method === "POST") return sending(400, '"silences are not for you"')(request, response);
      return request.url?.startsWith("/api/v2/silences")
        ? sending(200, "[]")(request, response)
        : alerts(request, response);
    };
    const server = await startServer(refuses);
    const baton = await startBaton({ team: onCallTeam({ urls: [server.url] }), me: "alice", env: desktop.env });
    const { current } = await baton.sees("the incident", (seen) => seen.current !== undefined);
    const id = current?.id ?? "";
    await desktop.waitForShown((shown) => shown.length === 1, 15_000);

    await baton.client().request("acknowledge", { ids: [id] });
    const refused = await baton.sees("the refusal", ({ outbox }) => outbox[0]?.delivery.kind === "refused");
    const delivery = { kind: "refused", action: "acknowledge", reason: "silences are not for you" };
    expect(refused.outbox).toMatchObject([{ incident: id, delivery }]);
    expect(refused).toMatchObject({ tray: { state: "triggered" }, current: { id, standing: "triggered", delivery } });
    await desktop.waitForShown((shown) => shown.length >= 1 && pagesOn(desktop).length === 2, 15_000);
    expect(pagesOn(desktop).map(({ body }) => body.split("\n")[0])).toEqual(["Ledger is late", "Ledger is late"]);
    expect(server.requests.filter(({ method }) => method === "POST")).toHaveLength(1);

    await baton.client().request("dismiss-delivery", { id: refused.outbox[0]?.id ?? "" });
    await baton.sees("that the word on it is dismissed", ({ outbox }) => outbox.length === 0);
    expect(baton.snapshot().current).toMatchObject({ id, standing: "triggered" });
  });
});
