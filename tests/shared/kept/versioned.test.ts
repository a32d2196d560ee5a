import * as v from "valibot";
import { expect, it } from "vitest";
import { first, since } from "../../../shared/kept/versioned.ts";
import { err, ok } from "../../../shared/result.ts";

const named = first(v.object({ name: v.string() }));
const renamed = since(named, v.object({ title: v.string() }), ({ name }) => ({ title: name }));
const counted = since(renamed, v.object({ title: v.string(), count: v.number() }), (old) => ({ ...old, count: 0 }));

it("a record of any version becomes one of the present version, step by step", () => {
  expect(counted.version).toBe(3);
  expect(counted.read(1, { name: "a" })).toEqual(ok({ title: "a", count: 0 }));
  expect(counted.read(2, { title: "b" })).toEqual(ok({ title: "b", count: 0 }));
  expect(counted.read(3, { title: "c", count: 1 })).toEqual(ok({ title: "c", count: 1 }));
});

it("a record is held to the shape of its own version, and one of a newer Baton is not guessed at", () => {
  expect(counted.read(1, { title: "b" })).toEqual(err("another-shape"));
  expect(counted.read(3, { name: "a" })).toEqual(err("another-shape"));
  for (const version of [0, -1, 4, 1.5]) expect(counted.read(version, { title: "c", count: 1 })).toEqual(err("newer"));
});
