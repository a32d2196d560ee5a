import { expect, test } from "vitest";
import { findPerson, findService, leadOf, nameOf, peopleOf, servicesOwnedBy } from "../../../shared/team/lookup.ts";
import { goodTeam, smallTeam } from "../../support/team-text.ts";

const { team } = goodTeam(`${smallTeam}services:
  - { id: one, name: One, owners: { primary: charlie } }
  - { id: two, name: Two, owners: { secondary: de } }
`);

test("004-1 an owner may be a person or a group, and one person may be in both", () => {
  expect(peopleOf(team, "charlie")).toEqual(["charlie"]);
  expect(peopleOf(team, "de")).toEqual(["alice", "bob"]);
  expect(servicesOwnedBy(team, "bob").map(({ id }) => id)).toEqual(["two"]);
  expect(servicesOwnedBy(team, "charlie").map(({ id }) => id)).toEqual(["one"]);
});

test("ids that the team does not have find nothing", () => {
  expect(peopleOf(team, "toString")).toEqual([]);
  expect(findPerson(team, "__proto__")).toBeUndefined();
  expect(findService(team, "three")).toBeUndefined();
  expect(leadOf(team, "nobody")).toBeUndefined();
});

test("people and groups are called by their names", () => {
  expect([nameOf(team, "alice"), nameOf(team, "de"), nameOf(team, "gone"), leadOf(team, "de")]).toEqual([
    "Alice",
    "Data Engineering",
    "gone",
    "alice",
  ]);
});
