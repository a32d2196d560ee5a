import { describe, expect, it } from "vitest";
import { helpersOf } from "../../../shared/schedule/team-helpers.ts";
import { instant } from "../../../shared/time/instant.ts";
import { person, team } from "../../support/team-builder.ts";

const monday = instant(Date.UTC(2027, 0, 4, 12));

describe("who can be asked", () => {
  it("002-8 is everybody else: who is on call first, then who is not, and who is away last", () => {
    const asked = team({
      people: [
        person("dana", { away: [{ from: "2027-01-04", to: "2027-01-05" }] }),
        person("erin", { email: "erin@example.com", timezone: "America/New_York" }),
        person("charlie"),
        person("alice"),
        person("bob", { phone: "+4520000002", slack: "U02" }),
      ],
    });
    const helpers = helpersOf(asked, "bob", monday);
    expect(helpers.map(({ id, duty, away }) => [id, duty?.role, away])).toEqual([
      ["alice", "primary", false],
      ["charlie", "backup", false],
      ["erin", undefined, false],
      ["dana", "backup", true],
    ]);
    expect(helpers[2]).toEqual({
      id: "erin",
      name: "Erin",
      zone: "America/New_York",
      away: false,
      email: "erin@example.com",
    });
  });
});
