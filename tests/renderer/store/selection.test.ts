import { describe, expect, test } from "vitest";
import {
  activate,
  chooseAll,
  chooseNone,
  extendTo,
  follow,
  nothingChosen,
  step,
  toggle,
} from "../../../renderer/store/selection.ts";
import { aRow } from "../../page/seen.ts";

const rows = ["a", "b", "c", "d"].map((id) => aRow({ id }));

describe("selection", () => {
  test("moving begins at the first row and stays within the list", () => {
    const first = step(nothingChosen, rows, 1);
    expect(first.active).toBe("a");
    expect(step(first, rows, -1).active).toBe("a");
    expect(step(first, rows, Number.POSITIVE_INFINITY).active).toBe("d");
    expect(step(nothingChosen, [], 1)).toEqual(nothingChosen);
  });

  test("a range runs from where it began, in both directions", () => {
    const at = activate(nothingChosen, "c");
    expect([...extendTo(at, rows, "b").chosen]).toEqual(["b", "c"]);
    expect([...extendTo(extendTo(at, rows, "b"), rows, "d").chosen].sort()).toEqual(["b", "c", "d"]);
  });

  test("toggling marks and unmarks", () => {
    const marked = toggle(nothingChosen, "b");
    expect(marked).toEqual({ active: "b", anchor: "b", chosen: new Set(["b"]) });
    expect(toggle(marked, "b").chosen).toEqual(new Set());
  });

  test("all and none keep the active row", () => {
    const at = activate(nothingChosen, "c");
    expect(chooseAll(at, rows).chosen.size).toBe(4);
    expect(chooseNone(chooseAll(at, rows))).toEqual(at);
  });

  test("when the active row goes, the row that took its place becomes active, and what is gone is no longer chosen", () => {
    const selection = { active: "b", chosen: new Set(["b", "d"]) };
    expect(follow(selection, rows, [rows[0]!, rows[2]!, rows[3]!])).toEqual({
      active: "c",
      anchor: "c",
      chosen: new Set(["d"]),
    });
    expect(follow({ active: "d", chosen: new Set() }, rows, rows.slice(0, 2)).active).toBe("b");
    expect(follow(selection, rows, []).active).toBeUndefined();
  });
});
