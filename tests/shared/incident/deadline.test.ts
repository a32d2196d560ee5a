import { describe, expect, it } from "vitest";
import { deadlineState } from "../../../shared/incident/deadline.ts";
import { hour } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { noon } from "../../support/scenario.ts";

const deadline = { from: noon, by: after(noon, 4 * hour) };
const at = (later: number) => deadlineState(deadline, after(noon, later));
const met = (later: number) => deadlineState({ ...deadline, metAt: after(noon, later) }, after(noon, 9 * hour));

describe("a deadline", () => {
  it("is at risk when a quarter of the time is left, and breached when its instant is over", () => {
    expect([0, 3 * hour - 1, 3 * hour, 4 * hour - 1, 4 * hour, 4 * hour + 1].map(at)).toEqual([
      "on-track",
      "on-track",
      "at-risk",
      "at-risk",
      "at-risk",
      "breached",
    ]);
  });

  it("is met up to its very instant, and stays breached when it was met later", () => {
    expect([hour, 4 * hour, 4 * hour + 1].map(met)).toEqual(["met", "met", "breached"]);
  });
});
