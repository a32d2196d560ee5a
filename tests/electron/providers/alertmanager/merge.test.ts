import { describe, expect, test } from "vitest";
import { mergePeers, nothingMerged } from "../../../../electron/providers/alertmanager/merge.ts";
import { parseAlerts, type PeerAlerts } from "../../../../electron/providers/alertmanager/parse.ts";
import { fromIso } from "../../../../shared/time/instant.ts";
import { rawAlert } from "../../../support/alerts.ts";

function peer(name: string, ...items: readonly unknown[]): PeerAlerts {
  const parsed = parseAlerts(items, name);
  if (!parsed.ok) throw new Error("a list is an answer");
  return parsed.value;
}

const suppressed = (status: Readonly<Record<string, unknown>>) =>
  rawAlert({ status: { state: "suppressed", silencedBy: [], inhibitedBy: [], ...status } });

describe("peers of a cluster", () => {
  test("make one alert: the earliest start, the newest word, and all who saw it", () => {
    const merged = mergePeers(
      [
        peer(
          "a",
          rawAlert({
            startsAt: "2027-01-04T09:00:00.200Z",
            updatedAt: "2027-01-04T09:05:00.000Z",
            annotations: { summary: "new" },
          }),
        ),
        peer(
          "b",
          rawAlert({
            startsAt: "2027-01-04T09:00:00.100Z",
            updatedAt: "2027-01-04T09:04:00.000Z",
            annotations: { summary: "old" },
          }),
        ),
      ],
      nothingMerged,
    );
    expect([...merged.alerts.values()]).toMatchObject([
      {
        alert: { title: "new", startedAt: fromIso("2027-01-04T09:00:00.100Z") },
        seenAt: fromIso("2027-01-04T09:05:00.000Z"),
        seenBy: ["a", "b"],
      },
    ]);
  });

  test("each add the alerts that only they have", () => {
    const merged = mergePeers(
      [peer("a", rawAlert({ fingerprint: "1" })), peer("b", rawAlert({ fingerprint: "2" }))],
      nothingMerged,
    );
    expect([...merged.alerts.values()].map(({ alert, seenBy }) => [alert.key, seenBy])).toEqual([
      ["1", ["a"]],
      ["2", ["b"]],
    ]);
  });

  test("suppress what any of them suppresses, and a silence says most", () => {
    const peers = [
      peer("a", rawAlert()),
      peer("b", suppressed({ inhibitedBy: ["f"] })),
      peer("c", suppressed({ silencedBy: ["s1"] })),
      peer("d", suppressed({ silencedBy: ["s2", "s1"] })),
    ];
    const suppression = (names: readonly number[]) =>
      mergePeers(
        names.map((index) => peers[index]!),
        nothingMerged,
      ).alerts.get("f2f95d02269594eb")?.suppression;
    expect(suppression([0, 0])).toBeUndefined();
    expect(suppression([0, 1])).toEqual({ by: "inhibition", ids: ["f"] });
    expect(suppression([1, 2, 3])).toEqual({ by: "silence", ids: ["s1", "s2"] });
  });

  test("give the same object while each says the same as before", () => {
    const [a, b] = [peer("a", rawAlert()), peer("b", rawAlert())];
    const first = mergePeers([a, b], nothingMerged);
    const key = "f2f95d02269594eb";
    expect(mergePeers([a, b], first).alerts.get(key)).toBe(first.alerts.get(key));
    expect(mergePeers([a], first).alerts.get(key)).toBe(a.alerts.get(key));
    expect(mergePeers([a, peer("b", rawAlert())], first).alerts.get(key)).not.toBe(first.alerts.get(key));
  });
});
