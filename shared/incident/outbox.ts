import type { Instant } from "../time/instant.ts";
import type { SourceId } from "../team/team.ts";
import type { SourceFailure } from "./answer.ts";
import type { Incident, IncidentId, Labels } from "./incident.ts";

export type OutboxId = string;

/** What Baton asks of a source. `labels` say exactly which alert; `handle` is what the source gave for an earlier acknowledgement. */
export type SourceAction =
  | {
      readonly kind: "acknowledge";
      readonly key: string;
      readonly labels: Labels;
      readonly by: string;
      readonly comment: string;
      readonly from: Instant;
      readonly until: Instant;
      readonly handle?: string;
    }
  | { readonly kind: "unacknowledge"; readonly key: string; readonly handle: string }
  | { readonly kind: "resolve"; readonly key: string; readonly by: string };

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
export type OutboxEntry = {
  readonly id: OutboxId;
  readonly incident: IncidentId;
  readonly source: SourceId;
  readonly action: SourceAction;
  readonly madeAt: Instant;
  readonly state:
    | { readonly kind: "queued"; readonly attempts: number; readonly nextAt: Instant; readonly last?: SourceFailure }
    | { readonly kind: "sending"; readonly attempts: number; readonly since: Instant }
    | { readonly kind: "confirmed"; readonly at: Instant }
    | { readonly kind: "refused"; readonly at: Instant; readonly reason: string };
};

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
