import type { App } from "../core/app-types.ts";
import type { Log } from "../core/ports.ts";
import type { InboxEndpoint } from "../node/inbox/inbox-endpoint.ts";
import { listenForInbox, type InboxListener } from "../node/inbox/inbox-listener.ts";

export type InboxPlaceOptions = {
  readonly core: Pick<App, "setInbox" | "snapshot" | "subscribe">;
  readonly endpoint: InboxEndpoint;
  readonly tokenFile: string;
  /** From the command line; over what the settings say, for this run. */
  readonly port: number | undefined;
  readonly log: Log;
};

/** The inbox at the port of the settings, moved when they change. */
export type InboxPlaceHandle = { url(): string | undefined; close(): Promise<void> };

/** Listens, tells the core where (or why not), and answers once it has. */
export async function openInboxPlace(options: InboxPlaceOptions): Promise<InboxPlaceHandle> {
  const { core, log } = options;
  let port = options.port ?? core.snapshot().settings.inboxPort;
  let listener = await listenAt(port, options);
  /** Moves wait for each other, so that two listeners are never open. */
  let moves = Promise.resolve();

  async function move(to: number): Promise<void> {
    await listener?.close();
    listener = await listenAt(to, options);
  }
  const unsubscribe = core.subscribe(({ push, payload }) => {
    if (push !== "snapshot" || options.port !== undefined || payload.settings.inboxPort === port) return;
    port = payload.settings.inboxPort;
    const to = port;
    moves = moves
      .then(() => move(to))
      .catch((fault: unknown) => {
        log("error", "the inbox could not move", { fault: fault instanceof Error ? fault.name : typeof fault });
      });
  });

  return {
    url: () => listener?.url,
    async close() {
      unsubscribe();
      await moves;
      await listener?.close();
    },
  };
}

async function listenAt(
  wanted: number,
  { core, endpoint, tokenFile, log }: InboxPlaceOptions,
): Promise<InboxListener | undefined> {
  const listening = await listenForInbox(wanted, endpoint);
  if (!listening.ok) {
    log("error", "the inbox cannot listen", { code: listening.error.code });
    core.setInbox({ url: "", port: wanted, tokenFile, failure: listening.error.code });
    return undefined;
  }
  const { url, port, wantedPort } = listening.value;
  core.setInbox({ url, port, tokenFile, ...(wantedPort !== undefined && { wantedPort }) });
  return listening.value;
}
