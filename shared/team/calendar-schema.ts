import * as v from "valibot";
import { calendars } from "../providers/calendars.ts";
import { variantOf } from "../team-file/shape.ts";
import { formats, text } from "../team-file/text-format.ts";

const about = v.description;
const optional = v.exactOptional;

/** A calendar of team.yaml: what every calendar has, and what its kind has besides. */
export const calendarSchema = variantOf(
  {
    id: text(formats.id),
    name: optional(text(formats.name)),
    poll: optional(
      v.pipe(text(formats.duration), about("Time between two readings, 1m at least; default 15m, of files 1m")),
    ),
    use: v.picklist(["holidays", "shifts", "away"]),
    schedule: optional(
      v.pipe(v.string(), about("Id of the schedule that it is for; holidays without one are for all")),
    ),
    person: optional(v.pipe(v.string(), about("Id of the person whose absences these are"))),
  },
  calendars,
);

export type CalendarFile = v.InferOutput<typeof calendarSchema>;
