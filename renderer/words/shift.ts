import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { ShiftView } from "../../shared/schedule/shift-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { moment } from "../../shared/time/phrase.ts";
import { capitalised, series } from "../../shared/text/sentence.ts";
import { myZone } from "./zone.ts";

/** The first line: my role now. */
export function shiftTitle(shift: ShiftView): string {
  switch (shift.standing) {
    case "primary":
      return "On call · primary";
    case "secondary":
      return "On call · secondary";
    case "backup":
      return "Backup";
    case "off":
      return "Not on call";
    case "unknown":
      return "On call: unknown";
  }
}

/** The second line: until when and who is next, or who has it now and when I do. */
export function shiftFoot(shift: ShiftView, now: Instant): string {
  const at = (instant: Instant): string => moment(instant, now, myZone());
  const { standing, until, next, myNext } = shift;
  if (standing === "unknown") {
    const open = shift.onCallNow.some(({ state }) => state === "unknown");
    return open ? "A calendar does not say; everybody is paged" : "Say who you are in Settings";
  }
  if (standing !== "off") {
    const then = next === undefined ? "" : ` · then ${next.name}`;
    return until === undefined ? `No end planned${then}` : `until ${at(until)}${then}`;
  }
  const mine = myNext === undefined ? "no shift planned" : `you from ${at(myNext.from)}`;
  return next === undefined ? capitalised(mine) : `${next.name} is · ${mine}`;
}

/** The same as a sentence: "You are on call until Mon 09:00, then Bob." */
export function shiftSentence(shift: ShiftView, now: Instant): string {
  const at = (instant: Instant): string => moment(instant, now, myZone());
  const { standing, until, next, myNext } = shift;
  if (standing === "unknown") return "Baton does not know whether you are on call.";
  if (standing === "off") {
    return myNext === undefined
      ? "You are not on call, and no shift of yours is planned."
      : `You are not on call until ${at(myNext.from)}.`;
  }
  const role = standing === "primary" ? "on call" : standing === "secondary" ? "second on call" : "backup";
  const then = next === undefined ? "" : `, then ${next.name}`;
  return `You are ${role}${until === undefined ? "" : ` until ${at(until)}`}${then}.`;
}

/** A schedule's name; its id where the team has none of it. */
export const scheduleNameOf = ({ team }: Pick<Snapshot, "team">, id: string): string =>
  team?.schedules.find((schedule) => schedule.id === id)?.name ?? id;

/** Who is on call on one schedule: a gap is worse than off hours, and is never shown as it. */
export function onCallWords(entry: ShiftView["onCallNow"][number]): string {
  if (entry.state === "gap") return "Nobody: there is a gap";
  if (entry.state === "off-hours") return "Off hours";
  if (entry.state === "unknown") return "Unknown: a calendar does not say";
  const primary = entry.people.filter(({ role }) => role === "primary").map(({ name }) => name);
  return series(primary.length > 0 ? primary : entry.people.map(({ name }) => name));
}
