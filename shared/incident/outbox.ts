import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";
import { sourceFailureSchema, type SourceFailure } from "./answer.ts";
import type { Instant } from "../time/instant.ts";
import { severities } from "../team/team.ts";
import { labelsSchema } from "./alert.ts";
import type { Incident, IncidentId } from "./incident.ts";
import { refusalEntries } from "./refusal.ts";

const text = v.string();
const optional = v.exactOptional;

export type OutboxId = string;

/** Of every action: the alert's key in its source, and who asks. */
const asked = { key: text, by: text };

/** What Baton asks of a source. `labels` say exactly which alert; `handle` is what the source gave for an earlier acknowledgement. */
const sourceActionSchema = v.variant("kind", [
  v.object({
    kind: v.literal("acknowledge"),
    ...asked,
    labels: labelsSchema,
    comment: text,
    from: instantSchema,
    until: instantSchema,
    handle: optional(text),
  }),
  v.object({ kind: v.literal("unacknowledge"), key: text, handle: text }),
  v.object({ kind: v.literal("resolve"), ...asked }),
  v.object({ kind: v.literal("snooze"), ...asked, until: instantSchema }),
  /** To the next level of the source's own policy. */
  v.object({ kind: v.literal("escalate"), ...asked }),
  v.object({
    kind: v.literal("reassign"),
    ...asked,
    to: v.object({ name: text, email: optional(text) }),
  }),
  v.object({ kind: v.literal("note"), ...asked, text }),
  /** In Baton's words; the source's own are its provider's to find. */
  v.object({ kind: v.literal("priority"), ...asked, severity: v.picklist(severities) }),
  /** An incident there for one that is Baton's or another source's. `key` is the same at each try. */
  v.object({
    kind: v.literal("create"),
    ...asked,
    title: text,
    text,
    severity: v.picklist(severities),
    service: optional(text),
  }),
]);
export type SourceAction = Output<typeof sourceActionSchema>;
export type ActionKind = SourceAction["kind"];
export const actionKinds: readonly ActionKind[] = sourceActionSchema.options.map(({ entries }) => entries.kind.literal);

/** What a source did. */
export type ActionDone = { readonly handle?: string; readonly until?: Instant };

/** A source's word on an action. `accepted`: taken, and not done yet; `request` is what it knows the asking by, to be asked about again. */
export type ActionAnswer =
  ({ readonly kind: "done" } & ActionDone) | { readonly kind: "accepted"; readonly request: string };

/** Refused for good, or no answer that counts, after which it is tried again. */
export type ActionFailure =
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "forbidden"; readonly needs?: string }
  | { readonly kind: "plan-limit" }
  | { readonly kind: "unavailable"; readonly failure: SourceFailure };

/*
 *   queued ──▶ sending ──▶ confirmed
 *     ▲           │ │ └──▶ refused      (the source said no: shown, and the incident is triggered again)
 *     └───────────┘ │         ▲
 *   no answer:      ▼         │ no, or no word for so long that nobody should rely on it
 *   later, further  accepted ─┴─▶ confirmed
 *   apart each time, over restarts
 */
const outboxStateSchema = v.variant("kind", [
  v.object({
    kind: v.literal("queued"),
    attempts: v.number(),
    nextAt: instantSchema,
    last: optional(sourceFailureSchema),
  }),
  v.object({ kind: v.literal("sending"), attempts: v.number(), since: instantSchema }),
  v.object({
    kind: v.literal("accepted"),
    request: text,
    since: instantSchema,
    /** How often it was asked about. */
    asked: v.number(),
    nextAt: instantSchema,
  }),
  v.object({ kind: v.literal("confirmed"), at: instantSchema }),
  v.object({ kind: v.literal("refused"), at: instantSchema, ...refusalEntries }),
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

const isPending = ({ state }: OutboxEntry): boolean =>
  state.kind === "queued" || state.kind === "sending" || state.kind === "accepted";

/** Incidents with an action that waits, is on its way, or was taken and not confirmed yet. */
export function pendingIncidents(outbox: Iterable<OutboxEntry>): ReadonlySet<IncidentId> {
  const pending = new Set<IncidentId>();
  for (const entry of outbox) if (isPending(entry)) pending.add(entry.incident);
  return pending;
}

/** What an action makes void of that which is not sent yet. Words that are added, and wishes of another sort, stay. */
const standing: readonly ActionKind[] = ["acknowledge", "unacknowledge", "resolve", "snooze", "escalate"];
const replaces: Readonly<Record<ActionKind, readonly ActionKind[]>> = {
  acknowledge: standing,
  unacknowledge: standing,
  resolve: standing,
  snooze: standing,
  escalate: [...standing, "reassign"],
  reassign: ["reassign"],
  note: [],
  priority: ["priority"],
  create: ["create"],
};

/** Whether an action of a kind takes the place of one that waits. */
export const isReplacedBy = (entry: OutboxEntry, kind: ActionKind): boolean =>
  entry.state.kind === "queued" && replaces[kind].includes(entry.action.kind);
