import * as v from "valibot";
import { hoursSchema } from "./hours-schema.ts";
import { scheduleSchema } from "./schedule-schema.ts";
import { calendarSchema } from "./calendar-schema.ts";
import { channelSchema } from "./channel-schema.ts";
import { sourceSchema } from "./source-schema.ts";
import { listOf, oneOrMore, shape, someOf, tableOf, whole } from "../team-file/shape.ts";
import { runbookSections, severities } from "./team.ts";
import { formats, text } from "../team-file/text-format.ts";

/** Sanity limits: how many of each a file may declare. */
export const most = {
  people: 1_000,
  groups: 500,
  services: 10_000,
  schedules: 500,
  policies: 500,
  sources: 200,
  duties: 100,
} as const;

const about = v.description;
const optional = v.exactOptional;
const id = text(formats.id);
const name = text(formats.name);

const identitySchema = shape({
  id,
  name,
  timezone: v.pipe(v.string(), about("IANA time zone of the team, such as Europe/Copenhagen")),
  workingHours: optional(v.pipe(hoursSchema, about("Default: Monday to Friday, 09:00 to 17:00"))),
});

export const personSchema = shape({
  id: v.pipe(id, about("How the rest of the file names this person")),
  name,
  email: optional(text(formats.email)),
  phone: optional(v.pipe(name, about('In quotes, with the country: "+4520000001"'))),
  slack: optional(v.pipe(name, about("Slack member id"))),
  timezone: optional(v.pipe(v.string(), about("Where it differs from the team's"))),
  away: optional(
    listOf(
      shape({
        from: v.pipe(text(formats.localDate), about("First day away")),
        to: v.pipe(text(formats.localDate), about("First day back")),
        reason: optional(name),
      }),
      500,
    ),
  ),
});

export const groupSchema = shape({
  id,
  name,
  members: v.pipe(someOf(v.string(), most.people), about("Ids of people")),
  lead: optional(v.pipe(v.string(), about("Id of the person that lead:GROUP means"))),
});

export const serviceSchema = shape({
  id,
  name,
  area: optional(v.pipe(name, about("Business area, such as Profit"))),
  investorImpact: optional(v.pipe(v.boolean(), about("True sorts its incidents before others of the same severity"))),
  sensitive: optional(v.pipe(v.boolean(), about("True keeps titles and details out of notifications and channels"))),
  owners: optional(
    shape({
      primary: optional(v.pipe(v.string(), about("Id of a person or group"))),
      secondary: optional(v.pipe(v.string(), about("Id of a person or group"))),
      reason: optional(text(formats.prose)),
    }),
  ),
  schedule: optional(v.pipe(v.string(), about("Id of a schedule, or working-hours where nobody is on call"))),
  sla: optional(v.pipe(v.string(), about("Id of an SLA"))),
  escalation: optional(v.pipe(v.string(), about("Id of an escalation policy"))),
  runbook: optional(v.pipe(name, about("Path of a Markdown file, relative to this file, or an https address"))),
  match: optional(
    v.pipe(
      tableOf(oneOrMore(v.pipe(v.string(), v.maxLength(500)), 100)),
      about("Labels of alerts to globs (* and ?); all keys must match, any glob of a key suffices"),
    ),
  ),
});

const slaTargetSchema = shape({
  respond: optional(v.pipe(text(formats.allowance), about("Until acknowledged"))),
  resolve: optional(v.pipe(text(formats.allowance), about("Until resolved"))),
  escalateTo: optional(v.pipe(v.string(), about("Person, group or lead:GROUP told after `resolve` has passed"))),
  escalateWithin: optional(text(formats.allowance)),
});

export const slaSchema = shape({
  id,
  critical: optional(slaTargetSchema),
  major: optional(slaTargetSchema),
  minor: optional(slaTargetSchema),
  info: optional(slaTargetSchema),
  any: optional(v.pipe(slaTargetSchema, about("For severities without a line of their own"))),
});

export const escalationSchema = shape({
  id,
  steps: someOf(
    shape({
      after: v.pipe(text(formats.duration), about("From the start of the round; later than the step before")),
      notify: v.pipe(
        someOf(v.string(), 100),
        about("primary, secondary, backup, person:ID, group:ID or lead:ID of a group"),
      ),
      via: optional(v.pipe(someOf(v.string(), 20), about("Default: [desktop]"))),
    }),
    50,
  ),
  repeat: optional(v.pipe(whole(0, 100), about("How often the steps run again if nobody acknowledges; default 0"))),
});

export const dutySchema = shape({
  title: v.pipe(name, about("What to do in every shift")),
  url: optional(v.pipe(name, about("Where it is done: an http or https address"))),
});

/** The top level of team.yaml, key by key. */
export const teamEntries = {
  baton: v.pipe(v.literal(1), about("Version of this format")),
  team: identitySchema,
  people: someOf(personSchema, most.people),
  groups: optional(listOf(groupSchema, most.groups)),
  services: optional(listOf(serviceSchema, most.services)),
  schedules: optional(listOf(scheduleSchema, most.schedules)),
  slas: optional(listOf(slaSchema, most.policies)),
  escalations: optional(listOf(escalationSchema, most.policies)),
  sources: optional(listOf(sourceSchema, most.sources)),
  calendars: optional(listOf(calendarSchema, most.sources)),
  channels: optional(listOf(channelSchema, most.sources)),
  handoff: optional(
    shape({
      checklist: optional(
        v.pipe(
          listOf(name, 100),
          about("Items of the usual list by id, such as console or list-shuffled, and sentences of your own"),
        ),
      ),
      acceptWithin: optional(
        v.pipe(text(formats.duration), about("An offer that nobody answers in this time lapses; default 30m")),
      ),
      announce: optional(v.pipe(listOf(v.string(), 100), about("Ids of channels"))),
      path: optional(v.pipe(name, about("Folder of the handoffs, relative to this file; default handoffs"))),
    }),
  ),
  runbooks: optional(
    shape({
      path: optional(v.pipe(name, about("Folder of Markdown files, relative to this file"))),
      reviewEvery: optional(text(formats.duration)),
      require: optional(listOf(v.picklist(runbookSections), 100)),
    }),
  ),
  quietHours: optional(
    shape({
      from: text(formats.localTime),
      to: text(formats.localTime),
      allow: optional(
        v.pipe(listOf(v.picklist(severities), 4), about("Severities that sound all the same; default [critical]")),
      ),
    }),
  ),
  duties: optional(
    v.pipe(
      listOf(dutySchema, most.duties),
      about("What the person on call does in every shift, to be ticked in the log"),
    ),
  ),
  retention: optional(
    shape({
      incidents: optional(text(formats.duration)),
      log: optional(text(formats.duration)),
      personalData: optional(text(formats.duration)),
    }),
  ),
} as const;

/** The shape of team.yaml; what the ids, dates and zones in it refer to is checked by `parseTeam`. */
export const teamFileSchema = v.pipe(
  shape(teamEntries),
  v.title("Baton team file"),
  v.description("Who is on call for what: people, services, schedules, deadlines, escalations and sources of a team."),
);

export type ServiceFile = v.InferOutput<typeof serviceSchema>;
export type SlaFile = v.InferOutput<typeof slaSchema>;
export type EscalationFile = v.InferOutput<typeof escalationSchema>;
