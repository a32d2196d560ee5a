import * as v from "valibot";
import { shape, someOf } from "../team-file/shape.ts";
import { weekdays } from "./team.ts";
import { formats, text } from "../team-file/text-format.ts";

/** Wall-time hours of some weekdays: working hours, or one window of a rotation's coverage. */
export const hoursSchema = shape({
  days: v.pipe(someOf(v.picklist(weekdays), 7), v.description("Weekdays, such as [mon, tue, wed, thu, fri]")),
  from: v.pipe(text(formats.localTime), v.description("Wall time at which the hours begin")),
  to: v.pipe(
    text(formats.localTime),
    v.description("Wall time at which they end; at or before `from` means the next day"),
  ),
});
