import { expect, test } from "vitest";
import { publicHolidays } from "../../../../electron/node/calendar/public-holidays.ts";
import { publicHolidaysAttribution } from "../../../../shared/calendar/public-holidays.ts";
import { holidayRegions } from "../../../../shared/team/holiday-regions.ts";
import { err } from "../../../../shared/result.ts";

const dates = async (regions: readonly string[], year = 2027): Promise<readonly string[]> => {
  const found = await publicHolidays({ regions, from: year, to: year });
  if (!found.ok) throw new Error(found.error.region);
  return found.value.map(({ date }) => date);
};

test("003-3 a country's public holidays come with their names", async () => {
  const found = await publicHolidays({ regions: ["DK"], from: 2027, to: 2028 });
  expect(found).toMatchObject({ ok: true });
  expect(found.ok && found.value).toEqual(
    expect.arrayContaining([
      { date: "2027-01-01", name: "New Year's Day" },
      { date: "2027-03-26", name: "Good Friday" },
      { date: "2027-12-25", name: "Christmas Day" },
      { date: "2028-04-14", name: "Good Friday" },
    ]),
  );
});

test("a part of a country has more of them, and several regions have all of theirs, each date once", async () => {
  expect(await dates(["DE-BY"])).toContain("2027-01-06");
  expect(await dates(["DE"])).not.toContain("2027-01-06");
  expect(await dates(["us-la-no"])).toContain("2027-02-09");
  const both = await dates(["DK", "US"]);
  expect(both).toEqual([...new Set(both)].toSorted());
  expect(both).toEqual(expect.arrayContaining(["2027-07-04", "2027-05-06"]));
});

test("a holiday of several days is all of them, also one that begins at sunset", async () => {
  expect(await dates(["TR"])).toEqual(
    expect.arrayContaining(["2027-03-09", "2027-03-10", "2027-03-11", "2027-05-16", "2027-05-17", "2027-05-18"]),
  );
});

test("a region that nobody knows is named, not taken for one without holidays", async () => {
  for (const region of ["XX", "DE-ZZ", "US-LA-XX", "US-LA-NO-X", ""]) {
    expect(await publicHolidays({ regions: ["DK", region], from: 2027, to: 2027 })).toEqual(
      err({ kind: "unknown-region", region }),
    );
  }
});

test("the regions that team files may name are those that the data has", async () => {
  const { default: Holidays } = await import("date-holidays");
  const lists = new Holidays();
  const keys = (list: object | undefined): readonly string[] => Object.keys(list ?? {});
  const known = keys(lists.getCountries()).flatMap((country) => [
    country,
    ...keys(lists.getStates(country)).flatMap((state) => [
      `${country}-${state}`,
      ...keys(lists.getRegions(country, state)).map((region) => `${country}-${state}-${region}`),
    ]),
  ]);
  expect([...holidayRegions].toSorted()).toEqual(known.map((region) => region.toUpperCase()).toSorted());
  expect(await publicHolidays({ regions: ["CK-AITUTAKI"], from: 2027, to: 2027 })).toMatchObject({ ok: true });
});

test("what the licence of the data asks to be said is there to be shown", () => {
  expect(publicHolidaysAttribution.text).toMatch(/date-holidays.*CC BY-SA 3\.0/);
});
