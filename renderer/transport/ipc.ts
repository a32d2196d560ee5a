import type { Link } from "./link.ts";

/** What the desktop host's preload exposes as `window.baton`. */
export type Bridge = {
  request(command: string, input: unknown): Promise<unknown>;
  onPush(listener: (push: string, payload: unknown) => void): () => void;
};

/** The desktop's bridge, where this page runs in its window. */
export function bridgeOf(window: object): Bridge | undefined {
  return "baton" in window && isBridge(window.baton) ? window.baton : undefined;
}

const isBridge = (value: unknown): value is Bridge =>
  typeof value === "object" &&
  value !== null &&
  "request" in value &&
  typeof value.request === "function" &&
  "onPush" in value;

/** The desktop host as a link: always open, because the window ends with its host. */
export function openIpcLink(bridge: Bridge): Link {
  return {
    request: (command, input) => bridge.request(command, input),
    onPush: (listener) => bridge.onPush(listener),
    state: () => ({ kind: "open" }),
    onState: () => () => undefined,
    retryNow: () => undefined,
  };
}
