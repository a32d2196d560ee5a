import { expect, test } from "vitest";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { alertmanagerProgram, startCluster, type RealAlertmanager } from "../support/alertmanager.ts";
import { startBaton } from "../support/baton-host.ts";
import { describeWith } from "../support/describe-with.ts";
import { onCallTeam } from "../support/on-call-team.ts";
import { desktopOfTest, pageNeeds, pagesOn } from "../support/pages.ts";

/** With its start, as Prometheus sends it: a peer that has forgotten it would take it for one of its own. */
const late = {
  startsAt: new Date(Date.now() - 60_000).toISOString(),
  labels: { alertname: "LedgerLate", severity: "minor" },
  annotations: { summary: "Ledger is late" },
};
const last = {
  labels: { alertname: "Last", severity: "minor" },
  annotations: { summary: "The last one" },
};

const nameOf = ({ port }: RealAlertmanager): string => `127.0.0.1:${port}`;
const sourceIn = ({ sources }: Snapshot) => sources.find(({ id }) => id === "prod");
const standsIn = (snapshot: Snapshot, count: number): boolean =>
  sourceIn(snapshot)?.freshness === "fresh" && snapshot.counts.triggered === count;

describeWith([...pageNeeds, alertmanagerProgram], "Baton over a cluster of real Alertmanagers", () => {
  test.for([2, 3])(
    "of %d peers pages once for one alert, whichever peer is lost and comes back empty",
    async (count) => {
      const desktop = await desktopOfTest();
      const peers = await startCluster(count);
      const [lost, ...left] = peers as [RealAlertmanager, ...RealAlertmanager[]];
      const team = onCallTeam({ urls: peers.map(({ url }) => url) });
      const baton = await startBaton({ team, me: "alice", env: desktop.env });
      const all = peers.map((peer) => ({ peer: nameOf(peer) }));
      const withoutOne = [
        { peer: nameOf(lost), failure: "unreachable" },
        ...left.map((peer) => ({ peer: nameOf(peer) })),
      ];

      await Promise.all(peers.map((peer) => peer.fire(late)));
      const paged = await baton.sees("the page", (seen) => standsIn(seen, 1) && seen.tray.state === "triggered");
      expect(sourceIn(paged)?.peers).toEqual(all);
      await desktop.waitForNotify(({ body }) => body.includes("Ledger is late"), 15_000);

      await lost.kill();
      const hurt = await baton.sees("the peer that fails", (seen) => sourceIn(seen)?.peers[0]?.failure !== undefined);
      expect(sourceIn(hurt)).toMatchObject({ freshness: "fresh", open: 1, peers: withoutOne });
      expect(hurt.current?.title).toBe("Ledger is late");

      await lost.start();
      const whole = await baton.sees("the peer that came back", (seen) => !sourceIn(seen)?.peers[0]?.failure);
      expect(sourceIn(whole)).toMatchObject({ freshness: "fresh", open: 1, peers: all });

      await Promise.all(peers.map((peer) => peer.fire(late)));
      // Whatever the alert sent again could have raised would have been raised before what comes after it.
      await Promise.all(peers.map((peer) => peer.fire(last)));
      await desktop.waitForNotify(({ body }) => body.includes("The last one"), 15_000);
      await baton.sees("the last one", (seen) => standsIn(seen, 2));
      expect([...baton.rows().values()].map(({ title, standing, flaps }) => ({ title, standing, flaps }))).toEqual([
        { title: "Ledger is late", standing: "triggered", flaps: 0 },
        { title: "The last one", standing: "triggered", flaps: 0 },
      ]);
      expect(pagesOn(desktop).map(({ body }) => body.split("\n")[0])).toEqual(["Ledger is late", "The last one"]);
      expect(desktop.notifyCalls()).toHaveLength(2);
    },
  );

  test("turns stale when the last peer is lost, keeps the incident, and is fresh again with the first that is back", async () => {
    const desktop = await desktopOfTest();
    const peers = await startCluster(2);
    const [one, other] = peers as [RealAlertmanager, RealAlertmanager];
    const baton = await startBaton({
      team: onCallTeam({ urls: peers.map(({ url }) => url) }),
      me: "alice",
      env: desktop.env,
    });
    await Promise.all(peers.map((peer) => peer.fire(late)));
    await desktop.waitForNotify(({ body }) => body.includes("Ledger is late"), 15_000);

    await Promise.all([one.kill(), other.kill()]);
    const stale = await baton.sees("the stale source", (seen) => sourceIn(seen)?.freshness === "stale");
    expect(sourceIn(stale)).toMatchObject({ open: 1, failure: { kind: "unreachable" } });
    await desktop.waitForNotify(({ summary }) => summary.startsWith("No answer from prod"), 15_000);

    await one.start();
    await one.fire(late);
    const back = await baton.sees("the fresh source", (seen) => standsIn(seen, 1));
    expect(sourceIn(back)?.peers).toEqual([{ peer: nameOf(one) }, { peer: nameOf(other), failure: "unreachable" }]);
    await desktop.waitForNotify(({ summary }) => summary === "prod answers again", 15_000);
    expect(pagesOn(desktop)).toHaveLength(1);
    expect([...baton.rows().values()].map(({ standing }) => standing)).toEqual(["triggered"]);
  });
});
