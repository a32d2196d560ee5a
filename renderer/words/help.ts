import type { Helper } from "../../shared/schedule/helpers-shape.ts";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { clockTime, fullMoment } from "../../shared/time/phrase.ts";
import type { Letter } from "./contact.ts";
import { severityWords } from "../../shared/words/severity-words.ts";
import { roleWords } from "../../shared/words/role-words.ts";
import { myZone } from "./zone.ts";

export const reachWords = { mail: "Mail", chat: "Chat", phone: "Call" } as const;

export const helpWords = {
  title: "Ask the team",
  askAll: "Mail everybody",
  nobody: "The team file names nobody else.",
  failed: "Baton could not find out who is there.",
  more: "The others",
} as const;

/** "Secondary · 04:12 there": how near somebody is to helping. */
export function helperFoot(helper: Helper, now: Instant): string {
  const duty = helper.duty === undefined ? "off call" : roleWords[helper.duty.role].toLowerCase();
  const there = clockTime(now, helper.zone);
  const words = helper.away ? ["away today"] : [duty];
  if (there !== clockTime(now, myZone())) words.push(`${there} there`);
  return words.join(" · ");
}

/** What one writes to ask for help. Of a sensitive service it says no more than that, since mail is read by many eyes. */
export function helpLetter(incident: IncidentDetail, me: string | undefined): Letter {
  if (incident.sensitive) {
    return {
      subject: "Help wanted: a sensitive incident",
      body: `I am on a sensitive incident and could use your help. Please call me: its details are in Baton.\n\n${me ?? ""}`,
    };
  }
  const severity = severityWords[incident.severity];
  const service = incident.serviceName ?? incident.service;
  const facts = [
    `${severity}: ${incident.title}`,
    ...(service === undefined ? [] : [`Service: ${service}`]),
    `Since: ${fullMoment(incident.startedAt, myZone())}`,
    ...(incident.acknowledgedBy === undefined ? [] : [`Taken by: ${incident.acknowledgedBy}`]),
    ...incident.alert.links.slice(0, 2).map(({ url }) => url),
  ];
  return {
    subject: `Help wanted: ${service ?? incident.title}`,
    body: `I am stuck on this and could use your help.\n\n${facts.join("\n")}\n\n${me ?? ""}`,
  };
}
