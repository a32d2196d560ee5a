import type { Instant } from "../time/instant.ts";
import { knownLine, type JournalBody, type JournalLine, type KnownLine } from "./journal-kinds.ts";
import type { LogItem, LogNames } from "./log-item.ts";

/** The kinds of lines of which the on-call log is made. */
export const loggedKinds = [
  "log-entry",
  "escalation",
  "told",
  "acknowledged",
  "incident-acknowledged",
  "unacknowledged",
  "snoozed",
  "snooze-over",
  "incident-resolved",
  "escalated",
  "triaged",
  "noted",
  "post-incident-note",
  "duty-ticked",
  "handoff-offered",
  "handoff-accepted",
  "handoff-declined",
  "handoff-withdrawn",
  "handoff-lapsed",
  "shuffled",
  "schedule-changed",
  "schedule-change-undone",
  "cover-asked",
  "runbook-ticked",
  "runbook-drafted",
  "runbook-reviewed",
  "drill-passed",
  "drill-failed",
  "source-stale",
  "source-blind",
  "source-fresh",
  "notice-failed",
  "retention",
] as const;

/** Incidents that a line names; a storm's line would name thousands. */
const incidentsNamed = 3;

/** The on-call log of lines in the order of time: one item for each that people want to read. */
export function logItems(lines: readonly JournalLine[], names: LogNames): readonly LogItem[] {
  const paged = new Set<string>();
  return lines.flatMap((line): readonly LogItem[] => {
    const known = knownLine(line);
    if (!known) return [];
    // A notification repeats until somebody answers, and a policy's page is told on the screen too: the log says it once.
    if (known.kind === "told" && known.body.incidents.every((id) => paged.has(id))) return [];
    if (known.kind === "told" || known.kind === "escalation") for (const id of known.body.incidents) paged.add(id);
    const item = itemOf(known, names);
    return item === undefined ? [] : [{ ...blank(known), ...item }];
  });
}

/** The ids of the incidents that lines name, for whoever looks up what they are called. */
export function incidentsNamedIn(lines: readonly JournalLine[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { body } of lines) {
    if (typeof body["incident"] === "string") ids.add(body["incident"]);
    const many: unknown = body["incidents"];
    if (Array.isArray(many)) for (const id of many.slice(0, incidentsNamed)) if (typeof id === "string") ids.add(id);
  }
  return ids;
}

type Item = Partial<LogItem> & Pick<LogItem, "kind">;

const blank = ({ seq, at }: { readonly seq: number; readonly at: Instant }) => ({
  seq,
  at,
  people: [],
  incidents: [],
  more: 0,
  links: [],
  stakeholders: [],
});

function itemOf(line: KnownLine, names: LogNames): Item | undefined {
  const about = (ids: readonly string[]): Pick<LogItem, "incidents" | "more"> => ({
    incidents: ids.slice(0, incidentsNamed).map(names.incident),
    more: Math.max(0, ids.length - incidentsNamed),
  });
  const asked = (body: { readonly by: string; readonly incidents: readonly string[] }) => ({
    by: names.person(body.by),
    ...about(body.incidents),
  });
  switch (line.kind) {
    case "log-entry":
      return written(line.body, names);
    case "escalation":
      return {
        kind: line.body.step === 0 && line.body.round === 0 ? "paged" : "escalated",
        people: line.body.people.map(names.person),
        ...about(line.body.incidents),
      };
    case "told":
      return {
        kind: "paged",
        people: typeof line.body.me === "string" ? [names.person(line.body.me)] : [],
        ...about(line.body.incidents),
      };
    case "acknowledged":
      return { kind: "acknowledged", ...asked(line.body) };
    case "incident-acknowledged":
      return { kind: "acknowledged", ...actor(line.body.by, names), ...about([line.body.incident]) };
    case "incident-resolved":
      return { kind: "resolved", ...actor(line.body.by, names), ...about([line.body.incident]) };
    case "unacknowledged":
      return { kind: "taken-back", ...asked(line.body) };
    case "snoozed":
      return { kind: "snoozed", ...asked(line.body), until: line.body.until };
    case "snooze-over":
      return { kind: "snooze-over", ...about([line.body.incident]) };
    case "escalated":
      return { kind: "escalated", ...asked(line.body), people: line.body.people.map(names.person) };
    case "triaged":
      return { kind: "triaged", ...asked(line.body), subject: line.body.severity };
    case "noted":
      return { kind: "noted", ...asked(line.body), text: line.body.text };
    case "post-incident-note":
      return { kind: "post-incident", by: names.person(line.body.by), ...about([line.body.incident]) };
    case "duty-ticked":
      // A duty that was ticked by mistake is not worth a line of its own.
      return line.body.done ? { kind: "duty", by: names.person(line.body.by), subject: line.body.duty } : undefined;
    case "handoff-offered":
    case "handoff-withdrawn":
    case "handoff-lapsed":
      return { kind: line.kind, ...handedOver(line.body, names, "giver") };
    case "handoff-accepted":
    case "handoff-declined":
      return { kind: line.kind, ...handedOver(line.body, names, "taker") };
    case "shuffled":
      return {
        kind: "shuffled",
        subject: names.schedule(line.body.schedule),
        people: line.body.order.map(names.person),
      };
    case "schedule-changed":
      return { kind: line.body.what === "swap" ? "swapped" : "overridden", ...changed(line.body, names) };
    case "schedule-change-undone":
      return { kind: "change-undone", ...changed(line.body, names) };
    case "cover-asked":
      return {
        kind: "cover-asked",
        by: names.person(line.body.by),
        subject: names.schedule(line.body.schedule),
      };
    case "runbook-ticked":
      return {
        kind: "step-done",
        by: names.person(line.body.by),
        text: line.body.text,
        ...about([line.body.incident]),
      };
    case "runbook-drafted":
      return {
        kind: "runbook-drafted",
        by: names.person(line.body.by),
        subject: line.body.runbook,
        ...about([line.body.incident]),
      };
    case "runbook-reviewed":
      return { kind: "runbook-reviewed", by: names.person(line.body.by), subject: line.body.runbook };
    case "drill-passed":
      return { kind: "drill-passed", subject: String(line.body.milliseconds) };
    case "drill-failed":
      return { kind: "drill-failed", subject: line.body.reason };
    case "source-stale":
    case "source-blind":
      return { kind: line.kind, subject: names.source(line.body.source) };
    case "source-fresh":
      return { kind: "source-returned", subject: names.source(line.body.source) };
    case "notice-failed":
      return { kind: "not-shown" };
    case "retention":
      return { kind: "retention", subject: retained(line.body) };
    default:
      return undefined;
  }
}

const actor = (by: string | undefined, names: LogNames): Partial<LogItem> =>
  by === undefined ? {} : { by: names.person(by) };

/** Whoever did it is `by`, whom else it concerns stands in `people`. */
function handedOver(
  { schedule, giver, taker, word, unfinishedBecause }: JournalBody<"handoff-offered">,
  names: LogNames,
  by: "giver" | "taker",
): Omit<Item, "kind"> {
  const text = word ?? unfinishedBecause;
  return {
    subject: names.schedule(schedule),
    by: names.person(by === "giver" ? giver : taker),
    people: [names.person(by === "giver" ? taker : giver)],
    ...(text !== undefined && { text }),
  };
}

const changed = ({ by, schedule, people }: JournalBody<"schedule-changed">, names: LogNames): Omit<Item, "kind"> => ({
  by: names.person(by),
  subject: names.schedule(schedule),
  people: people.map(names.person),
});

const written = (body: JournalBody<"log-entry">, names: LogNames): Item => ({
  kind: "written",
  by: names.person(body.by),
  text: body.text,
  links: body.links ?? [],
  stakeholders: body.stakeholders ?? [],
  incidents: body.incident === undefined ? [] : [names.incident(body.incident)],
  ...(body.corrects !== undefined && { corrects: body.corrects }),
});

/** "log-removed 1204": what was taken away, and how much of it. */
const retained = ({ what, count }: JournalBody<"retention">): string => `${what} ${count}`;
