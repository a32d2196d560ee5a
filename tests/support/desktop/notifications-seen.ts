import type { DbusMessage } from "./dbus-messages.ts";

/** A call of org.freedesktop.Notifications.Notify, as it was on the bus. */
export type NotifyCall = {
  /** Milliseconds of the monotonic clock at which the monitor saw it. */
  readonly at: number;
  /** The unique name of the caller, such as `:1.7`. */
  readonly sender: string;
  readonly appName: string;
  /** 0 where it replaces nothing. */
  readonly replacesId: number;
  readonly summary: string;
  readonly body: string;
  readonly actions: readonly { readonly key: string; readonly label: string }[];
  readonly hints: Readonly<Record<string, unknown>>;
  /** -1: as the server likes; 0: never. */
  readonly expireTimeout: number;
};

/** A notification that the server has confirmed and not closed since. */
export type ShownNotification = NotifyCall & { readonly id: number };

export type ServerSignal =
  | { readonly kind: "pressed"; readonly id: number; readonly action: string }
  | { readonly kind: "closed"; readonly id: number; readonly reason: number };

/** What passed over the bus that concerns notifications. */
export type NotificationsSeen = {
  notifyCalls(): readonly NotifyCall[];
  /** In the order of the server's ids. */
  shown(): readonly ShownNotification[];
  signals(): readonly ServerSignal[];
  /** Whether somebody owns the name of the notification service. */
  served(): boolean;
};

const service = "org.freedesktop.Notifications";

export function notificationsSeen(): NotificationsSeen & { readonly see: (message: DbusMessage) => void } {
  const calls: NotifyCall[] = [];
  const signals: ServerSignal[] = [];
  const unconfirmed = new Map<string, NotifyCall>();
  const shown = new Map<number, NotifyCall>();
  let owner = "";

  const see = (message: DbusMessage): void => {
    const { type, sender = "", destination = "", body } = message;
    if (type === "call" && message.interface === service && message.member === "Notify") {
      const call = notifyCall(sender, body);
      calls.push(call);
      unconfirmed.set(`${sender} ${message.serial}`, call);
    }
    if (type === "return" && message.replySerial !== undefined) {
      const call = unconfirmed.get(`${destination} ${message.replySerial}`);
      // A new bus gives names and serials out anew.
      unconfirmed.delete(`${destination} ${message.replySerial}`);
      if (call !== undefined) shown.set(body[0] as number, call);
    }
    if (type !== "signal") return;
    if (message.member === "NameOwnerChanged" && body[0] === service) {
      owner = body[2] as string;
      shown.clear();
    }
    // dunst sends its signals to the one caller, Xfce to everybody: either is seen once.
    if (message.interface === service && message.member === "NotificationClosed") {
      shown.delete(body[0] as number);
      signals.push({ kind: "closed", id: body[0] as number, reason: body[1] as number });
    }
    if (message.interface === service && message.member === "ActionInvoked") {
      signals.push({ kind: "pressed", id: body[0] as number, action: body[1] as string });
    }
  };

  return {
    see,
    notifyCalls: () => [...calls],
    shown: () => [...shown].map(([id, call]) => ({ ...call, id })).sort((a, b) => a.id - b.id),
    signals: () => [...signals],
    served: () => owner !== "",
  };
}

function notifyCall(sender: string, values: readonly unknown[]): NotifyCall {
  const [appName, replacesId, , summary, body, actions, hints, expireTimeout] = values as [
    string,
    number,
    string,
    string,
    string,
    readonly string[],
    readonly (readonly [string, unknown])[],
    number,
  ];
  const pairs = actions.flatMap((key, at) => (at % 2 === 0 ? [{ key, label: actions[at + 1] ?? "" }] : []));
  return {
    at: performance.now(),
    sender,
    appName,
    replacesId,
    summary,
    body,
    actions: pairs,
    hints: Object.fromEntries(hints),
    expireTimeout,
  };
}
