import * as v from "valibot";

/** A person as a screen needs to know one. */
export const personRefSchema = v.object({ id: v.string(), name: v.string() });
export type PersonRef = v.InferOutput<typeof personRefSchema>;
