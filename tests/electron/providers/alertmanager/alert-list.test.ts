import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAlertList, type AlertList } from "../../../../electron/providers/alertmanager/alert-list.ts";
import { parseAlerts } from "../../../../electron/providers/alertmanager/parse.ts";
import { parseJson } from "../../../../electron/providers/reach/json.ts";
import { manyRawAlerts, rawAlert } from "../../../support/alerts.ts";

const bytesOf = (list: unknown, indent?: number): Buffer => Buffer.from(JSON.stringify(list, undefined, indent));

function read(bytes: Buffer, before?: AlertList): AlertList {
  const list = readAlertList(bytes, "am", before);
  if (!list.ok) throw new Error(JSON.stringify(list.error));
  return list.value;
}

/** What the list comes to where it is made into values as a whole. */
function whole(bytes: Buffer, before?: AlertList): unknown {
  const list = parseJson(bytes);
  return list.ok ? parseAlerts(list.value, "am", before?.alerts) : list;
}

const seen = (list: AlertList, fingerprint: string) => list.alerts.alerts.get(fingerprint);

/** An alert as a server may send it; what else it says is by chance, and a name that looks like that of its renewal is among it. */
const anyAlert = fc
  .record({
    fingerprint: fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8"),
    minute: fc.integer({ min: 0, max: 3 }),
    summary: fc.constantFrom("late", 'said "updatedAt":"2027" {[', "ø\u2028💥"),
    named: fc.boolean(),
    silenced: fc.boolean(),
    broken: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ fingerprint, minute, summary, named, silenced, broken }) =>
    rawAlert({
      fingerprint: broken === 0 ? 7 : fingerprint,
      updatedAt: `2027-01-04T09:0${minute}:00.000Z`,
      annotations: { summary, ...(named && { updatedAt: "2027-01-04T09:00:00.000Z" }) },
      status: { state: silenced ? "suppressed" : "active", silencedBy: silenced ? ["s"] : [], inhibitedBy: [] },
    }),
  );
const anyBody = fc
  .record({ alerts: fc.array(anyAlert, { maxLength: 12 }), indent: fc.constantFrom(0, 0, 0, 1) })
  .map(({ alerts, indent }) => bytesOf(alerts, indent));

describe("a list of alerts, read beside the one before", () => {
  test("says what it says as a whole, whatever was there before", () => {
    fc.assert(
      fc.property(fc.array(anyBody, { minLength: 1, maxLength: 6 }), (bodies) => {
        bodies.reduce<AlertList | undefined>((before, body) => {
          const list = read(body, before);
          expect({ ok: true, value: list.alerts }).toEqual(whole(body, before));
          return list;
        }, undefined);
      }),
      { numRuns: 300 },
    );
  });

  test("fails as it fails as a whole, wherever its bytes are cut off or others", () => {
    const places = fc.record({ at: fc.nat(), to: fc.nat(255), cut: fc.boolean() });
    fc.assert(
      fc.property(anyBody, anyBody, places, (first, second, { at, to, cut }) => {
        const before = read(first);
        const place = at % second.length;
        const body = cut ? second.subarray(0, place) : Buffer.from(second);
        if (!cut) body[place] = to;
        const list = readAlertList(body, "am", before);
        expect(list.ok ? { ok: true, value: list.value.alerts } : list).toEqual(whole(body, before));
      }),
      { numRuns: 1_000 },
    );
  });

  test("keeps what is the same bytes, and all but the moment of what was only sent again", () => {
    const first = read(bytesOf(manyRawAlerts(30)));
    const now = manyRawAlerts(30).map((alert, index) => (index % 3 === 0 ? manyRawAlerts(30, 1)[index] : alert));
    const changed = [...now.slice(4, 20), rawAlert({ fingerprint: "new" }), ...now.slice(20)];
    const list = read(bytesOf(changed), first);
    expect(list.items).toHaveLength(27);
    for (const [index, { fingerprint }] of manyRawAlerts(30).entries()) {
      const [was, is] = [seen(first, String(fingerprint)), seen(list, String(fingerprint))];
      if (index < 4) expect(is).toBeUndefined();
      else if (index % 3 === 0) expect([is?.alert, is?.seenAt]).toEqual([was?.alert, (was?.seenAt ?? 0) + 60_000]);
      else expect(is).toBe(was);
      if (index >= 4) expect(is?.alert).toBe(was?.alert);
    }
  });

  test("finds its way back where so many are gone, or in another order", () => {
    const alerts = manyRawAlerts(400);
    const first = read(bytesOf(alerts));
    for (const others of [alerts.slice(150), alerts.toReversed(), [...alerts.slice(200), ...alerts.slice(0, 200)]]) {
      const list = read(bytesOf(others), first);
      for (const { fingerprint } of others) {
        expect(seen(list, String(fingerprint))).toBe(seen(first, String(fingerprint)));
      }
    }
  });

  test("an annotation that is named like the moment of renewal is no moment of renewal", () => {
    const at = (updatedAt: string, annotation: string) =>
      bytesOf([rawAlert({ updatedAt, annotations: { summary: "S", updatedAt: annotation } })]);
    const [nine, ten] = ["2027-01-04T09:00:00.000Z", "2027-01-04T10:00:00.000Z"];
    const first = read(at(nine, nine));
    const fingerprint = "f2f95d02269594eb";
    expect(seen(read(at(nine, ten), first), fingerprint)?.seenAt).toBe(Date.parse(nine));
    expect(seen(read(at(ten, nine), first), fingerprint)?.seenAt).toBe(Date.parse(ten));
  });
});
