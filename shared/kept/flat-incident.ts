import * as v from "valibot";
import { alertSchema } from "../incident/alert.ts";
import { incidentSchema, type Incident } from "../incident/incident.ts";
import { severities } from "../team/team.ts";
import { instantSchema, type Output } from "../wire.ts";

const text = v.string();
const optional = v.exactOptional;
const severity = v.picklist(severities);
const { labels, links } = alertSchema.entries;
const { standing, suppression, escalation, timeline } = incidentSchema.entries;

/**
 * An incident as the first version kept it: what its source says lay beside what Baton knows. Parts that are still the same are
 * the present ones; whoever changes one of them leaves its old form here.
 */
export const flatIncidentSchema = v.object({
  id: text,
  source: text,
  key: text,
  title: text,
  severity,
  reportedSeverity: severity,
  service: optional(text),
  labels,
  links,
  runbook: optional(text),
  startedAt: instantSchema,
  seenAt: instantSchema,
  openedAt: instantSchema,
  standing,
  suppression,
  assignee: optional(text),
  escalation,
  respondedAt: optional(instantSchema),
  respondBy: optional(instantSchema),
  resolveBy: optional(instantSchema),
  flaps: v.array(instantSchema),
  timeline,
});

/** The source's own word for the severity was not kept: Baton's stands in for it until the source speaks. */
export function withAlert(flat: Output<typeof flatIncidentSchema>): Incident {
  const { key, title, labels: own, links: pages, runbook, ...known } = flat;
  const { startedAt, reportedSeverity } = flat;
  const alert = { key, title, severity: reportedSeverity, labels: own, links: pages, startedAt };
  return { ...known, alert: runbook === undefined ? alert : { ...alert, runbook } };
}
