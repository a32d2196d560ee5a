import { compareSeverity } from "../../incident/severity.ts";
import type { IncidentFact, Page } from "../../insight/incident-fact.ts";
import { knownLine, type JournalKind, type JournalLine, type KnownLine } from "../../log/journal-kinds.ts";
import type { Severity } from "../../team/team.ts";
import type { Instant } from "../../time/instant.ts";

type Growing = { -readonly [K in keyof IncidentFact]: IncidentFact[K] } & { pages: Page[] };

/** What the journal says of incidents, gathered line by line. */
export type IncidentFacts = ReadonlyMap<string, IncidentFact>;

/** The kinds of lines that say something of it. */
export const factKinds = [
  "incident-triggered",
  "incident-acknowledged",
  "incident-snoozed",
  "incident-resolved",
  "incident-rated",
  "acknowledged",
  "snoozed",
  "resolved",
  "escalated",
  "noted",
  "triaged",
  "escalation",
] as const satisfies readonly JournalKind[];

/** Gathers lines in the order of the journal; `take` may be called again with later ones. */
export function gatherFacts(): { readonly facts: IncidentFacts; take(lines: readonly JournalLine[]): void } {
  const facts = new Map<string, Growing>();
  return {
    facts,
    take(lines) {
      for (const each of lines) {
        const line = knownLine(each);
        if (line) takeLine(facts, line);
      }
    },
  };
}

function takeLine(facts: Map<string, Growing>, line: KnownLine): void {
  const { at } = line;
  switch (line.kind) {
    case "incident-triggered":
    case "incident-acknowledged":
    case "incident-snoozed":
    case "incident-resolved":
      return takeStanding(facts, line);
    case "incident-rated":
      return worsen(facts.get(line.body.incident), line.body.severity);
    case "triaged":
      for (const fact of named(facts, line.body.incidents)) {
        fact.touched = true;
        worsen(fact, line.body.severity);
      }
      return;
    case "acknowledged":
      for (const fact of named(facts, line.body.incidents)) respond(fact, at, line.body.by);
      return;
    case "resolved":
      for (const fact of named(facts, line.body.incidents)) {
        fact.resolvedBy = line.body.by;
        fact.touched = true;
      }
      return;
    case "snoozed":
    case "noted":
      for (const fact of named(facts, line.body.incidents)) fact.touched = true;
      return;
    case "escalated":
      for (const fact of named(facts, line.body.incidents)) {
        fact.touched = true;
        page(fact, line.body.people, at);
      }
      return;
    case "escalation":
      for (const fact of named(facts, line.body.incidents)) page(fact, line.body.people, at);
      return;
    default:
      return;
  }
}

type Standing = Extract<KnownLine, { kind: `incident-${"triggered" | "acknowledged" | "snoozed" | "resolved"}` }>;

/** Each line says all that is true of its incident by then; only what a later one must not take back is kept from before. */
function takeStanding(facts: Map<string, Growing>, { kind, at, body }: Standing): void {
  const { incident: id, source, key, severity, service, openedAt = at, respondBy, resolveBy } = body;
  let fact = facts.get(id);
  if (!fact) facts.set(id, (fact = { id, source, key, severity, openedAt, touched: false, pages: [] }));
  worsen(fact, severity);
  if (service !== undefined) fact.service = service;
  if (respondBy !== undefined) fact.respondBy = respondBy;
  if (resolveBy !== undefined) fact.resolveBy = resolveBy;
  if (body.respondedAt !== undefined) fact.respondedAt ??= body.respondedAt;
  if (kind === "incident-acknowledged") respond(fact, at, body.by);
  if (kind === "incident-resolved") {
    fact.resolvedAt = at;
    if (body.by !== undefined) fact.resolvedBy = body.by;
  } else {
    // It fired again: what ended it before did not.
    delete fact.resolvedAt;
    delete fact.resolvedBy;
  }
}

function named(facts: Map<string, Growing>, ids: readonly string[]): readonly Growing[] {
  return ids.flatMap((id) => facts.get(id) ?? []);
}

function worsen(fact: Growing | undefined, severity: Severity): void {
  if (fact && compareSeverity(severity, fact.severity) < 0) fact.severity = severity;
}

function respond(fact: Growing, at: Instant, by: string | undefined): void {
  fact.respondedAt ??= at;
  if (by !== undefined) fact.respondedBy ??= by;
}

function page(fact: Growing, people: readonly string[], at: Instant): void {
  for (const person of people) fact.pages.push({ person, at });
}
