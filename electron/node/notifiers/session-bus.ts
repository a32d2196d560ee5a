import { Socket } from "node:net";
import { createClient } from "@homebridge/dbus-native";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { NotifierFailure } from "../../core/ports.ts";
import type { Cancel } from "../../core/records.ts";

/** What the package has and its declarations leave out. */
declare module "@homebridge/dbus-native" {
  export function createClient(options: {
    readonly stream: Socket;
    readonly authMethods: readonly string[];
  }): MessageBus;
}

export type BusCall = {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Types of the body, as D-Bus writes them; a variant in the body is `[signature, value]`, a dictionary an array of pairs. */
  readonly signature?: string;
  readonly body?: readonly unknown[];
};

export type BusAnswer = Result<readonly unknown[], NotifierFailure>;

export type BusSignal = {
  /** The unique name of the connection that sent it, such as `:1.7`, or the bus's own name. */
  readonly sender: string;
  readonly interface: string;
  readonly member: string;
  readonly body: readonly unknown[];
};

/** A connection to the session bus. Nothing that happens on it throws, blocks or ends the process. */
export type SessionBus = {
  /**
   * Answers within the limit. `hear` hears the real answer the moment it is read, before any signal that the service sent after
   * it, and even when it comes after the limit; never, where none comes.
   */
  call(call: BusCall, hear?: (answer: BusAnswer) => void): Promise<BusAnswer>;
  onSignal(listener: (signal: BusSignal) => void): Cancel;
  /** Told once, when the bus went away or broke the protocol; not after `close`. */
  onEnd(listener: () => void): Cancel;
  close(): void;
};

export type SessionBusOptions = {
  /** As from `sessionSockets`. */
  readonly sockets: readonly string[];
  /** Milliseconds that a connection, and each call, may take. */
  readonly limitMs: number;
};

const signalType = 4;

/**
 * dbus-native decodes inside of a `readable` listener, so that a message it cannot read (a file descriptor, say) would end the
 * process. Here it ends the connection.
 */
class GuardedSocket extends Socket {
  override emit(event: string | symbol, ...values: readonly unknown[]): boolean {
    try {
      return super.emit(event, ...values);
    } catch (error) {
      if (event === "error") throw error;
      this.destroy();
      return true;
    }
  }
}

/** Connects to the first socket that lets it in: `no-service` where none does, `timeout` where one took the connection and stayed silent. */
export async function openSessionBus({
  sockets,
  limitMs,
}: SessionBusOptions): Promise<Result<SessionBus, NotifierFailure>> {
  let failure: NotifierFailure = { kind: "no-service", detail: "no address of a session bus" };
  for (const socket of sockets) {
    const opened = await connect(socket, limitMs);
    if (opened.ok) return opened;
    failure = opened.error;
  }
  return err(failure);
}

function connect(path: string, limitMs: number): Promise<Result<SessionBus, NotifierFailure>> {
  return new Promise((resolve) => {
    const stream = new GuardedSocket();
    stream.connect({ path });
    const { connection, ...bus } = wire(stream, limitMs);
    const settle = (result: Result<SessionBus, NotifierFailure>): void => {
      clearTimeout(timer);
      if (!result.ok) stream.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => {
      settle(err({ kind: "timeout", detail: "the session bus did not let the connection in" }));
    }, limitMs);
    connection.once("connect", () => {
      settle(ok(bus));
    });
    bus.onEnd(() => {
      settle(err({ kind: "no-service", detail: "the session bus refused the connection" }));
    });
  });
}

/** Puts calls, limits and ends around the package's client. The client is usable once `connection` has emitted `connect`. */
function wire(stream: Socket, limitMs: number) {
  // The only method that session buses offer; without the list the package goes on to look for cookies in the home directory.
  const client = createClient({ stream, authMethods: ["EXTERNAL"] });
  const signals = new Set<(signal: BusSignal) => void>();
  const ends = new Set<() => void>();
  const open = new Set<(answer: BusAnswer) => void>();
  let state: "open" | "ended" = "open";

  const end = (): void => {
    if (state === "ended") return;
    state = "ended";
    stream.destroy();
    for (const answer of [...open]) answer(err({ kind: "no-service", detail: "the session bus went away" }));
    for (const listener of [...ends]) listener();
  };
  stream.on("close", end);
  // Errors of the socket, of the handshake and of Hello all arrive here, and would end the process if nobody listened.
  client.connection.on("error", end);
  client.connection.on("message", (message: unknown) => {
    const signal = signalOf(message);
    if (signal !== undefined) for (const listener of [...signals]) listener(signal);
  });

  const call = (request: BusCall, hear: (answer: BusAnswer) => void = () => undefined): Promise<BusAnswer> =>
    new Promise((resolve) => {
      if (state === "ended") {
        resolve(err({ kind: "no-service", detail: "the session bus went away" }));
        return;
      }
      const settle = (answer: BusAnswer): void => {
        clearTimeout(timer);
        open.delete(settle);
        resolve(answer);
      };
      open.add(settle);
      const timer = setTimeout(() => {
        settle(err({ kind: "timeout", detail: `${request.member} was not answered` }));
      }, limitMs);
      try {
        client.invoke({ ...request }, (error: { readonly name?: unknown } | undefined, ...values: unknown[]) => {
          const answer = error ? err(failureOf(error.name)) : ok(values);
          hear(answer);
          settle(answer);
        });
      } catch {
        // What the package says by throwing: this body cannot be written in this signature.
        settle(err({ kind: "failed", detail: `${request.member} cannot be encoded` }));
      }
    });

  const close = (): void => {
    ends.clear();
    signals.clear();
    end();
  };
  return {
    connection: client.connection,
    call,
    onSignal: (listener: (signal: BusSignal) => void) => member(signals, listener),
    onEnd: (listener: () => void) => member(ends, listener),
    close,
  };
}

function member<T>(members: Set<T>, one: T): Cancel {
  members.add(one);
  return () => {
    members.delete(one);
  };
}

function signalOf(message: unknown): BusSignal | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, sender, interface: from, member, body } = message as Readonly<Record<string, unknown>>;
  if (type !== signalType || typeof sender !== "string" || typeof from !== "string") return undefined;
  if (typeof member !== "string") return undefined;
  return { sender, interface: from, member, body: Array.isArray(body) ? body : [] };
}

/** NoReply is how the bus answers for a service that died with the question; session buses set no time for replies. */
const noService =
  /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|NoReply|NoServer|Disconnected|Spawn\..*)$/;
const unanswered = /^org\.freedesktop\.DBus\.Error\.(Timeout|TimedOut)$/;
const unknown = /^org\.freedesktop\.DBus\.Error\.(UnknownMethod|UnknownInterface|UnknownObject|NotSupported)$/;

/** By the error's registered name; its text is for people and may quote the call. */
function failureOf(name: unknown): NotifierFailure {
  const detail = typeof name === "string" ? name : "an error without a name";
  if (noService.test(detail)) return { kind: "no-service", detail };
  if (unanswered.test(detail)) return { kind: "timeout", detail };
  if (unknown.test(detail)) return { kind: "unsupported", detail };
  return { kind: "failed", detail };
}
