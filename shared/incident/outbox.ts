import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";
import { sourceFailureSchema, type SourceFailure } from "./answer.ts";
import type { Instant } from "../time/instant.ts";
import { labelsSchema } from "./alert.ts";
import type { Incident, IncidentId } from "./incident.ts";

const text = v.string();
const optional = v.exactOptional;

export type OutboxId = string;

/** What Baton asks of a source. `labels` say exactly which alert; `handle` is what the source gave for an earlier acknowledgement. */
const sourceActionSchema = v.variant("kind", [
  v.object({
    kind: v.literal("acknowledge"),
    key: text,
    labels: labelsSchema,
    by: text,
    comment: text,
    from: instantSchema,
    until: instantSchema,
    handle: optional(text),
  }),
  v.object({ kind: v.literal("unacknowledge"), key: text, handle: text }),
  v.object({ kind: v.literal("resolve"), key: text, by: text }),
]);
export type SourceAction = Output<typeof sourceActionSchema>;

const kinds: Readonly<Record<SourceAction["kind"], true>> = { acknowledge: true, unacknowledge: true, resolve: true };
export const actionKinds = Object.keys(kinds) as readonly SourceAction["kind"][];

/** A source's word on an action: done, or refused for good. Everything else is tried again. */
export type ActionAnswer = { readonly handle?: string; readonly until?: Instant };
export type ActionFailure =
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unavailable"; readonly failure: SourceFailure };

/*
 *   queued ──▶ sending ──▶ confirmed
 *     ▲           │  └───▶ refused      (the source said no: shown, and the incident is triggered again)
 *     └───────────┘  no answer: later, further apart each time, over restarts
 */
const outboxStateSchema = v.variant("kind", [
  v.object({
    kind: v.literal("queued"),
    attempts: v.number(),
    nextAt: instantSchema,
    last: optional(sourceFailureSchema),
  }),
  v.object({ kind: v.literal("sending"), attempts: v.number(), since: instantSchema }),
  v.object({ kind: v.literal("confirmed"), at: instantSchema }),
  v.object({ kind: v.literal("refused"), at: instantSchema, reason: text }),
]);

export const outboxEntrySchema = v.object({
  id: text,
  incident: text,
  source: text,
  action: sourceActionSchema,
  madeAt: instantSchema,
  state: outboxStateSchema,
});
export type OutboxEntry = Output<typeof outboxEntrySchema>;

/** An action that waits to be sent. Its id says incident, kind and moment, so the same wish is one entry. */
export const queued = (incident: Pick<Incident, "id" | "source">, action: SourceAction, now: Instant): OutboxEntry => ({
  id: `${incident.id}:${action.kind}:${String(now)}`,
  incident: incident.id,
  source: incident.source,
  action,
  madeAt: now,
  state: { kind: "queued", attempts: 0, nextAt: now },
});

/** Incidents with an action that waits or is on its way. */
export function pendingIncidents(outbox: Iterable<OutboxEntry>): ReadonlySet<IncidentId> {
  const pending = new Set<IncidentId>();
  for (const { incident, state } of outbox) {
    if (state.kind === "queued" || state.kind === "sending") pending.add(incident);
  }
  return pending;
}
