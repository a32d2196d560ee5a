import type { AttainmentView, InsightView, SpreadView } from "../../shared/insight/insight-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { count } from "../../shared/text/sentence.ts";

export const insightWords = {
  insight: "Insight",
  span: "Span",
  loading: "Adding up",
  failed: "The figures could not be read.",
  none: "Nothing happened in this span, or Baton was not there to see it.",
  noTeam: "Without a team there is nothing to count.",
  mtta: "Time to acknowledge",
  mttr: "Time to resolve",
  respondMet: "Responded in time",
  resolveMet: "Resolved in time",
  noise: "Noise",
  recurrence: "Came back",
  weeks: "Week by week",
  hours: "Hours",
  hoursAbout: "When incidents began, by weekday and hour of the team's zone.",
  services: "Services",
  people: "People",
  peopleAbout:
    "Pages, nights and hours on call as primary or secondary. A night is 22:00 to 07:00 where the person lives.",
  asTable: "As a table",
  copyCsv: "Copy CSV",
  noService: "No service",
  band: "mean, and the band from median to nine of ten",
} as const;

/** Spans that can be asked for, in weeks. */
export const spans = [4, 13, 26, 52] as const;
export type SpanWeeks = (typeof spans)[number];
export const spanWords = (weeks: SpanWeeks): string => (weeks === 52 ? "Last year" : `Last ${weeks} weeks`);

/** "4 min", "1.5 h": as short as it stays exact enough to compare. */
export function lengthWords(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  if (minutes < 1) return `${Math.round(milliseconds / 1_000)} s`;
  if (minutes < 90) return `${Math.round(minutes)} min`;
  const hours = minutes / 60;
  if (hours < 48) return `${digits(hours)} h`;
  return `${digits(hours / 24)} d`;
}

const digits = (value: number): string => value.toFixed(value < 10 ? 1 : 0).replace(/\.0$/, "");

/** "98.6 %"; never rounded up to a hundred. */
export function shareWords(share: number | undefined): string {
  if (share === undefined) return "–";
  if (share === 1) return "100 %";
  return `${(Math.floor(share * 1_000) / 10).toFixed(1)} %`;
}

/** "99.98 %": downtime is a small part of a span. */
export const availabilityWords = (share: number): string =>
  share === 1 ? "100 %" : `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;

export const shareOf = ({ met, missed }: AttainmentView): number | undefined =>
  met + missed === 0 ? undefined : met / (met + missed);

/** "of 12 acknowledged". */
export const restsOn = (spread: SpreadView | undefined, what: string): string =>
  spread === undefined ? `none ${what}` : `of ${count(spread.count, `incident`)} ${what}`;

export const spreadWords = (spread: SpreadView): string =>
  `median ${lengthWords(spread.median)} · nine of ten within ${lengthWords(spread.p90)}`;

export const deadlinesWords = ({ met, missed }: AttainmentView): string =>
  met + missed === 0 ? "no deadline has passed" : `${met} of ${count(met + missed, "deadline")}`;

export const noiseWords = ({ unseen, waved }: InsightView["noise"]): string =>
  `${unseen} over before anybody saw them · ${waved} waved away`;

/** "412 incidents · 5 critical, 40 major · 24 Aug 2026 to 21 Nov 2026, Europe/Copenhagen". */
export function restsWords({ opened, bySeverity, from, until, zone }: InsightView): string {
  const parts = Object.entries(bySeverity).flatMap(([severity, number]) =>
    number === 0 ? [] : [`${number.toLocaleString("en-US")} ${severity}`],
  );
  const rated = parts.length > 0 ? ` · ${parts.join(", ")}` : "";
  return `${count(opened, "incident")}${rated} · ${dateWords(from, zone)} to ${dateWords(until, zone)}, ${zone}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** "24 Aug 2026" in a zone. */
export function dateWords(at: Instant, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: zone });
    formats.set(zone, format);
  }
  return format.format(at);
}

export const weekdayWords = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export const hourWords = (hour: number): string => String(hour).padStart(2, "0");
export const cellWords = (weekday: number, hour: number, opened: number): string =>
  `${weekdayWords[weekday] ?? ""} ${hourWords(hour)}:00, ${count(opened, "incident")}`;

export const hoursOnCallWords = (hours: number): string => `${Math.round(hours).toLocaleString("en-US")} h`;
