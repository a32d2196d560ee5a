import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromIso } from "../../../../shared/time/instant.ts";
import { parseInbox } from "../../../../electron/providers/inbox/parse.ts";
import { rawAlert } from "../../../support/alerts.ts";

const item = { key: "agg-profit", title: "Ledger is late", severity: "Critical", state: "triggered" };
const parse = (value: unknown) => parseInbox(JSON.stringify(value));

function problems(value: unknown): readonly (readonly [string, string])[] {
  const parsed = parse(value);
  return parsed.ok ? [] : parsed.error.map(({ path, expected }) => [path, expected]);
}

describe("an item", () => {
  test("needs a key, a title, a severity and a state", () => {
    expect(parse(item)).toEqual({ ok: true, value: [{ ...item, severity: "critical", labels: {}, links: [] }] });
    expect(problems({})).toEqual([
      ["key", "a value"],
      ["title", "a value"],
      ["severity", "a value"],
      ["state", "a value"],
    ]);
  });

  test("may name its service, labels, links and runbook", () => {
    const whole = {
      ...item,
      severity: "major",
      service: "agg-profit",
      labels: { pipeline: "agg_profit" },
      links: [{ title: "Run", url: "https://airflow.example.com/run/1" }],
      runbook: "runbooks/agg-profit.md",
    };
    expect(parse(whole)).toEqual({ ok: true, value: [whole] });
  });

  test("may come in a list", () => {
    const parsed = parse([item, { ...item, key: "b", state: "resolved" }]);
    expect(parsed.ok && parsed.value.map(({ key, state }) => [key, state])).toEqual([
      ["agg-profit", "triggered"],
      ["b", "resolved"],
    ]);
  });

  test("keeps its texts as they came, however hostile", () => {
    const hostile = "<img src=x onerror=alert(1)>\u202e--help\u0000";
    const parsed = parse({ ...item, title: hostile, labels: { x: "y".repeat(100_000) } });
    expect(parsed).toMatchObject({ ok: true, value: [{ title: hostile, labels: { x: "y".repeat(100_000) } }] });
  });

  test("keeps labels that are named like parts of an object, and lets them change nothing", () => {
    const parsed = parseInbox(
      '{"key":"k","title":"t","severity":"minor","state":"triggered","labels":{"__proto__":"p","constructor":"c"}}',
    );
    expect(parsed.ok && Object.entries(parsed.value[0]?.labels ?? {})).toEqual([
      ["__proto__", "p"],
      ["constructor", "c"],
    ]);
    expect(Object.hasOwn(Object.prototype, "p")).toBe(false);
  });
});

describe("what is wrong is named with its place", () => {
  test.each([
    [[item, { ...item, key: 7 }], [["[1].key", "text of 1 to 1024 characters"]]],
    [{ ...item, title: "  " }, [["title", "text of 1 to 131072 characters"]]],
    [{ ...item, state: "firing" }, [["state", '"triggered" or "resolved"']]],
    [{ ...item, labels: ["a"] }, [["labels", "a mapping of names to values"]]],
    [
      { ...item, labels: { team: { a: 1 } } },
      [["labels.team", "text of at most 131072 characters under a name of at most 256"]],
    ],
    [{ ...item, links: [{ title: "x", url: "javascript:alert(1)" }] }, [["links[0].url", "an http or https address"]]],
    [{ ...item, runbook: "javascript:alert(1)" }, [["runbook", "an http or https address, or the path of a runbook"]]],
    [
      { ...item, titel: "x" },
      [["titel", 'one of "key", "title", "severity", "service", "state", "labels", "links", "runbook"']],
    ],
    [[], [["", "a list of 1 to 1000 items"]]],
    [Array.from({ length: 1_001 }, () => item), [["", "a list of 1 to 1000 items"]]],
    [
      { ...item, labels: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`l${index}`, ""])) },
      [["labels", "at most 100 labels"]],
    ],
    [null, [["", "a mapping of names to values"]]],
    [3, [["", "a mapping of names to values"]]],
    ["text", [["", "a mapping of names to values"]]],
  ])("%#", (value, expected) => {
    expect(problems(value)).toEqual(expected);
  });

  test("for what is no JSON", () => {
    expect(parseInbox("key=agg")).toEqual({
      ok: false,
      error: [{ path: "", found: "text that is not JSON", expected: "an item, or a list of items" }],
    });
  });

  test("for no more than twenty places", () => {
    expect(problems(Array.from({ length: 100 }, () => ({})))).toHaveLength(20);
  });
});

describe("Alertmanager's webhook", () => {
  const alert = (change: object = {}) => ({
    ...rawAlert({ fingerprint: "f1" }),
    status: "firing",
    endsAt: "0001-01-01T00:00:00Z",
    ...change,
  });
  const body = (...alerts: readonly object[]) => ({
    version: "4",
    groupKey: "{}",
    truncatedAlerts: 0,
    status: "firing",
    receiver: "baton",
    alerts,
  });

  test("becomes one item per alert", () => {
    expect(
      parse(
        body(
          alert(),
          alert({
            fingerprint: "f2",
            status: "resolved",
            annotations: { runbook_url: "https://runbooks.example.com/late" },
          }),
        ),
      ),
    ).toEqual({
      ok: true,
      value: [
        {
          key: "f1",
          state: "triggered",
          title: "Ledger is late",
          severity: "page",
          labels: { alertname: "LedgerLate", severity: "Page" },
          links: [{ title: "Source", url: "http://prometheus.example.com/graph?g0.expr=late" }],
          startedAt: fromIso("2027-01-04T09:00:00.000Z"),
        },
        {
          key: "f2",
          state: "resolved",
          title: "LedgerLate",
          severity: "page",
          labels: { alertname: "LedgerLate", severity: "Page" },
          links: [{ title: "Source", url: "http://prometheus.example.com/graph?g0.expr=late" }],
          runbook: "https://runbooks.example.com/late",
          startedAt: fromIso("2027-01-04T09:00:00.000Z"),
        },
      ],
    });
  });

  test("of another version, or broken, is refused with the place", () => {
    expect(problems({ ...body(alert()), version: "3" })).toEqual([["version", '"4"']]);
    expect(problems(body(alert(), alert({ startsAt: "now", labels: { a: 1 } })))).toEqual([
      ["alerts[1].labels.a", "text of at most 131072 characters under a name of at most 256"],
      ["alerts[1].startsAt", "an RFC 3339 instant with its offset"],
    ]);
  });
});

test("no text makes the parser throw, and what it takes has all that an item needs", () => {
  const words = fc.constantFrom("triggered", "resolved", "4", "firing", "2027-01-04T09:00:00Z");
  const field = fc.oneof(fc.jsonValue(), words);
  const nearItem = fc.record(
    {
      key: field,
      title: field,
      severity: field,
      state: field,
      labels: field,
      links: field,
      alerts: field,
      version: field,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.array(nearItem).map((list) => JSON.stringify(list)),
        nearItem.map((near) => JSON.stringify(near)),
      ),
      (text) => {
        const parsed = parseInbox(text);
        if (!parsed.ok) {
          expect(parsed.error).not.toEqual([]);
          return;
        }
        for (const taken of parsed.value) {
          expect(taken.key.length * taken.title.length).toBeGreaterThan(0);
          expect(Object.values(taken.labels).every((label) => typeof label === "string")).toBe(true);
        }
      },
    ),
  );
});
