import * as v from "valibot";
import type { App, AppPush } from "../core/app-types.ts";

/*
 *   arrived ──hello──▶ following ──its buffer is full──▶ behind
 *                          ▲                               │
 *                          └── drained: everything anew ───┘
 *
 * A screen that does not read as fast as the host tells is not told everything late: what it missed is dropped, and once it
 * has caught up it gets the present state. So the host holds at most one buffer and one list for it.
 */
type Pace = "arrived" | "following" | "behind";

/** What a screen needs of its WebSocket. */
export type Wire = {
  /** Bytes that were given to `send` and have not left this process. */
  readonly bufferedAmount: number;
  readonly isPaused: boolean;
  readonly readyState: number;
  readonly OPEN: number;
  /** `sent` is called when the message has left this process, or never will. */
  send(message: string, sent: () => void): void;
  ping(): void;
  pause(): void;
  resume(): void;
  close(code: number): void;
  terminate(): void;
};

/** One browser page at the other end of a wire. */
export type Screen = {
  /** Takes a message of the page. */
  receive(text: string): void;
  /** Sends a push that was made into text once for all screens. */
  tell(message: string): void;
  /** Pings; a screen that has not answered the ping before is cut off. */
  probe(): void;
  /** Takes the answer to a ping. */
  answered(): void;
};

export type ScreenLimits = {
  /** Bytes that may wait to be sent before a screen counts as behind. */
  readonly bufferBytes: number;
};

/** RFC 6455, 7.4.1. */
const policyViolation = 1008;

const requestSchema = v.strictObject({
  id: v.pipe(v.number(), v.safeInteger()),
  command: v.pipe(v.string(), v.maxLength(100)),
  input: v.unknown(),
});

type Request = v.InferOutput<typeof requestSchema>;

/** A push as it goes over the wire. */
export const pushMessage = ({ push, payload }: AppPush): string => JSON.stringify({ push, payload });

/** Answers the screen's requests with the app's, and keeps it up to date from its first `hello` on. */
export function serveScreen(wire: Wire, app: App, limits: ScreenLimits): Screen {
  let pace: Pace = "arrived";
  let answersPings = true;
  const held: Request[] = [];

  const send = (message: string): void => {
    wire.send(message, caughtUp);
  };
  const isFull = (): boolean => wire.bufferedAmount > limits.bufferBytes;
  const tellEverything = (): void => {
    pace = "following";
    send(pushMessage({ push: "snapshot", payload: app.snapshot() }));
    for (const payload of app.incidents()) send(pushMessage({ push: "incidents", payload }));
  };
  const caughtUp = (): void => {
    if (wire.readyState !== wire.OPEN || wire.bufferedAmount > 0) return;
    if (pace === "behind") tellEverything();
    const next = held.shift();
    if (next !== undefined) void answer(next);
    else if (wire.isPaused) wire.resume();
  };
  const answer = async ({ id, command, input }: Request): Promise<void> => {
    const reply = await app.request(command, input);
    if (wire.readyState !== wire.OPEN) return;
    send(JSON.stringify({ id, reply }));
    if (command === "hello" && reply.ok) tellEverything();
  };
  return {
    receive(text) {
      const request = parseRequest(text);
      if (request === undefined) {
        wire.close(policyViolation);
      } else if (isFull()) {
        // Further questions wait in the screen's own system; those that have been read already wait here.
        wire.pause();
        held.push(request);
      } else {
        void answer(request);
      }
    },
    tell(message) {
      if (pace !== "following" || wire.readyState !== wire.OPEN) return;
      if (isFull()) pace = "behind";
      else send(message);
    },
    probe() {
      if (!answersPings) {
        wire.terminate();
        return;
      }
      answersPings = false;
      wire.ping();
    },
    answered() {
      answersPings = true;
    },
  };
}

function parseRequest(text: string): Request | undefined {
  try {
    const parsed = v.safeParse(requestSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
