import { expect, it } from "vitest";
import { changesBetween, restore } from "../../../electron/core/persistence.ts";
import { minute } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { noon, Scenario } from "../../support/scenario.ts";

it("what was told of a source among others is kept, and taken up again", () => {
  const { state } = new Scenario();
  const inbox = state.sources.get("inbox");
  if (!inbox) throw new Error("no inbox");
  const told = { ...inbox, toldFreshness: "blind", lastGoodAt: noon } as const;
  const alone = { ...state, sources: new Map([["inbox", told]]) };
  const toldTogetherAt = after(noon, minute);
  const together = { ...state, sources: new Map([["inbox", { ...told, toldTogetherAt }]]) };
  const body = { id: "inbox", toldFreshness: "blind", toldTogetherAt, lastGoodAt: noon };
  const { puts } = changesBetween(alone, together);
  expect(puts).toEqual([{ collection: "source", id: "inbox", body }]);
  expect(restore(puts)).toMatchObject({ unreadable: 0, restored: { sources: [body] } });
  expect(changesBetween(together, together).puts).toEqual([]);
});
