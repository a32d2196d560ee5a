import * as v from "valibot";
import { listOf, shape, someOf, tableOf } from "./shape.ts";
import { roles } from "./ids.ts";
import { formats, text } from "./text-format.ts";

const about = v.description;
const optional = v.exactOptional;
const glob = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const role = v.picklist(roles);

/** All but PagerDuty are iCalendar feeds; the names are those under which people look for them. */
export const feedKinds = ["ics", "google", "outlook", "caldav"] as const;

const ruleSchema = shape({
  title: optional(v.pipe(glob, about("Glob of the event's title (* and ?), in any case"))),
  attendee: optional(
    v.pipe(glob, about("Glob of the address or name of somebody who is invited and has not declined")),
  ),
  category: optional(glob),
  person: optional(v.pipe(v.string(), about("Id of the person whose shift it is"))),
  role: optional(role),
  ignore: optional(v.pipe(v.boolean(), about("True for events that are no shifts, absences or holidays at all"))),
});

const partSchema = shape({
  schedule: optional(v.pipe(text(formats.id), about("Id of a schedule of PagerDuty"))),
  policy: optional(
    v.pipe(text(formats.id), about("Id of an escalation policy of PagerDuty; its levels are the roles")),
  ),
  role: optional(v.pipe(role, about("Of a schedule; default primary"))),
});

export const calendarSchema = shape({
  id: text(formats.id),
  kind: v.pipe(v.picklist([...feedKinds, "pagerduty"]), about("google, outlook and caldav are read as ics")),
  name: optional(text(formats.name)),
  url: optional(v.pipe(v.string(), about("https or webcal address, path relative to this file, or secret:NAME"))),
  poll: optional(
    v.pipe(text(formats.duration), about("Time between two readings, 1m at least; default 15m, of files 1m")),
  ),
  use: v.picklist(["holidays", "shifts", "away"]),
  schedule: optional(v.pipe(v.string(), about("Id of the schedule that it is for; holidays without one are for all"))),
  person: optional(v.pipe(v.string(), about("Id of the person whose absences these are"))),
  role: optional(
    v.pipe(role, about("Of shifts whose rule names none; default: the role that the title names, else primary")),
  ),
  timezone: optional(
    v.pipe(v.string(), about("Of whole days and times without a zone; default that of the schedule or person")),
  ),
  map: optional(
    v.pipe(listOf(ruleSchema, 500), about("The first rule that fits an event decides; all that it names must fit")),
  ),
  token: optional(v.pipe(text(formats.secret), about("PagerDuty's API key; read-only is enough"))),
  from: optional(v.pipe(someOf(partSchema, 50), about("What of PagerDuty is read"))),
  people: optional(
    v.pipe(tableOf(v.string()), about("PagerDuty's user ids to ids of people, where neither address nor name tells")),
  ),
});

export type CalendarFile = v.InferOutput<typeof calendarSchema>;
export type RuleFile = v.InferOutput<typeof ruleSchema>;
export type PartFile = v.InferOutput<typeof partSchema>;
