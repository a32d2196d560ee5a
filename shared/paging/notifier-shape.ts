import * as v from "valibot";

const text = v.string();
const optional = v.exactOptional;

/** What shows notifications here, and whether it does. */
export const notifierViewSchema = v.object({
  adapter: text,
  working: v.boolean(),
  reason: optional(text),
  buttons: v.boolean(),
  server: optional(text),
});
