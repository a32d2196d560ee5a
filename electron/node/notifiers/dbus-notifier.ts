import { isDeepStrictEqual } from "node:util";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { NoticeContent, NoticeKey, NotifierStatus } from "../../../shared/paging/notice.ts";
import type { Log, Notifier, NotifierEvent, NotifierFailure } from "../../core/ports.ts";
import type { Cancel } from "../../core/records.ts";
import type { Environment } from "./bus-address.ts";
import { notifyBody, notifySignature, pressed, type ButtonLabels } from "./freedesktop.ts";
import { keyedTurns } from "./keyed-turns.ts";
import { followNotificationService, type NotificationService, type ServiceEvent } from "./notification-service.ts";
import { notifierListeners } from "./notifier-listeners.ts";
import type { BusAnswer } from "./session-bus.ts";
import { shownIds, type NoticeIds, type ShownIds } from "./shown-ids.ts";

export type DbusNotifierOptions = {
  /** Tells where the session bus is: DBUS_SESSION_BUS_ADDRESS, else XDG_RUNTIME_DIR. */
  readonly env: Environment;
  readonly labels: ButtonLabels;
  readonly log: Log;
  /** What a restart does not forget; without it, notifications from before cannot be closed or replaced. */
  readonly noticeIds?: NoticeIds;
  /** Milliseconds that a connection, and each call, may take; 2,000 unless told. */
  readonly limitMs?: number;
  /** Milliseconds before each further try to reach the bus; the last one holds. */
  readonly pausesMs?: readonly number[];
};

const twoSeconds = 2_000;
const growingPauses = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000];

/** A press and the closing that it brings are one gesture; ms between their two signals. */
const oneGesture = 1_000;

/** Reason 2 of NotificationClosed: by the person. Expiry is 1, CloseNotification 3, and neither says that anybody saw it. */
const byThePerson = 2;

/** Notifications over org.freedesktop.Notifications. Answers once it is known whether there is a service, in two limits at most. */
export async function openDbusNotifier(options: DbusNotifierOptions): Promise<Notifier> {
  const notifier = new DbusNotifier(options);
  await notifier.settled();
  return notifier;
}

class DbusNotifier implements Notifier {
  readonly #labels: ButtonLabels;
  readonly #service: NotificationService;
  readonly #listeners = notifierListeners();
  readonly #inTurn = keyedTurns();
  readonly #ids: ShownIds;
  /** The latest showing of each key that nobody closed since. */
  readonly #wanted = new Map<NoticeKey, symbol>();
  #lastPress: { readonly id: number; readonly at: number } | undefined;
  /** Why the server refused the latest notice, though it answers. */
  #refused: NotifierFailure["kind"] | undefined;
  #told: NotifierStatus | undefined;
  #disposed = false;

  constructor({ env, labels, log, noticeIds, limitMs = twoSeconds, pausesMs = growingPauses }: DbusNotifierOptions) {
    this.#labels = labels;
    this.#ids = shownIds(noticeIds);
    const listener = (event: ServiceEvent): void => this.#heard(event);
    this.#service = followNotificationService({ env, limitMs, pausesMs, log, listener });
  }

  async settled(): Promise<void> {
    await this.#service.ready();
  }

  status(): NotifierStatus {
    const standing = this.#service.standing();
    const reason = standing.ok ? this.#refused : standing.error;
    return {
      adapter: "dbus",
      health: reason === undefined ? { kind: "working" } : { kind: "failing", reason },
      buttons: standing.ok && standing.value.buttons,
      closes: standing.ok,
      sounds: standing.ok && standing.value.sound,
      ...(standing.ok && standing.value.title !== "" && { server: standing.value.title }),
    };
  }

  show(notice: NoticeContent): Promise<Result<void, NotifierFailure>> {
    return this.#inTurn(notice.key, async () => {
      if (this.#disposed) return err({ kind: "no-service", detail: "disposed" });
      const ready = await this.#service.ready();
      if (!ready.ok) return ready;
      const showing = Symbol(notice.key);
      this.#wanted.set(notice.key, showing);
      const replaces = this.#ids.idOf(notice.key) ?? 0;
      const answer = await this.#service.call("Notify", {
        signature: notifySignature,
        body: notifyBody(notice, { facts: ready.value, labels: this.#labels, replaces }),
        hear: (heard) => this.#shown(notice.key, showing, heard),
      });
      this.#judge(answer);
      return answer.ok ? ok(undefined) : answer;
    });
  }

  close(key: NoticeKey): Promise<void> {
    this.#wanted.delete(key);
    return this.#inTurn(key, async () => {
      this.#wanted.delete(key);
      const id = this.#ids.idOf(key);
      if (id === undefined) return;
      this.#ids.remove(key);
      await this.#closeId(id);
    });
  }

  subscribe(listener: (event: NotifierEvent) => void): Cancel {
    return this.#listeners.subscribe(listener);
  }

  dispose(): void {
    this.#disposed = true;
    this.#listeners.clear();
    this.#service.dispose();
  }

  /** A server that hung shows what it was given once it wakes: it is kept if it is still wanted, and taken back if not. */
  #shown(key: NoticeKey, showing: symbol, answer: BusAnswer): void {
    const id = answer.ok ? answer.value[0] : undefined;
    if (typeof id !== "number") return;
    if (this.#wanted.get(key) === showing) this.#ids.set(key, id);
    else if (this.#ids.idOf(key) !== id) void this.#closeId(id);
  }

  async #closeId(id: number): Promise<void> {
    // An error says that it is gone already, which is what was wanted.
    await this.#service.call("CloseNotification", { signature: "u", body: [id] });
  }

  /** A failure of the service is its own standing; here is what a service that answers says to one notice. */
  #judge(answer: BusAnswer): void {
    const answers = this.#service.standing().ok;
    const refused = answer.ok || !answers ? undefined : answer.error.kind;
    if (refused === this.#refused) return;
    this.#refused = refused;
    this.#tellStatus();
  }

  #heard(event: ServiceEvent): void {
    switch (event.kind) {
      case "standing":
        this.#refused = undefined;
        this.#tellStatus();
        return;
      case "met":
        this.#ids.met(event.run);
        return;
      case "signal":
        if (event.member === "ActionInvoked") this.#invoked(event.body);
        if (event.member === "NotificationClosed") this.#closed(event.body);
    }
  }

  #invoked([id, action]: readonly unknown[]): void {
    const notice = this.#ids.keyOf(id);
    const what = pressed(action);
    if (notice === undefined || what === undefined || typeof id !== "number") return;
    this.#lastPress = { id, at: performance.now() };
    this.#listeners.tell({ ...what, notice });
  }

  #closed([id, reason]: readonly unknown[]): void {
    const notice = this.#ids.keyOf(id);
    if (notice === undefined) return;
    this.#ids.remove(notice);
    this.#wanted.delete(notice);
    const press = this.#lastPress;
    const told = press !== undefined && press.id === id && performance.now() - press.at < oneGesture;
    if (reason === byThePerson && !told) this.#listeners.tell({ kind: "dismissed", notice });
  }

  #tellStatus(): void {
    const status = this.status();
    if (isDeepStrictEqual(status, this.#told)) return;
    this.#told = status;
    this.#listeners.tell({ kind: "status", status });
  }
}
