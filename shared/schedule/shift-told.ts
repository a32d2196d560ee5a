import * as v from "valibot";
import { instantSchema, tableOf, type Output } from "../wire.ts";
import { carriedRoles } from "./stint.ts";

const role = v.picklist(carriedRoles);
const boundarySchema = v.object({ role, at: instantSchema });

/** What I was told of one schedule. The stint that I know of, and the boundaries ahead that I know to be near. */
const shiftToldSchema = v.object({
  begun: v.exactOptional(v.object({ role, from: instantSchema, to: instantSchema })),
  soon: v.exactOptional(boundarySchema),
  ends: v.exactOptional(boundarySchema),
});
export type ShiftTold = Output<typeof shiftToldSchema>;

/** What was told of shifts by their schedules, and to whom: another person or another team begins anew. */
export const shiftsToldSchema = v.object({ of: v.string(), schedules: tableOf(shiftToldSchema) });
export type ShiftsTold = Output<typeof shiftsToldSchema>;
