import { checkId } from "../team-file/known-ids.ts";
import type { Item, Reading } from "../team-file/reading.ts";
import type { Review } from "../team-file/review.ts";
import { roles, type Group, type PersonId, type Target } from "./team.ts";
import { valueAt } from "../team-file/team-document.ts";
import { foundText } from "../team-file/team-problem.ts";

/** Reads `primary`, `person:ID`, `group:ID` or `lead:ID`; `undefined` once a problem is reported. */
export function readTarget(reading: Reading, item: Item<string>, groups: readonly Group[]): Target | undefined {
  const { review, wants } = reading;
  const role = roles.find((word) => word === item.value);
  if (role) return { kind: "role", role };
  const [prefix, id] = split(item.value);
  if (prefix === "person") {
    return checkId(review, item.path, { id, wanted: wants.person }) ? { kind: "person", person: id } : undefined;
  }
  if (prefix === "group") {
    return checkId(review, item.path, { id, wanted: wants.group }) ? { kind: "group", group: id } : undefined;
  }
  if (prefix === "lead") return leadOf(reading, item, groups) === undefined ? undefined : { kind: "lead", group: id };
  reportTarget(reading, item);
  return undefined;
}

/** The lead of `lead:GROUP`; `undefined` once a problem is reported. */
export function leadOf({ review, wants }: Reading, item: Item<string>, groups: readonly Group[]): PersonId | undefined {
  const [, id] = split(item.value);
  if (!checkId(review, item.path, { id, wanted: wants.group })) return undefined;
  const group = groups.find((each) => each.id === id);
  if (group && group.lead === undefined && !writtenLeads(review).has(id)) {
    review.problem(item.path, { kind: "missing", found: foundText(item.value), expected: "a group with a lead" });
  }
  return group?.lead;
}

/** Groups with a lead in the file, right or wrong. */
function writtenLeads({ document }: Review): ReadonlySet<unknown> {
  const groups = valueAt(document.value, ["groups"]);
  const led = (Array.isArray(groups) ? groups : []).filter((group: unknown) => valueAt(group, ["lead"]) !== undefined);
  return new Set(led.map((group: unknown) => valueAt(group, ["id"])));
}

const split = (text: string): readonly [string, string] => {
  const colon = text.indexOf(":");
  return colon < 0 ? ["", text] : [text.slice(0, colon), text.slice(colon + 1)];
};

function reportTarget({ review, known }: Reading, { value, path }: Item<string>): void {
  const targets = new Set<string>([
    ...roles,
    ...[...known.people].map((id) => `person:${id}`),
    ...[...known.groups].map((id) => `group:${id}`),
  ]);
  const bare = known.people.has(value) ? `person:${value}` : known.groups.has(value) ? `group:${value}` : undefined;
  const what = "primary, secondary, backup, person:ID, group:ID or lead:ID of a group";
  if (bare === undefined) checkId(review, path, { id: value, wanted: { ids: [targets], what } });
  else review.problem(path, { kind: "unknown-id", found: foundText(value), expected: what, nearest: bare });
}
