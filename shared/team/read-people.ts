import { checkId } from "../team-file/known-ids.ts";
import { checkSpan, checkZone } from "../team-file/local-value.ts";
import { itemsOf, type Reading } from "../team-file/reading.ts";
import type { Group, Person } from "./team.ts";
import { groupSchema, most, personSchema } from "./team-schema.ts";

/** The people of the file, with the team's zone where they have none of their own. */
export function readPeople({ review, timezone }: Reading): readonly Person[] {
  return itemsOf(review, "people", { schema: personSchema, least: 1, most: most.people }).map(({ value, path }) => {
    if (value.timezone !== undefined) checkZone(review, [...path, "timezone"], value.timezone);
    value.away?.forEach((away, index) => checkSpan(review, [...path, "away", index], away));
    return { ...value, timezone: value.timezone ?? timezone, away: value.away ?? [] };
  });
}

/** The groups of the file; their members and leads are people. */
export function readGroups({ review, wants }: Reading): readonly Group[] {
  return itemsOf(review, "groups", { schema: groupSchema, least: 0, most: most.groups }).map(({ value, path }) => {
    value.members.forEach((id, index) => checkId(review, [...path, "members", index], { id, wanted: wants.person }));
    if (value.lead !== undefined) checkId(review, [...path, "lead"], { id: value.lead, wanted: wants.person });
    return value;
  });
}
