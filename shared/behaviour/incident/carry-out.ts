import { hour } from "../../time/duration.ts";
import { after } from "../../time/instant.ts";
import * as change from "../../incident/change.ts";
import { nextPage } from "../../incident/escalation.ts";
import type { Incident } from "../../incident/incident.ts";
import type { SourceAction } from "../../incident/outbox.ts";
import { deadlines } from "../../incident/sla.ts";
import { findService } from "../../team/lookup.ts";
import {
  actor,
  actorName,
  can,
  choose,
  done,
  isOwn,
  isOver,
  queueActions,
  refused,
} from "../../state/command-tools.ts";
import type { Decision } from "../../state/decision.ts";
import { dutyAt } from "../../state/duty.ts";
import { standingEntries } from "../../state/standing-entries.ts";
import type { PersonCommand } from "../../state/command.ts";
import type { Stamp } from "../../state/event.ts";
import { whoAmI, type AppState } from "../../state/state.ts";

/* What a person does to incidents. Each command is done to those that it applies to, and refused where it applies to none. */

const acknowledgedFor = hour;

type Ask<K extends PersonCommand["kind"]> = Extract<PersonCommand, { kind: K }>;

/** Takes incidents: nobody else is paged for them, and a source that can is asked to hold them. */
export function acknowledge(state: AppState, command: Ask<"acknowledge">, stamp: Stamp): Decision {
  const chosen = choose(
    state,
    command.ids,
    (incident) => isOver(incident) ?? (incident.standing.kind === "acknowledged" ? "already-acknowledged" : undefined),
  );
  if ("reason" in chosen) return refused(state, chosen.reason);
  const until = after(stamp.now, command.for ?? acknowledgedFor);
  const me = whoAmI(state);
  const taken = chosen.incidents.map((incident) => {
    const held = can(state, incident, "acknowledge") ? { until } : {};
    return change.acknowledge(incident, {
      by: actor(state),
      at: stamp.now,
      ...held,
      ...(me !== undefined && { person: me }),
    });
  });
  return queueActions(done(state, taken, { kind: "acknowledged", stamp }), taken, {
    kind: "acknowledge",
    stamp,
    make: ({ alert }) => ({
      kind: "acknowledge",
      key: alert.key,
      labels: alert.labels,
      by: actorName(state),
      comment: `Acknowledged by ${actorName(state)}`,
      from: stamp.now,
      until,
    }),
  });
}

/** Gives incidents back: their escalation begins anew, and what the source holds of them is ended. */
export function unacknowledge(state: AppState, command: Ask<"unacknowledge">, stamp: Stamp): Decision {
  const chosen = choose(
    state,
    command.ids,
    (incident) => isOver(incident) ?? (incident.standing.kind === "acknowledged" ? undefined : "not-acknowledged"),
  );
  if ("reason" in chosen) return refused(state, chosen.reason);
  const back = chosen.incidents.map((incident) => change.retrigger(incident, stamp.now, "taken-back"));
  const decision = done(state, back, { kind: "unacknowledged", stamp });
  return queueActions(decision, chosen.incidents, { kind: "unacknowledge", stamp, make: release });
}

/** Ends what the source holds of an acknowledgement. */
const release = ({ alert, standing }: Incident): SourceAction | undefined =>
  standing.kind === "acknowledged" && standing.handle !== undefined
    ? { kind: "unacknowledge", key: alert.key, handle: standing.handle }
    : undefined;

/** Quiets incidents until a time, in Baton and in a source that can; they are triggered again then, or when they worsen. */
export function snooze(state: AppState, command: Ask<"snooze">, stamp: Stamp): Decision {
  const chosen = choose(state, command.ids, isOver);
  if ("reason" in chosen) return refused(state, chosen.reason);
  const until = after(stamp.now, command.for);
  const snoozed = chosen.incidents.map((incident) =>
    change.snooze(incident, { at: stamp.now, by: actor(state) }, until),
  );
  return queueActions(
    done(state, snoozed, { kind: "snoozed", stamp, facts: { until } }),
    snoozed.filter((incident) => can(state, incident, "snooze")),
    { kind: "snooze", stamp, make: ({ alert }) => ({ kind: "snooze", key: alert.key, by: actorName(state), until }) },
  );
}

/** Baton's own incidents end here; others end where their source says so. */
export function resolve(state: AppState, command: Ask<"resolve">, stamp: Stamp): Decision {
  const chosen = choose(
    state,
    command.ids,
    (incident) =>
      isOver(incident) ?? (isOwn(state, incident) || can(state, incident, "resolve") ? undefined : "unsupported"),
  );
  if ("reason" in chosen) return refused(state, chosen.reason);
  const own = chosen.incidents.filter((incident) => isOwn(state, incident));
  const ended = own.map((incident) => change.resolve(incident, { at: stamp.now, by: actor(state) }));
  const others = chosen.incidents.filter((incident) => !isOwn(state, incident));
  const resolved = done(state, [...ended, ...others], { kind: "resolved", stamp });
  const changed = { changed: ended.map(({ id }) => id), now: stamp.now };
  const decision = { ...resolved, entries: [...resolved.entries, ...standingEntries(state, resolved.state, changed)] };
  const make = ({ alert }: Incident): SourceAction => ({ kind: "resolve", key: alert.key, by: actorName(state) });
  return queueActions(decision, others, { kind: "resolve", stamp, make });
}

/** Pages the next step at once, here and in a source that has steps of its own; whoever had it has it no longer. */
export function escalate(state: AppState, { id }: Ask<"escalate">, stamp: Stamp): Decision {
  const chosen = choose(state, [id], isOver);
  if ("reason" in chosen) return refused(state, chosen.reason);
  const [incident] = chosen.incidents;
  if (!incident || !state.loaded) return refused(state, "no-team");
  const next = nextPage(dutyAt(state.loaded.team, stamp.now), incident);
  if (!next || !incident.escalation) return refused(state, "no-next-step");
  const open = incident.standing.kind === "triggered" ? incident : change.retrigger(incident, stamp.now, "taken-back");
  // The steps after it keep their distance from it.
  const roundStartedAt = after(incident.escalation.roundStartedAt, stamp.now - next.at);
  const escalation = { ...incident.escalation, round: next.round, step: next.step, roundStartedAt };
  const what = { kind: "escalated", step: next.step, people: next.people } as const;
  const moved = change.withTimeline({ ...open, escalation }, { at: stamp.now, by: actor(state) }, what);
  const decision = done(state, [moved], { kind: "escalated", stamp, facts: { step: next.step, people: next.people } });
  const { key } = incident.alert;
  const make = can(state, incident, "escalate")
    ? (): SourceAction => ({ kind: "escalate", key, by: actorName(state) })
    : release;
  return queueActions(decision, [incident], { kind: "escalate", stamp, make });
}

/** Adds a line to the timeline of an incident, ended ones included, and to its source where that keeps notes. */
export function addNote(state: AppState, { id, text }: Ask<"add-note">, stamp: Stamp): Decision {
  const incident = state.incidents.get(id);
  if (!incident) return refused(state, "not-found");
  const noted = change.withTimeline(incident, { at: stamp.now, by: actor(state) }, { kind: "note", text });
  const make = ({ alert }: Incident): SourceAction => ({ kind: "note", key: alert.key, by: actorName(state), text });
  const decision = done(state, [noted], { kind: "noted", stamp, facts: { text } });
  return queueActions(decision, [noted], { kind: "note", stamp, make });
}

/** Judges incidents: their deadlines follow, a source that has priorities is told, and it no longer changes their severity. */
export function setSeverity(state: AppState, { ids, severity }: Ask<"set-severity">, stamp: Stamp): Decision {
  const chosen = choose(state, ids, isOver);
  if ("reason" in chosen) return refused(state, chosen.reason);
  const { loaded } = state;
  const rated = chosen.incidents.map((incident) => {
    const changed = change.withSeverity(incident, { at: stamp.now, by: actor(state) }, severity);
    const { respondBy: _respond, resolveBy: _resolve, ...rest } = changed;
    const service = loaded && changed.service !== undefined ? findService(loaded.team, changed.service) : undefined;
    return loaded ? { ...rest, ...deadlines(loaded.team, service, rest) } : changed;
  });
  const make = ({ alert }: Incident): SourceAction => ({
    kind: "priority",
    key: alert.key,
    by: actorName(state),
    severity,
  });
  const decision = done(state, rated, { kind: "triaged", stamp, facts: { severity } });
  return queueActions(decision, rated, { kind: "priority", stamp, make });
}
