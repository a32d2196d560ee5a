import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Labels, Sighting } from "../../../../shared/incident/alert.ts";
import { fromIso, instant } from "../../../../shared/time/instant.ts";
import {
  acknowledges,
  describeSilence,
  markedComment,
  matchersFor,
  parseSilence,
  type Matcher,
  type Silence,
} from "../../../../electron/providers/alertmanager/silence.ts";

const equal = (name: string, value: string): Matcher => ({ name, value, isRegex: false, isEqual: true });

function silence(change: Partial<Silence> = {}): Silence {
  return {
    id: "s1",
    author: "Alice",
    comment: markedComment("On it"),
    from: fromIso("2027-01-04T09:00:00.000Z")!,
    until: fromIso("2027-01-04T10:00:00.000Z")!,
    state: "active",
    matchers: [equal("alertname", "LedgerLate")],
    ...change,
  };
}

const alert = (labels: Labels, ids: readonly string[] = ["s1"]): Sighting => ({
  alert: { key: "k", title: "Ledger is late", severity: "page", labels, links: [], startedAt: instant(0) },
  seenAt: instant(0),
  seenBy: ["a"],
  suppression: { by: "silence", ids },
});

const late = { alertname: "LedgerLate" };

describe("a silence acknowledges an alert", () => {
  test.each([
    ["with its labels and the mark", silence(), true],
    [
      "with a matcher for a label that must be absent",
      silence({ matchers: [equal("alertname", "LedgerLate"), equal("worker", "")] }),
      true,
    ],
    ["without a comment but the mark", silence({ comment: markedComment("") }), true],
    ["without the mark", silence({ comment: "On it" }), false],
    ["with the mark inside of the comment", silence({ comment: `${markedComment("On it")}, no` }), false],
    ["that holds more alerts", silence({ matchers: [equal("team", "")] }), false],
    ["for another value", silence({ matchers: [equal("alertname", "Other")] }), false],
    ["by a pattern", silence({ matchers: [{ ...equal("alertname", "LedgerLate"), isRegex: true }] }), false],
    ["by the opposite", silence({ matchers: [{ ...equal("alertname", "LedgerLate"), isEqual: false }] }), false],
  ])("%s: %#", (_name, candidate, expected) => {
    expect(acknowledges(candidate, late)).toBe(expected);
  });

  test("made with the matchers for it, whatever the labels and the neighbours are", () => {
    const label = fc.stringMatching(/^[a-c]$/);
    const labels = fc.dictionary(label, fc.stringMatching(/^[xy]$/), { minKeys: 1 });
    fc.assert(
      fc.property(labels, fc.array(labels), (own, others) => {
        const neighbours = others.map((other) => alert(other));
        const made = silence({ matchers: matchersFor(own, neighbours) });
        expect(acknowledges(made, own)).toBe(true);
        for (const other of others) {
          const held = made.matchers.every(({ name, value }) => (other[name] ?? "") === value);
          const same =
            Object.keys(other).length === Object.keys(own).length &&
            Object.entries(own).every(([name, value]) => other[name] === value);
          expect(held).toBe(same);
        }
      }),
    );
  });
});

describe("a silenced alert", () => {
  const known =
    (...silences: readonly Silence[]) =>
    (id: string): Silence | undefined =>
      silences.find((candidate) => candidate.id === id);

  test("is acknowledged by the silence that ends last of those that acknowledge it", () => {
    const described = describeSilence(
      alert(late, ["s1", "s2", "s3"]),
      known(
        silence(),
        silence({ id: "s2", author: "Bob", until: fromIso("2027-01-04T11:00:00.000Z")! }),
        silence({ id: "s3", comment: "maintenance", until: fromIso("2027-01-05T00:00:00.000Z")! }),
      ),
    );
    expect(described.acknowledgement).toEqual({ by: "Bob", handle: "s2", until: fromIso("2027-01-04T11:00:00.000Z") });
    expect(described).not.toHaveProperty("suppression");
  });

  test("says who silenced it and until when", () => {
    const described = describeSilence(alert(late), known(silence({ comment: "maintenance" })));
    expect(described.suppression).toEqual({
      by: "silence",
      ids: ["s1"],
      author: "Alice",
      comment: "maintenance",
      until: fromIso("2027-01-04T10:00:00.000Z"),
    });
  });

  test("is the same object where nothing is known of the silence", () => {
    const silenced = alert(late);
    expect(describeSilence(silenced, known())).toBe(silenced);
  });
});

describe("a silence of Alertmanager", () => {
  const raw = {
    id: "s1",
    status: { state: "active" },
    updatedAt: "2027-01-04T09:00:00.000Z",
    comment: "maintenance",
    createdBy: "Alice",
    endsAt: "2027-01-04T10:00:00.000Z",
    startsAt: "2027-01-04T09:00:00.000Z",
    matchers: [{ isRegex: false, name: "alertname", value: "LedgerLate" }],
  };

  test("is read, and a matcher that does not say so is no negative one", () => {
    expect(parseSilence(raw)).toEqual(silence({ comment: "maintenance" }));
  });

  test("that is none is refused, and nothing throws", () => {
    for (const change of [
      { id: 1 },
      { status: null },
      { status: { state: "odd" } },
      { endsAt: "soon" },
      { matchers: {} },
      { matchers: [null] },
      { createdBy: null },
    ]) {
      expect(parseSilence({ ...raw, ...change })).toBeUndefined();
    }
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseSilence(value)));
  });
});
