import { err, ok, type Result } from "../result.ts";
import type { CalendarEvent, Replaces } from "./calendar-event.ts";
import type { EventFault } from "./calendar-failure.ts";
import { properties, property, type Component } from "./component.ts";
import { splitText, unescapeText } from "./content-line.ts";
import { readAttendees } from "./read-attendees.ts";
import { readLength } from "./read-length.ts";
import { missing, parseTime, readExtra, readTime, readTimes, type Zones } from "./read-time.ts";
import { parseRule, type Rule } from "./recurrence-rule.ts";
import type { TimeValue } from "./time-value.ts";

/** Properties without which an event is another one; a broken line of any of them makes it unreadable. */
const decisive = ["DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS"];

/** Reads a VEVENT. A fault anywhere in its times makes all of it unreadable: a wrong shift is worse than a missing one that is named. */
export function readEvent(component: Component, zones: Zones): Result<CalendarEvent, EventFault> {
  const broken = component.broken.find((name) => decisive.includes(name));
  if (broken !== undefined) return err({ kind: "invalid", property: broken });
  const startLine = property(component, "DTSTART");
  if (!startLine) return err(missing("DTSTART"));
  const start = readTime(startLine, zones);
  if (!start.ok) return start;
  const length = readLength(component, start.value, zones);
  if (!length.ok) return length;
  const recurrence = readRecurrence(component, start.value, zones);
  if (!recurrence.ok) return recurrence;
  const replaces = readReplaces(component, start.value, zones);
  if (!replaces.ok) return replaces;
  return ok({
    line: component.line,
    ...readFacts(component),
    start: start.value,
    length: length.value,
    ...recurrence.value,
    ...(replaces.value && { replaces: replaces.value }),
  });
}

/** What a person reads of a title, and what a rule has to look at. */
const longestTitle = 500;

function readFacts(component: Component) {
  const text = (name: string): string => property(component, name)?.value.trim() ?? "";
  const word = (name: string): string => text(name).toUpperCase();
  const uid = text("UID");
  return {
    uid: uid === "" ? undefined : uid,
    sequence: /^\d{1,9}$/.test(text("SEQUENCE")) ? Number(text("SEQUENCE")) : 0,
    title: unescapeText(text("SUMMARY").slice(0, longestTitle)),
    categories: properties(component, "CATEGORIES").flatMap((line) => splitText(line.value)),
    attendees: readAttendees(component),
    private: word("CLASS") !== "" && word("CLASS") !== "PUBLIC",
    cancelled: word("STATUS") === "CANCELLED",
    transparent: word("TRANSP") === "TRANSPARENT",
    outOfOffice: word("X-MICROSOFT-CDO-BUSYSTATUS") === "OOF",
  };
}

type Recurrence = Pick<CalendarEvent, "rules" | "exceptRules" | "extra" | "except">;

function readRecurrence(component: Component, start: TimeValue, zones: Zones): Result<Recurrence, EventFault> {
  const rules = readRules(component, "RRULE", start);
  if (!rules.ok) return rules;
  const exceptRules = readRules(component, "EXRULE", start);
  if (!exceptRules.ok) return exceptRules;
  const extra = readExtra(component, start, zones);
  if (!extra.ok) return extra;
  const except = readTimes(component, "EXDATE", { start, zones });
  if (!except.ok) return except;
  return ok({ rules: rules.value, exceptRules: exceptRules.value, extra: extra.value, except: except.value });
}

function readRules(component: Component, name: string, start: TimeValue): Result<readonly Rule[], EventFault> {
  const rules: Rule[] = [];
  for (const line of properties(component, name)) {
    const rule = parseRule(line.value);
    if (!rule.ok) return err({ kind: "invalid", property: `${name} ${rule.error}`.slice(0, 40) });
    const timed = ["HOURLY", "MINUTELY", "SECONDLY"].includes(rule.value.frequency);
    if (start.kind === "time") rules.push(rule.value);
    else if (timed) return err({ kind: "invalid", property: `${name} FREQ` });
    // A day has no hours: parts that name some are left out (3.3.10).
    else rules.push({ ...rule.value, hours: [], minutes: [], seconds: [] });
  }
  return ok(rules);
}

function readReplaces(component: Component, start: TimeValue, zones: Zones): Result<Replaces | undefined, EventFault> {
  const line = property(component, "RECURRENCE-ID");
  if (!line) return ok(undefined);
  const time = parseTime(line.value, { name: line.name, parameters: line.parameters, start, zones });
  if (!time.ok) return time;
  return ok({ time: time.value, andFuture: line.parameters.get("RANGE")?.toUpperCase() === "THISANDFUTURE" });
}
