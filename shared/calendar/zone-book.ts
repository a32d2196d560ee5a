import { isZone } from "../time/zoned.ts";
import type { Budget } from "./budget.ts";
import { ianaZone, utc, type CalendarZone } from "./calendar-zone.ts";
import { properties, property, type Component } from "./component.ts";
import { windowsZone } from "./windows-zones.ts";
import { zoneOfRules } from "./zone-rules.ts";

/** Finds the zones that a calendar names; `undefined` for one that nobody knows, which is not the same as no zone. */
export type ZoneBook = (tzid: string) => CalendarZone | undefined;

/**
 * A TZID is looked up as a name of the tz database, as one of Windows, as a path that ends in a name (Evolution and Mozilla write those),
 * and then among the calendar's own definitions. The database goes first: it knows of rules that changed since the feed's author copied
 * them. Only a bare abbreviation (EST, which the database has as a zone without summer time) means the feed's own definition first.
 */
export function zoneBook(calendar: Component, budget: Budget): ZoneBook {
  const definitions = new Map<string, Component>();
  for (const part of calendar.parts) {
    const tzid = part.name === "VTIMEZONE" ? property(part, "TZID")?.value.trim() : undefined;
    if (tzid !== undefined && !definitions.has(tzid)) definitions.set(tzid, part);
  }
  const known = new Map<string, CalendarZone | undefined>();
  const find = (tzid: string): CalendarZone | undefined => {
    const own = definitions.get(tzid);
    const name = databaseName(tzid) ?? (own && locationOf(own));
    if (name !== undefined && (name.includes("/") || !own)) return isUtc(name) ? utc : ianaZone(name);
    if (own) return zoneOfRules(own, budget) ?? (name === undefined ? undefined : ianaZone(name));
    return undefined;
  };
  return (tzid) => {
    const wanted = tzid.trim();
    if (!known.has(wanted)) known.set(wanted, find(wanted));
    return known.get(wanted);
  };
}

/** A path has its zone's name in its last two or three parts, as in `/freeassociation.sourceforge.net/America/Argentina/Salta`. */
function databaseName(tzid: string): string | undefined {
  const windows = windowsZone(tzid.replace(/^tzone:\/\/Microsoft\//i, ""));
  if (windows !== undefined) return windows;
  if (isZone(tzid)) return tzid;
  const parts = tzid.split("/").filter((part) => part !== "");
  const tails = [parts.slice(-3), parts.slice(-2)].map((tail) => tail.join("/"));
  return tails.find((tail) => tail.includes("/") && isZone(tail));
}

function locationOf(definition: Component): string | undefined {
  const [location] = properties(definition, "X-LIC-LOCATION");
  const name = location?.value.trim();
  return name !== undefined && isZone(name) ? name : undefined;
}

const isUtc = (name: string): boolean => /^(etc\/)?(utc|uct|zulu|universal)$/i.test(name);
