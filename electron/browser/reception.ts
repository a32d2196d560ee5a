import { ok, type Result } from "../../shared/result.ts";
import type { App } from "../core/app-types.ts";
import type { Chance, Clock, Log } from "../core/ports.ts";
import { createCalendarEndpoint } from "../node/calendar/calendar-endpoint.ts";
import { createInboxEndpoint } from "../node/inbox/inbox-endpoint.ts";
import type { InboxToken } from "../node/inbox/inbox-token.ts";
import { parseInbox } from "../providers/inbox/parse.ts";
import type { Pages } from "../node/pages.ts";
import { listen, type ListenFailure } from "./server.ts";
import { openSockets } from "./sockets.ts";

export type ReceptionParts = {
  readonly app: App;
  readonly pages: Pages;
  readonly inbox: InboxToken;
  readonly clock: Pick<Clock, "monotonic">;
  readonly chance: Pick<Chance, "token">;
  readonly log: Log;
};

/** Where an app receives screens and incidents. */
export type Reception = {
  /** The page, with the token of this run in its fragment, which browsers do not send on. */
  readonly url: string;
  readonly inboxUrl: string;
  close(): Promise<void>;
};

const tokenBytes = 32;

/** Opens the page, its socket and the inbox on one port of the loopback, and tells the app where its inbox is. */
export async function openReception(port: number, parts: ReceptionParts): Promise<Result<Reception, ListenFailure>> {
  const { app, pages, inbox, clock, chance, log } = parts;
  const token = chance.token(tokenBytes);
  const sockets = openSockets({ app, token });
  const endpoint = createInboxEndpoint({
    token: inbox.token,
    parse: parseInbox,
    handle: (items) => app.receive(items),
    monotonic: () => clock.monotonic(),
    log,
  });
  const listening = await listen(port, {
    pages,
    inbox: endpoint,
    calendar: createCalendarEndpoint(app),
    socket: (request, socket, head) => sockets.accept(request, socket, head),
  });
  if (!listening.ok) {
    await sockets.close();
    return listening;
  }
  const inboxUrl = `${listening.value.origin}/inbox`;
  app.setInbox({ url: inboxUrl, port: listening.value.port, tokenFile: inbox.file });
  return ok({
    url: `${listening.value.origin}/#token=${token}`,
    inboxUrl,
    async close() {
      await sockets.close();
      await listening.value.close();
    },
  });
}
