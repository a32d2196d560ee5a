import fc from "fast-check";
import { expect, test } from "vitest";
import { alertSchema, sameOrNew, type Alert } from "../../../shared/incident/alert.ts";
import { anyOf } from "../../support/any-of-schema.ts";

const anyAlert = anyOf(alertSchema) as fc.Arbitrary<Alert>;
const copied = (alert: Alert): Alert => JSON.parse(JSON.stringify(alert)) as Alert;
const inOrder = (alert: Alert): string => JSON.stringify(alert, (_name, value: unknown) => sorted(value));
const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    : value;

test("an alert that says the same is the very object of before, whichever of its fields there are", () => {
  fc.assert(
    fc.property(anyAlert, (alert) => {
      expect(sameOrNew(alert, copied(alert))).toBe(alert);
    }),
  );
});

test("an alert of which anything is another is the new one", () => {
  fc.assert(
    fc.property(anyAlert, anyAlert, fc.constantFrom(...Object.keys(alertSchema.entries)), (alert, other, field) => {
      const changed: Alert = { ...alert, ...{ [field]: Object.entries(other).find(([name]) => name === field)?.[1] } };
      const wanted = inOrder(copied(changed)) === inOrder(copied(alert)) ? alert : changed;
      expect(sameOrNew(alert, copied(changed))).toEqual(copied(wanted));
      if (wanted === changed) expect(sameOrNew(alert, changed)).toBe(changed);
    }),
  );
});
