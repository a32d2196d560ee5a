import { decide } from "../../shared/app/decide.ts";
import type { Decision } from "../../shared/state/decision.ts";
import type { Effect } from "../../shared/state/effect.ts";
import type { AppEvent } from "../../shared/state/event.ts";
import { nextWake } from "../../shared/app/next-wake.ts";
import type { JournalState } from "../../shared/state/journal-state.ts";
import type { AppState } from "../../shared/state/state.ts";
import { after, type Instant } from "../../shared/time/instant.ts";
import { endedBetween, notesIn } from "./incident/past-incidents.ts";
import { changesBetween } from "../../shared/kept/restore.ts";
import type { Place } from "../../shared/kept/kept-thing.ts";
import type { Chance, Clock, Log, Store } from "./ports.ts";
import type { Cancel, JournalEntry } from "./records.ts";

/** The longest the timer sleeps: wall clocks jump, and a jump is then seen within a minute. */
const longestSleep = 60_000;
/** A wake so much later than asked for, or so much more wall time than monotonic time, means that the machine slept. */
const sleptFor = 30_000;
/** Journal lines kept in memory while the disk takes none; the oldest go first. */
const backlogMost = 10_000;

export type RuntimePorts = { readonly clock: Clock; readonly chance: Chance; readonly store: Store; readonly log: Log };

export type RuntimeOutput = {
  /** Does what was decided; what becomes of it comes back through `dispatch`. */
  readonly perform: (effect: Effect) => void;
  /** Called after each event that changed the state. */
  readonly changed: (state: AppState) => void;
};

/** What an event led to; `stored` is false where it lives in memory only. */
export type Outcome = { readonly decision: Decision; readonly stored: boolean };

/** `stored` is what the store holds already, so that a start does not write it all again; `unreadable` lies there too. */
export type Beginning = {
  readonly initial: AppState;
  readonly stored: AppState;
  readonly unreadable: readonly Place[];
};

/** Takes events one at a time: stamps, decides, writes down, and only then performs and publishes. Owns the one timer. */
export class Runtime {
  #state: AppState;
  /** The state that the store holds; what it lacks goes with the next commit. */
  #stored: AppState;
  /** Records that the store holds and that cannot be read. */
  #unreadable: readonly Place[];
  #backlog: JournalEntry[] = [];
  #queue: AppEvent[] = [];
  #busy = false;
  #closed = false;
  #disarm: Cancel = () => undefined;
  readonly #ports: RuntimePorts;
  readonly #output: RuntimeOutput;

  constructor({ initial, stored, unreadable }: Beginning, ports: RuntimePorts, output: RuntimeOutput) {
    this.#state = initial;
    this.#stored = stored;
    this.#unreadable = unreadable;
    this.#ports = ports;
    this.#output = output;
  }

  get state(): AppState {
    return this.#state;
  }

  /** Takes one event. Events that it brings about at once are taken after it, before this returns. */
  dispatch(event: AppEvent): Outcome | undefined {
    if (this.#closed) return undefined;
    if (this.#busy) {
      this.#queue.push(event);
      return undefined;
    }
    this.#busy = true;
    try {
      const outcome = this.#take(event);
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#take(next);
      this.#arm();
      return outcome;
    } finally {
      this.#busy = false;
    }
  }

  close(): void {
    this.#closed = true;
    this.#disarm();
  }

  #take(event: AppEvent): Outcome {
    const stamp = { now: this.#ports.clock.now(), roll: this.#ports.chance.roll() };
    const before = this.#state;
    const decision = decide(before, event, stamp);
    this.#state = decision.state;
    const stored = this.#commit(decision.entries, stamp.now);
    for (const effect of decision.effects) this.#output.perform(effect);
    if (this.#state !== before) this.#output.changed(this.#state);
    return { decision, stored };
  }

  /** Written before anything is performed. Where the disk takes nothing, Baton goes on from memory and says so. */
  #commit(entries: readonly JournalEntry[], now: Instant): boolean {
    this.#backlog.push(...entries);
    const changes =
      this.#stored === this.#state ? { puts: [], removes: [] } : changesBetween(this.#stored, this.#state);
    const isEmpty = changes.puts.length === 0 && changes.removes.length === 0 && this.#unreadable.length === 0;
    if (this.#backlog.length === 0 && isEmpty) {
      this.#stored = this.#state;
      return true;
    }
    const notes = notesIn(this.#backlog);
    const past = endedBetween(this.#stored, this.#state);
    const committed = this.#ports.store.commit({
      entries: this.#backlog,
      ...changes,
      ...(past.length > 0 && { past }),
      ...(this.#unreadable.length > 0 && { aside: this.#unreadable }),
      ...(notes.length > 0 && { notes }),
    });
    if (!committed.ok) {
      this.#backlog.splice(0, this.#backlog.length - backlogMost);
      this.#tellJournal({ kind: "memory", reason: committed.error.kind, since: now });
      return false;
    }
    this.#backlog = [];
    this.#unreadable = [];
    this.#stored = this.#state;
    if (this.#state.journal.kind === "memory") this.#tellJournal({ kind: "ok" });
    return true;
  }

  #tellJournal(state: JournalState): void {
    const known = this.#state.journal;
    if (
      known.kind === state.kind &&
      (known.kind !== "memory" || state.kind !== "memory" || known.reason === state.reason)
    ) {
      return;
    }
    this.#ports.log(
      state.kind === "ok" ? "info" : "error",
      "journal",
      state.kind === "memory" ? { reason: state.reason } : { state: state.kind },
    );
    this.#queue.push({ kind: "journal-state", state });
  }

  #arm(): void {
    this.#disarm();
    const now = this.#ports.clock.now();
    const monotonic = this.#ports.clock.monotonic();
    const latest = after(now, longestSleep);
    const wanted = nextWake(this.#state, now) ?? latest;
    const at = wanted < latest ? wanted : latest;
    this.#disarm = this.#ports.clock.wakeAt(at, () => this.#wake({ at, now, monotonic }));
  }

  #wake(armed: { readonly at: Instant; readonly now: Instant; readonly monotonic: number }): void {
    const now = this.#ports.clock.now();
    const wall = now - armed.now;
    const ran = this.#ports.clock.monotonic() - armed.monotonic;
    const slept = now - armed.at > sleptFor || Math.abs(wall - ran) > sleptFor;
    this.dispatch(slept ? { kind: "machine", what: "resumed" } : { kind: "woke" });
  }
}
