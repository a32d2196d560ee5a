import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { contract, type Contract } from "../../shared/rpc/contract.ts";
import { connect, type Client, type Push } from "../../shared/rpc/define.ts";
import type { Link, LinkState } from "../transport/link.ts";
import { createCommands, type Commands } from "./commands.ts";
import { createScreen, type Said, takeIncidents, takeReconnect, type ScreenStore } from "./screen.ts";
import type { Ticker } from "./ticker.ts";

/** Everything a screen runs on: what is known, what can be asked, and the clock. */
export type Session = {
  readonly store: ScreenStore;
  readonly commands: Commands;
  readonly ticker: Ticker;
  readonly link: Link;
  readonly onAlarm: (listener: (alarm: Push<Contract, "alarm">) => void) => () => void;
};

export type SessionParts = {
  readonly link: Link;
  readonly ticker: Ticker;
  /** What a screen reader says when one snapshot follows another. */
  readonly announce: (before: Snapshot | undefined, after: Snapshot) => Said | undefined;
  /** A push that does not fit the contract was dropped: a fault of Baton, for its log. */
  readonly onBadPush: (push: string, issues: readonly string[]) => void;
};

/** Joins a link to a new screen: says hello whenever the link opens, and takes what the host pushes. */
export function startSession({ link, ticker, announce, onBadPush }: SessionParts): Session {
  const store = createScreen(link.state());
  const client = connect(contract, link, onBadPush);

  const takeSnapshot = (snapshot: Snapshot): void => {
    ticker.setHostNow(snapshot.now);
    store.setState((screen) => ({ snapshot, said: announce(screen.snapshot, snapshot) ?? screen.said }));
  };
  client.onPush("snapshot", takeSnapshot);
  client.onPush("incidents", (change) => store.setState((screen) => takeIncidents(screen, change)));
  client.onPush("navigate", ({ view, incident }) => {
    const opened = view === "incidents" ? incident : undefined;
    store.setState(({ selection }) => ({
      view,
      opened,
      ...(opened === undefined ? {} : { selection: { ...selection, active: opened } }),
    }));
  });

  const takeLink = (state: LinkState): void => {
    store.setState({ link: state });
    if (state.kind === "open") void greet(client, store, takeSnapshot);
  };
  link.onState(takeLink);
  takeLink(link.state());

  return {
    store,
    commands: createCommands(client, store),
    ticker,
    link,
    onAlarm: (listener) => client.onPush("alarm", listener),
  };
}

async function greet(client: Client<Contract>, store: ScreenStore, take: (snapshot: Snapshot) => void): Promise<void> {
  store.setState(takeReconnect);
  const hello = await client.request("hello", {});
  if (hello.ok) take(hello.value);
  store.setState({ misfit: !hello.ok && hello.error.kind !== "disconnected" });
}
