import * as v from "valibot";
import { expect, test } from "vitest";
import { snapshotSchema } from "../../shared/app/snapshot-shape.ts";
import { states, type StateName } from "./states.ts";

/*
 * The states in which the screen is looked at are states that the core can be in: each story ends when it should, and what it tells fits
 * the contract.
 */

test.each(Object.keys(states) as StateName[])("%s is a state that a host can tell of", async (name) => {
  const { at, open } = states[name];
  const stage = await open(at);
  expect(stage.clock.now()).toBe(at);
  expect(v.safeParse(snapshotSchema, JSON.parse(JSON.stringify(stage.app.snapshot()))).issues).toBeUndefined();
  await stage.close();
});
