import * as v from "valibot";
import type { Output } from "../wire.ts";

/** What a source lacks to do what it was asked: our right, a plan that has it, or a word that it did it. */
export const lacks = ["forbidden", "plan-limit", "unconfirmed"] as const;
export type Lack = (typeof lacks)[number];

/** Why a source did not do it: in its own words, or by what is lacking; `needs` names a right as the source calls it. */
export const refusalEntries = {
  reason: v.string(),
  lack: v.exactOptional(v.picklist(lacks)),
  needs: v.exactOptional(v.string()),
};
export type SourceRefusal = Output<v.ObjectSchema<typeof refusalEntries, undefined>>;
