import { second } from "../../../shared/time/duration.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import { clockTime, countdown, length, moment } from "../../../shared/time/phrase.ts";
import { cut } from "../../../shared/text/clean.ts";
import { shortNames } from "../../../shared/text/short-names.ts";

/** What the words of the tray are made from. */
export type TrayFacts = Pick<Snapshot, "zone" | "tray" | "shift" | "sources" | "me" | "team">;

/** Windows keeps 127 characters of a tooltip: https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataw */
const longestTooltip = 127;

/** One line, as in "On call until Mon 09:00 · 2 open · pages Emily in 3:12"; what is wrong stands first. */
export function trayTooltip(facts: TrayFacts, now: Instant): string {
  const line = [trouble(facts, now), duty(facts, now), openWords(facts), escalationWords(facts, now), quietWords(facts)]
    .filter((part) => part !== undefined)
    .join(" · ");
  return cut(line, longestTooltip);
}

/** Milliseconds until the tooltip reads differently by the passing of time alone; undefined where it does not. */
export function tooltipChangesWithin({ tray }: TrayFacts): number | undefined {
  if (tray.escalates) return second;
  return tray.state === "stale" || tray.state === "blind" ? 30 * second : undefined;
}

/** Whether I am on call and until when: "On call until Mon 09:00", "Not on call · your next shift Mon 09:00". */
export function duty({ tray, shift, me, team, zone }: TrayFacts, now: Instant): string {
  if (tray.state === "soon" && tray.nextShiftAt !== undefined) {
    return `Your shift begins ${moment(tray.nextShiftAt, now, zone)}`;
  }
  if (tray.role !== undefined) {
    const role = tray.role === "primary" ? "On call" : `On call as ${tray.role}`;
    return tray.until === undefined ? role : `${role} until ${moment(tray.until, now, zone)}`;
  }
  if (shift.standing === "unknown") {
    if (!team) return "No team file is open";
    return me ? "On call: unknown" : "Baton does not know who you are";
  }
  return tray.nextShiftAt === undefined
    ? "Not on call"
    : `Not on call · your next shift ${moment(tray.nextShiftAt, now, zone)}`;
}

function trouble({ tray, sources }: TrayFacts, now: Instant): string | undefined {
  if (tray.state === "drill") return "Pager check running";
  if (tray.state !== "stale" && tray.state !== "blind") return undefined;
  const silent = sources.filter((source) => source.freshness !== "fresh");
  if (silent.length === 0) return tray.state === "blind" ? "Blind: nothing is being watched" : undefined;
  const names = shortNames(silent.map((source) => source.name));
  const oldest = silent.map((source) => source.lastGoodAt).reduce((a, b) => earlierOrNever(a, b));
  const since = oldest === undefined ? "" : ` for ${length(now - oldest)}`;
  return tray.state === "blind" ? `Blind: no answer from ${names}${since}` : `No answer from ${names}${since}`;
}

/** `undefined` is a source that never answered, which is older than any answer. */
const earlierOrNever = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || b === undefined ? undefined : a < b ? a : b;

const openWords = ({ tray }: TrayFacts): string | undefined => (tray.open > 0 ? `${tray.open} open` : undefined);

function escalationWords({ tray: { escalates } }: TrayFacts, now: Instant): string | undefined {
  if (!escalates) return undefined;
  const left = escalates.at - now;
  return `pages ${shortNames(escalates.people)} ${left > 0 ? `in ${countdown(left)}` : "now"}`;
}

function quietWords({ tray, zone }: TrayFacts): string | undefined {
  const until = tray.quietUntil ?? tray.quietHoursUntil;
  return until === undefined ? undefined : `quiet until ${clockTime(until, zone)}`;
}
