import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptThings } from "../../../shared/kept/kept-things.ts";
import { ok } from "../../../shared/result.ts";
import { anyOf } from "../../support/any-of-schema.ts";
import type { Lived } from "../../support/busy-noon.ts";

const rows = Object.entries(keptThings);
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe("everything that is kept", () => {
  it.each(rows)("%s comes back from JSON as it was put", (_name, { record }) => {
    fc.assert(
      fc.property(anyOf(record.schema), (value) => {
        expect(record.read(record.version, throughJson(value))).toEqual(ok(value));
      }),
      { numRuns: 60 },
    );
  });

  it.each(rows)("%s that a newer Baton wrote is not guessed at", (_name, { record }) => {
    fc.assert(
      fc.property(anyOf(record.schema), fc.integer({ min: record.version + 1 }), (value, version) => {
        expect(record.read(version, throughJson(value))).toEqual({ ok: false, error: "newer" });
      }),
      { numRuns: 5 },
    );
  });

  it.each(rows)("%s lies in its own place under its own name", (name, thing) => {
    expect(thing.name).toBe(name);
    const places = rows.map(([, { collection, id = "*" }]) => `${collection} ${id}`);
    expect(places.filter((place) => place === `${thing.collection} ${thing.id ?? "*"}`)).toHaveLength(1);
  });

  it.each(rows)("%s is read in the words of its first version, by what that version wrote", (_name, thing) => {
    const firsts = fixtures().filter(
      ({ collection, id, version }) =>
        version === 1 && collection === thing.collection && (thing.id === undefined || thing.id === id),
    );
    expect(firsts.length).toBeGreaterThan(0);
    for (const { body } of firsts) expect(thing.record.read(1, body)).toMatchObject({ ok: true });
  });
});

/** What was put into the stores that earlier versions wrote; all that has no number is of the first version. */
function fixtures(): readonly Lived["records"][number][] {
  const folder = join(import.meta.dirname, "../../fixtures");
  return readdirSync(folder)
    .filter((name) => name.startsWith("store-"))
    .flatMap((name) => {
      const { records } = JSON.parse(readFileSync(join(folder, name, "put-in.json"), "utf8")) as Lived;
      return records.map((record) => ({ ...{ version: 1 }, ...record }));
    });
}
