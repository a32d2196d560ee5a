import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Alert, Sighting } from "../../../../shared/incident/alert.ts";
import { fromIso, type Instant } from "../../../../shared/time/instant.ts";
import { parseAlerts, type PeerAlerts } from "../../../../electron/providers/alertmanager/parse.ts";
import { rawAlert } from "../../../support/alerts.ts";

const at = (iso: string): Instant => fromIso(iso)!;

function parse(list: unknown, before?: PeerAlerts): PeerAlerts {
  const parsed = parseAlerts(list, "am-1:9093", before);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const seen = (change?: Readonly<Record<string, unknown>>): Sighting | undefined =>
  [...parse([rawAlert(change)]).alerts.values()][0];
const only = (change?: Readonly<Record<string, unknown>>): Alert | undefined => seen(change)?.alert;

describe("an alert of Alertmanager", () => {
  test("becomes an alert of ours", () => {
    expect(parse([rawAlert()])).toEqual({
      peer: "am-1:9093",
      unparsed: 0,
      silences: new Set(),
      alerts: new Map([
        [
          "f2f95d02269594eb",
          {
            alert: {
              key: "f2f95d02269594eb",
              title: "Ledger is late",
              severity: "page",
              labels: { alertname: "LedgerLate", severity: "Page" },
              links: [{ title: "Source", url: "http://prometheus.example.com/graph?g0.expr=late" }],
              startedAt: at("2027-01-04T09:00:00.000Z"),
            },
            seenAt: at("2027-01-04T09:01:00.000Z"),
            seenBy: ["am-1:9093"],
          },
        ],
      ]),
    });
  });

  test("takes its runbook and its other links from the annotations", () => {
    const annotations = {
      runbook_url: "https://runbooks.example.com/late",
      grafana_dashboard_url: "https://grafana.example.com/d/1",
      logs_url: "javascript:alert(1)",
      trick_url: "https://grafana.example.com@evil.example/",
    };
    expect(only({ annotations, generatorURL: "" })).toMatchObject({
      title: "LedgerLate",
      runbook: "https://runbooks.example.com/late",
      links: [{ title: "Grafana dashboard", url: "https://grafana.example.com/d/1" }],
    });
  });

  test.each([
    [{ annotations: { summary: "S", title: "T", description: "D" } }, "S"],
    [{ annotations: { summary: "  ", title: "T", description: "D" } }, "T"],
    [{ annotations: { description: "\n First line\nsecond" } }, "First line"],
    [{ annotations: {} }, "LedgerLate"],
    [{ annotations: {}, labels: {} }, "f2f95d02269594eb"],
  ])("%j is titled %s", (change, title) => {
    expect(only(change)?.title).toBe(title);
  });

  test.each([
    ["unprocessed", { state: "unprocessed", silencedBy: [], inhibitedBy: [] }, undefined],
    [
      "silenced and inhibited",
      { state: "suppressed", silencedBy: ["s1"], inhibitedBy: ["f1"] },
      { by: "silence", ids: ["s1"] },
    ],
    ["inhibited", { state: "suppressed", silencedBy: [], inhibitedBy: ["f1"] }, { by: "inhibition", ids: ["f1"] }],
    [
      "muted by time",
      { state: "suppressed", silencedBy: [], inhibitedBy: [], mutedBy: ["night"] },
      { by: "mute-time", ids: ["night"] },
    ],
  ])("that is %s", (_name, status, suppression) => {
    expect(seen({ status })?.suppression).toEqual(suppression);
  });

  test("tells which silences hold any of them", () => {
    const silenced = (fingerprint: string, ...silencedBy: string[]) =>
      rawAlert({ fingerprint, status: { state: "suppressed", silencedBy, inhibitedBy: [] } });
    expect(parse([silenced("a", "s1", "s2"), silenced("b", "s2"), rawAlert()]).silences).toEqual(new Set(["s1", "s2"]));
  });

  test("keeps labels that are named like parts of an object", () => {
    const labels: unknown = JSON.parse('{"__proto__":"p","constructor":"c","toString":"t"}');
    expect(Object.entries(only({ labels })?.labels ?? {})).toEqual([
      ["__proto__", "p"],
      ["constructor", "c"],
      ["toString", "t"],
    ]);
  });
});

describe("an alert that comes again", () => {
  test("is the same object while nothing of it was renewed", () => {
    const first = parse([rawAlert()]);
    const again = parse([rawAlert(), rawAlert({ fingerprint: "new" })], first);
    expect(again.alerts.get("f2f95d02269594eb")).toBe(first.alerts.get("f2f95d02269594eb"));
  });

  test("says the very same where only the moment at which it was seen is another", () => {
    const first = parse([rawAlert()]).alerts.get("f2f95d02269594eb");
    const again = parse([rawAlert({ updatedAt: "2027-01-04T09:02:00.000Z" })], parse([rawAlert()]));
    const renewed = parse([rawAlert({ updatedAt: "2027-01-04T09:02:00.000Z" })], again).alerts.get("f2f95d02269594eb");
    expect(renewed).toEqual({ ...first, seenAt: at("2027-01-04T09:02:00.000Z") });
    expect(renewed?.alert).toBe(again.alerts.get("f2f95d02269594eb")?.alert);
  });

  test.each([
    { updatedAt: "2027-01-04T09:02:00.000Z", annotations: { summary: "Ledger is very late" } },
    { startsAt: "2027-01-04T09:00:30.000Z" },
    { status: { state: "suppressed", silencedBy: ["s1"], inhibitedBy: [] } },
  ])("is read anew where %j", (change) => {
    const first = parse([rawAlert()]);
    const again = parse([rawAlert(change)], first);
    expect(again.alerts).toEqual(parse([rawAlert(change)]).alerts);
    expect(again.alerts).not.toEqual(first.alerts);
  });
});

describe("what is no alert", () => {
  test.each([
    [null, "null"],
    [{}, "an object"],
    ["[]", "a string"],
    [7, "a number"],
  ])("%j is no answer", (list, found) => {
    expect(parseAlerts(list, "p")).toEqual({
      ok: false,
      error: { kind: "malformed", issues: [`body: found ${found}, expected a list of alerts`] },
    });
  });

  test.each([
    ["null", null],
    ["a text", "alert"],
    ["a list", []],
    ["an alert without fingerprint", rawAlert({ fingerprint: undefined })],
    ["an alert with an empty fingerprint", rawAlert({ fingerprint: "" })],
    ["an alert without status", rawAlert({ status: undefined })],
    ["an alert in an unknown state", rawAlert({ status: { state: "dormant", silencedBy: [], inhibitedBy: [] } })],
    ["an alert silenced by a number", rawAlert({ status: { state: "suppressed", silencedBy: [1], inhibitedBy: [] } })],
    ["an alert with a label that is no text", rawAlert({ labels: { alertname: "A", count: 3 } })],
    ["an alert with labels in a list", rawAlert({ labels: ["a"] })],
    ["an alert without annotations", rawAlert({ annotations: null })],
    ["an alert that starts at no time", rawAlert({ startsAt: "yesterday" })],
    ["an alert renewed at a local time", rawAlert({ updatedAt: "2027-01-04T09:00:00" })],
  ])("%s is counted, and the rest is read", (_name, item) => {
    const parsed = parse([rawAlert({ fingerprint: "a" }), item, rawAlert({ fingerprint: "b" })]);
    expect([[...parsed.alerts.keys()], parsed.unparsed]).toEqual([["a", "b"], 1]);
  });

  test("never throws, and each item is either read or counted", () => {
    const field = fc.oneof(fc.jsonValue(), fc.constantFrom("active", "suppressed", "2027-01-04T09:00:00Z"));
    const nearAlert = fc.record(
      {
        fingerprint: fc.oneof(fc.uuid(), field),
        startsAt: field,
        updatedAt: field,
        status: field,
        labels: field,
        annotations: field,
        generatorURL: field,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.jsonValue(),
            nearAlert,
            nearAlert.map((change) => rawAlert(change)),
          ),
          { maxLength: 20 },
        ),
        (list) => {
          const before = parseAlerts([rawAlert()], "p");
          const parsed = parseAlerts(list, "p", before.ok ? before.value : undefined);
          if (!parsed.ok) throw new Error("a list is an answer");
          expect(parsed.value.alerts.size + parsed.value.unparsed).toBeLessThanOrEqual(list.length);
          expect(parsed.value.unparsed).toBeGreaterThanOrEqual(list.filter((item) => typeof item !== "object").length);
        },
      ),
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseAlerts(value, "p")));
  });
});
