import { expect, test } from "vitest";
import { teamJsonSchema } from "../../../shared/team/json-schema.ts";
import { isMapping, valueAt } from "../../../shared/team-file/team-document.ts";
import { teamEntries } from "../../../shared/team/team-schema.ts";

const schema = teamJsonSchema();

test("every key of the file is in the schema, and what must be there is required", () => {
  expect(Object.keys(valueAt(schema, ["properties"]) ?? {})).toEqual(Object.keys(teamEntries));
  expect(valueAt(schema, ["required"])).toEqual(["baton", "team", "people"]);
  expect(valueAt(schema, ["title"])).toBe("Baton team file");
});

test("no mapping of known keys takes others", () => {
  const closed: string[] = [];
  const open: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (isMapping(value) && isMapping(value["properties"]) && value["type"] === "object") {
      (value["additionalProperties"] === false ? closed : open).push(path);
    }
    for (const [key, item] of Object.entries(value)) visit(item, `${path}/${key}`);
  };
  visit(schema, "");
  expect(open).toEqual([]);
  expect(closed.length).toBeGreaterThan(20);
});

test("words are listed and forms are given, so that an editor can complete them", () => {
  const kinds = valueAt(schema, ["properties", "sources", "items", "oneOf"]);
  expect(valueAt(kinds, [0, "properties", "kind", "enum"])).toEqual(["alertmanager"]);
  expect(valueAt(kinds, [0, "properties", "auth", "properties", "bearer", "pattern"])).toMatch(/^\^secret:/);
  expect(valueAt(kinds, [1, "properties", "kind", "enum"])).toEqual(["inbox"]);
  expect(valueAt(kinds, [1, "properties", "auth"])).toBeUndefined();
});
