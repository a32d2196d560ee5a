import { toJsonSchema } from "@valibot/to-json-schema";
import { teamFileSchema } from "./team-schema.ts";

/** JSON Schema (draft-07) of team.yaml, for editors. It knows the shape; ids, dates and zones are checked by `baton check`. */
export function teamJsonSchema(): object {
  return toJsonSchema(teamFileSchema, {
    // The last schema of each pipe is the mapping itself; the one before it only refuses lists.
    typeMode: "output",
    // Unknown keys are refused by an action that has no counterpart there; the override says the same.
    ignoreActions: ["raw_check"],
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === "loose_object" ? { ...jsonSchema, additionalProperties: false } : undefined,
  });
}
