import { expect, test } from "vitest";
import { changeOf, formFor, type Stretch } from "../../../renderer/store/change-form.ts";
import { changeable } from "../../../renderer/schedule/changeable.ts";
import { lanesOf, type Content } from "../../../renderer/schedule/lanes.ts";
import { at } from "../../support/scenario.ts";
import { easter, fromCalendar } from "../../page/schedule-teams.ts";
import { viewOf } from "../../page/schedule-views.ts";

const thisHour = at("2027-03-17T09:00:00Z");
const march = ["2027-03-01", "2027-04-01"] as const;

/** What of the first lane's blocks can still be changed. */
const changeableIn = (of: typeof easter) => contents(of).map((content) => changeable(content, "weekly", thisHour));

const contents = (of: typeof easter): readonly Content[] =>
  lanesOf(viewOf(of, "weekly", march), { by: "roles", standby: false })[0]?.blocks.map(({ content }) => content) ?? [];

test("a shift under way is changed from this hour on, a later one as a whole, and one that is over not at all", () => {
  expect(changeableIn(fromCalendar)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    { schedule: "weekly", role: "primary", person: "charlie", from: thisHour, to: at("2027-03-22T08:00:00Z") },
    { schedule: "weekly", role: "primary", from: at("2027-03-22T08:00:00Z"), to: at("2027-03-24T08:00:00Z") },
    {
      schedule: "weekly",
      role: "primary",
      person: "dana",
      from: at("2027-03-24T08:00:00Z"),
      to: at("2027-03-31T07:00:00Z"),
    },
    { schedule: "weekly", role: "primary", from: at("2027-03-31T07:00:00Z"), to: at("2027-03-31T22:00:00Z") },
  ]);
});

test("a shift that its person cannot serve comes with who could", () => {
  const found = changeableIn(easter).find((stretch) => stretch?.person === "charlie");
  expect(found?.substitute).toBe("alice");
});

test("those who stand by cannot be changed", () => {
  const standby = lanesOf(viewOf(easter, "weekly", march), { by: "roles", standby: false })[2]?.blocks ?? [];
  expect(new Set(standby.map(({ content }) => changeable(content, "weekly", thisHour)))).toEqual(new Set([undefined]));
});

test("the dialog's fields hold the stretch in the schedule's time, and whom each kind of change is about", () => {
  const stretch: Stretch = {
    ...{ schedule: "weekly", role: "primary", person: "charlie", substitute: "alice" },
    ...{ from: at("2027-03-27T12:00:00Z"), to: at("2027-03-28T12:00:00Z") },
  };
  const times = { role: "primary", from: "2027-03-27T13:00", to: "2027-03-28T14:00" };
  const override = formFor(stretch, "override", "Europe/Copenhagen");
  expect(changeOf(override, "bob")).toEqual({ kind: "override", override: { ...times, person: "alice" } });
  const swap = { ...formFor(stretch, "swap", "Europe/Copenhagen"), other: "dana" };
  expect(changeOf(swap, "bob")).toEqual({ kind: "swap", swap: { ...times, a: "charlie", b: "dana" } });
  const take = formFor(stretch, "take", "Europe/Copenhagen");
  expect(changeOf(take, "bob")).toEqual({ kind: "override", override: { ...times, person: "bob" } });
});
