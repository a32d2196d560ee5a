import * as v from "valibot";
import { listOf, oneOrMore, shape, tableOf } from "./shape.ts";
import { severities } from "./team.ts";
import { formats, text } from "./text-format.ts";

const about = v.description;
const optional = v.exactOptional;
const secret = text(formats.secret);

/** Kinds with an adapter. */
export const servedKinds = ["alertmanager", "inbox"] as const;

/** Kinds that the format knows and that no adapter serves yet. */
export const plannedKinds = [
  "pagerduty",
  "grafana",
  "jsm",
  "opsgenie",
  "icinga2",
  "zabbix",
  "airflow",
  "prometheus",
  "github",
  "jira",
  "servicenow",
  "webhook",
] as const;

export const sourceSchema = shape({
  id: text(formats.id),
  kind: v.picklist([...servedKinds, ...plannedKinds]),
  name: optional(text(formats.name)),
  url: optional(v.pipe(v.string(), about("Address of the server"))),
  urls: optional(v.pipe(listOf(v.string(), 20), about("Addresses of the peers of one cluster, instead of url"))),
  poll: optional(v.pipe(text(formats.duration), about("Time between two polls, 1s at least; default 10s"))),
  severity: optional(v.pipe(tableOf(v.picklist(severities)), about("The source's severity words to Baton's"))),
  heartbeat: optional(v.pipe(tableOf(v.string()), about("Labels of an alert that must always be firing"))),
  auth: optional(
    v.pipe(
      shape({
        basic: optional(shape({ username: text(formats.name), password: secret })),
        bearer: optional(secret),
      }),
      about("Either basic or bearer; secrets are named as secret:NAME"),
    ),
  ),
  ca: optional(v.pipe(text(formats.name), about("Path of a PEM file, relative to this file"))),
  token: optional(secret),
  user: optional(text(formats.name)),
  filter: optional(tableOf(oneOrMore(v.string(), 100))),
});

export const announcements = ["handoff", "escalation", "holiday-swap", "incident", "digest"] as const;

export const channelSchema = shape({
  id: text(formats.id),
  kind: v.picklist(["slack", "teams", "email", "phone", "sms", "webhook"]),
  webhook: optional(secret),
  token: optional(secret),
  to: optional(oneOrMore(text(formats.name), 100)),
  announce: optional(listOf(v.picklist(announcements), 20)),
});

export type SourceFile = v.InferOutput<typeof sourceSchema>;
export type ChannelFile = v.InferOutput<typeof channelSchema>;
