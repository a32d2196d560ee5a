import * as v from "valibot";
import { createListeners } from "./listeners.ts";
import { disconnectedReply, type Link, type LinkState } from "./link.ts";

export type SocketOptions = {
  /** Such as `ws://127.0.0.1:4321/socket`. */
  readonly url: string;
  /** Undefined where the page was opened without one. */
  readonly token: string | undefined;
  readonly pace?: Pace;
};

/** Milliseconds. */
export type Pace = {
  readonly firstPause: number;
  readonly longestPause: number;
  /** How often an otherwise silent host is asked for a sign of life, and how long it may take to give one. */
  readonly probe: number;
};

export const defaultPace: Pace = { firstPause: 500, longestPause: 10_000, probe: 10_000 };

/** The host's word that the token is missing or wrong. */
const unauthorized = 4401;

const messageSchema = v.union([
  v.object({ id: v.number(), reply: v.unknown() }),
  v.object({ push: v.string(), payload: v.unknown() }),
]);

/**
 * A link over a WebSocket: `{ id, command, input }` out, `{ id, reply }` and `{ push, payload }` in. Opens again by itself after
 * growing pauses; requests under way when it is cut off are answered `disconnected`.
 */
export function openSocketLink({ url, token, pace = defaultPace }: SocketOptions): Link & { close(): void } {
  const pushes = createListeners<readonly [string, unknown]>();
  const states = createListeners<readonly [LinkState]>();
  const waiting = new Map<number, (reply: unknown) => void>();
  let state: LinkState = token === undefined ? { kind: "refused", reason: "no-token" } : { kind: "connecting" };
  let socket: WebSocket | undefined;
  let pause = pace.firstPause;
  let lastId = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heard = true;

  const become = (next: LinkState): void => {
    state = next;
    states.tell(next);
  };

  const open = (): void => {
    clearTimeout(timer);
    const opened = new WebSocket(url, ["baton.v1", `baton.token.${token ?? ""}`]);
    socket = opened;
    opened.addEventListener("open", () => {
      pause = pace.firstPause;
      heard = true;
      become({ kind: "open" });
      scheduleProbe();
    });
    opened.addEventListener("message", (event: MessageEvent<unknown>) => receive(event.data));
    opened.addEventListener("close", (event) => {
      if (socket === opened) lose(event.code);
    });
  };

  const receive = (data: unknown): void => {
    heard = true;
    const message = parseMessage(data);
    if (message === undefined) return;
    if ("push" in message) {
      pushes.tell(message.push, message.payload);
      return;
    }
    waiting.get(message.id)?.(message.reply);
    waiting.delete(message.id);
  };

  const lose = (code: number): void => {
    clearTimeout(timer);
    socket = undefined;
    for (const answer of waiting.values()) answer(disconnectedReply);
    waiting.clear();
    if (code === unauthorized) return become({ kind: "refused", reason: "wrong-token" });
    become({ kind: "cut-off", retryAt: Date.now() + pause });
    timer = setTimeout(open, pause);
    pause = Math.min(pause * 2, pace.longestPause);
  };

  /** A stopped host keeps its connections: ask for what it does not know, since the refusal too is a sign of life. */
  const scheduleProbe = (): void => {
    timer = setTimeout(() => {
      if (!heard) {
        abandon();
        return;
      }
      heard = false;
      socket?.send(JSON.stringify({ id: 0, command: "alive", input: {} }));
      scheduleProbe();
    }, pace.probe);
  };

  /** Does not wait for the closing handshake, which a stopped host never answers. */
  const abandon = (): void => {
    const silent = socket;
    lose(0);
    silent?.close();
  };

  if (token !== undefined) open();
  return {
    request(command, input) {
      const to = socket;
      if (to === undefined || state.kind !== "open") return Promise.resolve(disconnectedReply);
      const id = ++lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        to.send(JSON.stringify({ id, command, input }));
      });
    },
    onPush: pushes.add,
    state: () => state,
    onState: states.add,
    retryNow() {
      if (state.kind === "cut-off" && socket === undefined) open();
    },
    close() {
      clearTimeout(timer);
      const closing = socket;
      socket = undefined;
      closing?.close();
    },
  };
}

function parseMessage(data: unknown): v.InferOutput<typeof messageSchema> | undefined {
  if (typeof data !== "string") return undefined;
  try {
    const parsed = v.safeParse(messageSchema, JSON.parse(data));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // Not JSON: not a message of this protocol, and the contract's side has nothing to answer.
    return undefined;
  }
}
