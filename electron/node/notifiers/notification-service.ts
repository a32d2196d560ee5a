import { err, type Result } from "../../../shared/result.ts";
import type { Log, NotifierFailure } from "../../core/ports.ts";
import { sessionSockets, type Environment } from "./bus-address.ts";
import { notifications, serverFacts, type ServerFacts } from "./freedesktop.ts";
import { busId, newOwner, ownerOf, startOwner, watchService } from "./notification-owner.ts";
import { ownerAt, serviceAt, type Reason, type Standing } from "./notification-standing.ts";
import { openSessionBus, type BusAnswer, type BusSignal, type SessionBus } from "./session-bus.ts";

export type ServiceEvent =
  | { readonly kind: "standing" }
  /** A service is there. Ids mean the same as long as the run of it is the same; one without a name is like no other. */
  | { readonly kind: "met"; readonly run: string | undefined }
  | { readonly kind: "signal"; readonly member: string; readonly body: readonly unknown[] };

export type NotificationServiceOptions = {
  readonly env: Environment;
  /** Milliseconds that a connection, and each call, may take. */
  readonly limitMs: number;
  /** Milliseconds before each further try to reach the bus; the last one holds. */
  readonly pausesMs: readonly number[];
  readonly log: Log;
  readonly listener: (event: ServiceEvent) => void;
};

export type NotificationService = {
  /** What the server can, or why there is none that answers. */
  standing(): Result<ServerFacts, Reason>;
  /** Waits for a try that is under way; else, where there is no service, tries once more. Each step of it has the limit. */
  ready(): Promise<Result<ServerFacts, NotifierFailure>>;
  call(member: string, arguments_: CallArguments): Promise<BusAnswer>;
  dispose(): void;
};

export type CallArguments = {
  readonly signature: string;
  readonly body: readonly unknown[];
  /** Hears the answer the moment it comes, before anything that the server said after it, and however late. */
  readonly hear?: (answer: BusAnswer) => void;
};

/** Begins to follow the service; the first try is under way when this returns, and `ready` waits for it. */
export function followNotificationService(options: NotificationServiceOptions): NotificationService {
  return new FollowedService(options);
}

class FollowedService implements NotificationService {
  readonly #options: NotificationServiceOptions;
  #standing: Standing = { kind: "unreachable", reason: "no-service" };
  #busId: string | undefined;
  /** What is under way to find the service, one step after the other. */
  #search: Promise<void> | undefined;
  #failedTries = 0;
  #again: NodeJS.Timeout | undefined;
  #disposed = false;

  constructor(options: NotificationServiceOptions) {
    this.#options = options;
    void this.#next(() => this.#reach());
  }

  standing(): Result<ServerFacts, Reason> {
    return serviceAt(this.#standing);
  }

  async ready(): Promise<Result<ServerFacts, NotifierFailure>> {
    const { kind } = this.#standing;
    if (this.#search !== undefined) await this.#search;
    else if (kind === "unreachable") await this.#next(() => this.#reach());
    else if (kind === "vacant") await this.#next(() => this.#findOwner());
    const standing = this.standing();
    return standing.ok
      ? standing
      : err({ kind: standing.error, detail: `notification service ${this.#standing.kind}` });
  }

  async call(member: string, { signature, body, hear }: CallArguments): Promise<BusAnswer> {
    const standing = this.#standing;
    if (standing.kind !== "ready" && standing.kind !== "hung") {
      return err({ kind: "no-service", detail: standing.kind });
    }
    const { bus, owner } = standing;
    // To this owner and not to the name: the next one has given the same ids to other notifications.
    const answer = await bus.call({ ...notifications, destination: owner, member, signature, body }, (heard) => {
      this.#answered(owner);
      // An owner that lost the name and answers after all speaks of ids that are no longer meant.
      if (ownerAt(this.#standing) === owner) hear?.(heard);
    });
    if (!answer.ok && answer.error.kind === "timeout") this.#silent(owner);
    return answer;
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#again);
    if (this.#standing.kind !== "unreachable") this.#standing.bus.close();
    this.#standing = { kind: "unreachable", reason: "no-service" };
  }

  #next(step: () => Promise<void>): Promise<void> {
    const search = (this.#search ?? Promise.resolve()).then(step).finally(() => {
      if (this.#search === search) this.#search = undefined;
    });
    this.#search = search;
    return search;
  }

  async #reach(): Promise<void> {
    clearTimeout(this.#again);
    if (this.#isOver() || this.#standing.kind !== "unreachable") return;
    const opened = await openSessionBus({ sockets: sessionSockets(this.#options.env), limitMs: this.#options.limitMs });
    if (!opened.ok) {
      this.#lost(opened.error.kind);
      return;
    }
    if (this.#isOver()) opened.value.close();
    else await this.#settleIn(opened.value);
  }

  async #settleIn(bus: SessionBus): Promise<void> {
    this.#move({ kind: "vacant", bus, reason: "no-service" });
    bus.onEnd(() => {
      this.#lost("no-service");
    });
    bus.onSignal((signal) => {
      this.#heard(bus, signal);
    });
    const [watched, id] = await Promise.all([watchService(bus), busId(bus)]);
    this.#busId = id.ok ? id.value : undefined;
    if (!watched.ok) {
      this.#leave(bus, watched.error.kind);
      return;
    }
    this.#failedTries = 0;
    await this.#findOwner();
  }

  async #findOwner(): Promise<void> {
    if (this.#standing.kind !== "vacant") return;
    const { bus } = this.#standing;
    const owner = await ownerOf(bus);
    if (owner.ok) await this.#meet(bus, owner.value);
    else if (owner.error.kind === "timeout") this.#leave(bus, "timeout");
    else {
      const started = await startOwner(bus);
      if (started.ok) await this.#meet(bus, started.value);
    }
  }

  async #meet(bus: SessionBus, owner: string): Promise<void> {
    if (!this.#isOn(bus)) return;
    if (ownerAt(this.#standing) === owner && this.#standing.kind !== "hung") return;
    if (ownerAt(this.#standing) !== owner) this.#tell({ kind: "met", run: this.#busId && `${this.#busId} ${owner}` });
    const before = this.standing();
    this.#move({ kind: "introducing", bus, owner, reason: before.ok ? "no-service" : before.error });
    const question = (member: string) =>
      bus.call({ ...notifications, member }, () => {
        this.#answered(owner);
      });
    const [information, capabilities] = await Promise.all([
      question("GetServerInformation"),
      question("GetCapabilities"),
    ]);
    if (this.#standing.kind !== "introducing" || this.#standing.owner !== owner) return;
    if (information.ok && capabilities.ok) {
      this.#move({ kind: "ready", bus, owner, facts: serverFacts(information.value, capabilities.value[0]) });
      return;
    }
    const failure = [information, capabilities].find((answer) => !answer.ok);
    const reason = failure?.ok === false ? failure.error.kind : "failed";
    this.#move(reason === "timeout" ? { kind: "hung", bus, owner, facts: undefined } : { kind: "vacant", bus, reason });
  }

  #heard(bus: SessionBus, signal: BusSignal): void {
    if (!this.#isOn(bus)) return;
    // Anybody on the bus can send a signal that looks like the server's.
    if (signal.interface === notifications.interface && signal.sender === ownerAt(this.#standing)) {
      this.#tell({ kind: "signal", member: signal.member, body: signal.body });
    }
    const owner = newOwner(signal);
    if (owner === "") this.#move({ kind: "vacant", bus, reason: "no-service" });
    else if (owner !== undefined) void this.#next(() => this.#meet(bus, owner));
  }

  /**
   * D-Bus keeps order and loses nothing while the owner lives. So a call that was not answered in time needs no repetition: its
   * own answer, however late, tells that the server is back. One more question is put behind it, for a server that forgot one.
   */
  #silent(owner: string): void {
    if (this.#standing.kind !== "ready" || this.#standing.owner !== owner) return;
    const { bus, facts } = this.#standing;
    this.#move({ kind: "hung", bus, owner, facts });
    void bus.call({ ...notifications, member: "GetServerInformation" }, () => {
      this.#answered(owner);
    });
  }

  #answered(owner: string): void {
    if (this.#standing.kind !== "hung" || this.#standing.owner !== owner) return;
    const { bus, facts } = this.#standing;
    if (facts === undefined) void this.#next(() => this.#meet(bus, owner));
    else this.#move({ kind: "ready", bus, owner, facts });
  }

  /** A bus that does not answer is no better than none. */
  #leave(bus: SessionBus, reason: Reason): void {
    bus.close();
    this.#lost(reason);
  }

  #lost(reason: Reason): void {
    if (this.#disposed) return;
    this.#move({ kind: "unreachable", reason });
    const { pausesMs } = this.#options;
    const pause = pausesMs[Math.min(this.#failedTries, pausesMs.length - 1)] ?? 0;
    this.#failedTries += 1;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#next(() => this.#reach()), pause).unref();
  }

  #isOver(): boolean {
    return this.#disposed;
  }

  #isOn(bus: SessionBus): boolean {
    return !this.#disposed && this.#standing.kind !== "unreachable" && this.#standing.bus === bus;
  }

  #move(standing: Standing): void {
    const before = this.#standing;
    this.#standing = standing;
    if (before.kind === standing.kind && standing.kind !== "ready") return;
    this.#options.log("info", "notification service", { standing: standing.kind });
    this.#tell({ kind: "standing" });
  }

  #tell(event: ServiceEvent): void {
    if (!this.#disposed) this.#options.listener(event);
  }
}
