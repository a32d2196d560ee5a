import { disconnectedReply, type Link, type LinkState } from "../../renderer/transport/link.ts";
import { createListeners } from "../../renderer/transport/listeners.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { Sighting } from "../../shared/incident/alert.ts";
import type { SourceFailure } from "../../shared/incident/answer.ts";
import type { Outcome } from "../../shared/rpc/contract.ts";
import { instant, type Instant } from "../../shared/time/instant.ts";
import type { Stage } from "./stage.ts";

/** One command as it was asked, for a test to look at. */
export type Asked = { readonly command: string; readonly input: unknown };

/** What a test may do to the page: to the world behind the core, and to the wire. */
export type PageHost = {
  readonly link: Link;
  readonly asked: readonly Asked[];
  fires(...alerts: readonly Sighting[]): Promise<void>;
  ends(...keys: readonly string[]): Promise<void>;
  fails(failure?: SourceFailure): Promise<void>;
  snapshot(): Snapshot;
  /** Says something on the wire that the core did not say. */
  push(name: string, payload: unknown): void;
  readonly teamFile: Stage["teamFile"];
  /** The next questions of this command end so on the wire. */
  answer(command: string, outcome: Outcome | "internal" | "never"): void;
  cutOff(): void;
  comeBack(): void;
  refuse(): void;
  close(): Promise<void>;
};

/** Milliseconds between two looks at the time. */
const beat = 50;

/** Goes on with a story in the time of `now`, behind the wire of a host: plain JSON in both directions. */
export function openPageHost(stage: Stage, now: () => Instant): PageHost {
  const { app, source, clock, teamFile } = stage;
  const pushes = createListeners<readonly [string, unknown]>();
  const states = createListeners<readonly [LinkState]>();
  const answers = new Map<string, Outcome | "internal" | "never">();
  const asked: Asked[] = [];
  let state: LinkState = { kind: "open" };

  const keepUp = (): void => clock.advance(Math.max(0, now() - clock.now()));
  const push = (name: string, payload: unknown): void => {
    if (state.kind === "open") pushes.tell(name, throughJson(payload));
  };
  app.subscribe(({ push: name, payload }) => push(name, payload));
  const beats = setInterval(keepUp, beat);

  const become = (next: LinkState): void => {
    state = next;
    states.tell(next);
  };
  /** Changes what the source would say, and asks it. */
  const afterAsking = async (change: () => void): Promise<void> => {
    change();
    keepUp();
    await app.request("retry-source", { source: "prod" });
  };
  return {
    asked,
    teamFile,
    push,
    snapshot: () => app.snapshot(),
    fires: (...alerts) => afterAsking(() => source.fires(...alerts)),
    ends: (...keys) => afterAsking(() => source.ends(...keys)),
    fails: (failure) => afterAsking(() => source.fails(failure)),
    answer: (command, outcome) => void answers.set(command, outcome),
    cutOff: () => become({ kind: "cut-off", retryAt: now() + 8_000 }),
    comeBack: () => become({ kind: "open" }),
    refuse: () => become({ kind: "refused", reason: "wrong-token" }),
    close() {
      clearInterval(beats);
      return stage.close();
    },
    link: {
      async request(command, input) {
        if (state.kind !== "open") return disconnectedReply;
        asked.push({ command, input });
        const canned = answers.get(command);
        if (canned === "never") return new Promise(() => undefined);
        if (canned === "internal") return { ok: false, error: { kind: "internal" } };
        if (canned !== undefined) return { ok: true, value: canned };
        keepUp();
        const reply = throughJson(await app.request(command, throughJson(input)));
        // Whoever says hello is sent the whole list, as both hosts do.
        if (command === "hello") queueMicrotask(() => app.incidents().forEach((part) => push("incidents", part)));
        return reply;
      },
      onPush: pushes.add,
      state: () => state,
      onState: states.add,
      retryNow: () => become({ kind: "open" }),
    },
  };
}

/** The time of a page that began at `start`, whatever the machine's clock says. */
export function shiftTime(start: Instant): () => Instant {
  const real = Date.now.bind(Date);
  const shift = start - real();
  const Real = Date;
  Date.now = () => real() + shift;
  globalThis.Date = new Proxy(Real, {
    construct: (target, args: readonly unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [real() + shift] : args, newTarget) as Date,
  });
  return () => instant(Date.now());
}

const throughJson = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)));
