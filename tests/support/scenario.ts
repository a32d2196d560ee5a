import type { ActionKind } from "../../shared/incident/outbox.ts";
import { decide } from "../../shared/app/decide.ts";
import type { Decision } from "../../shared/state/decision.ts";
import type { Effect, Entry } from "../../shared/state/effect.ts";
import { changesBetween, readKept } from "../../shared/kept/restore.ts";
import type { PersonCommand } from "../../shared/state/command.ts";
import type { AppEvent, Stamp } from "../../shared/state/event.ts";
import type { Restored } from "../../shared/state/restored.ts";
import type { NotifierStatus } from "../../shared/paging/notice.ts";
import { nextWake } from "../../shared/app/next-wake.ts";
import { defaultSettings } from "../../shared/state/settings.ts";
import { emptyState, type AppState } from "../../shared/state/state.ts";
import type { Alert, Sighting } from "../../shared/incident/alert.ts";
import type { SourceAnswer } from "../../shared/incident/answer.ts";
import type { Incident } from "../../shared/incident/incident.ts";
import type { NoticeFacts } from "../../shared/paging/notice-facts.ts";
import type { Team } from "../../shared/team/team.ts";
import { after, fromIso, type Instant } from "../../shared/time/instant.ts";
import { team } from "./team-builder.ts";

/** An instant by its ISO text. */
export function at(iso: string): Instant {
  const found = fromIso(iso);
  if (found === undefined) throw new Error(`not an instant: ${iso}`);
  return found;
}

/** Monday noon of the builder's first week: Alice is primary. */
export const noon = at("2027-01-04T12:00:00Z");

type SaidAndSeen = Alert & Omit<Sighting, "alert">;

/** An alert as a source shows it; a test says only what it is about. */
export const alert = (key: string, over: Partial<SaidAndSeen> = {}): Sighting => {
  const { seenAt = noon, seenBy = ["a"], suppression, acknowledgement, ...said } = over;
  const labels = { alertname: key, pipeline: "profit" };
  return {
    alert: { key, title: `Alert ${key}`, severity: "critical", labels, links: [], startedAt: noon, ...said },
    seenAt,
    seenBy,
    ...(suppression && { suppression }),
    ...(acknowledgement && { acknowledgement }),
  };
};

export const answer = (alerts: readonly Sighting[], over: Partial<SourceAnswer> = {}): SourceAnswer => ({
  alerts,
  unparsed: 0,
  peers: [{ peer: "a" }],
  heartbeatMissing: false,
  ...over,
});

/** What of a state the next start finds, as it comes out of a store. */
export function survived(state: AppState): Restored {
  const { puts } = changesBetween(emptyState(working), state);
  const { restored, unreadable } = readKept(JSON.parse(JSON.stringify(puts)) as typeof puts);
  if (unreadable.length > 0) throw new Error(JSON.stringify(unreadable));
  return restored;
}

/** A notifier that can do everything. */
export const working: NotifierStatus = {
  adapter: "dbus",
  health: { kind: "working" },
  buttons: true,
  closes: true,
  sounds: true,
};

export type ScenarioOptions = {
  readonly team?: Team;
  readonly me?: string;
  readonly now?: Instant;
  readonly restored?: Restored;
  /** The newest lines of the journal at the start. */
  readonly log?: readonly Entry[];
  /** What the source `prod` can be asked to do; an Alertmanager's actions otherwise. */
  readonly offers?: readonly ActionKind[];
};

/** Drives the core by hand: events in, time on, and everything that was decided kept to be looked at. */
export class Scenario {
  state: AppState;
  now: Instant;
  readonly events: { readonly event: AppEvent; readonly stamp: Stamp }[] = [];
  readonly effects: Effect[] = [];
  readonly entries: Entry[] = [];

  constructor(options: ScenarioOptions = {}) {
    this.state = emptyState(working);
    this.now = options.now ?? noon;
    this.send({
      kind: "started",
      restored: options.restored ?? {},
      keptAside: { now: {}, before: {} },
      ...(options.log && { log: options.log }),
      settings: defaultSettings,
      me: options.me ?? "alice",
      journal: { kind: "ok" },
    });
    const capabilities = { prod: options.offers ?? ["acknowledge", "unacknowledge"], inbox: [] };
    this.send({
      kind: "team-loaded",
      loaded: { team: options.team ?? team(), path: "team.yaml", sample: false, capabilities },
    });
  }

  send(event: AppEvent): Decision {
    const stamp = { now: this.now, roll: 0.5 };
    this.events.push({ event, stamp });
    const decision = decide(this.state, event, stamp);
    this.state = decision.state;
    this.effects.push(...decision.effects);
    this.entries.push(...decision.entries);
    for (const effect of decision.effects) {
      if (effect.kind === "show-notice") this.send({ kind: "notice-shown", key: effect.order.facts.key });
    }
    return decision;
  }

  command(command: PersonCommand): Decision {
    return this.send({ kind: "command", command });
  }

  /** The source answers the question under way, asking first where none is. */
  answers(reply: SourceAnswer | "unchanged", source = "prod"): Decision {
    this.#ask(source);
    return this.send({ kind: "source-answered", source, answer: reply });
  }

  fails(source = "prod"): Decision {
    this.#ask(source);
    return this.send({ kind: "source-failed", source, failure: { kind: "unreachable", code: "ECONNREFUSED" } });
  }

  /** Lets time pass, waking whenever the core asks to be woken; polls under way are left unanswered. */
  passes(milliseconds: number): void {
    const end = after(this.now, milliseconds);
    for (
      let next = nextWake(this.state, this.now);
      next !== undefined && next <= end;
      next = nextWake(this.state, this.now)
    ) {
      this.now = next;
      this.send({ kind: "woke" });
    }
    this.now = end;
    this.send({ kind: "woke" });
  }

  /** Lets time pass while the source keeps answering the same. */
  passesAnswering(milliseconds: number): void {
    const end = after(this.now, milliseconds);
    for (
      let next = nextWake(this.state, this.now);
      next !== undefined && next <= end;
      next = nextWake(this.state, this.now)
    ) {
      this.now = next;
      this.send({ kind: "woke" });
      if (this.state.sources.get("prod")?.askedAt !== undefined) {
        this.send({ kind: "source-answered", source: "prod", answer: "unchanged" });
      }
    }
    this.now = end;
    this.send({ kind: "woke" });
  }

  get incidents(): readonly Incident[] {
    return [...this.state.incidents.values()];
  }

  incident(key: string): Incident {
    const found = this.incidents.findLast((incident) => incident.alert.key === key);
    if (!found) throw new Error(`no incident ${key}`);
    return found;
  }

  /** The notices raised so far. */
  get notices(): readonly NoticeFacts[] {
    return this.effects.flatMap((effect) => (effect.kind === "show-notice" ? [effect.order.facts] : []));
  }

  /** Forgets what was decided so far, so that what follows stands alone. */
  clear(): void {
    this.effects.length = 0;
    this.entries.length = 0;
  }

  #ask(source: string): void {
    if (this.state.sources.get(source)?.askedAt === undefined) this.command({ kind: "retry-source", source });
  }
}
