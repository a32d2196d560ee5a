import { err, ok, type Result } from "../../../shared/result.ts";
import type { NotifierFailure } from "../../core/ports.ts";
import { notifications } from "./freedesktop.ts";
import type { BusAnswer, BusSignal, SessionBus } from "./session-bus.ts";

/*
 * Who owns the name of the notification service: asked of the bus itself, which answers at once. A call to a name without an
 * owner can take minutes. Source: D-Bus Specification, "Message Bus Messages".
 */

const driver = "org.freedesktop.DBus";
const driverPath = "/org/freedesktop/DBus";

const ask = (bus: SessionBus, member: string, [signature, body]: readonly [string, readonly unknown[]]) =>
  bus.call({ destination: driver, path: driverPath, interface: driver, member, signature, body });

const rules = [
  `type='signal',sender='${driver}',member='NameOwnerChanged',arg0='${notifications.destination}'`,
  `type='signal',path='${notifications.path}',interface='${notifications.interface}'`,
];

/** Asks for the signals of the service and for those about its owner; the failure of either. */
export async function watchService(bus: SessionBus): Promise<BusAnswer> {
  const answers = await Promise.all(rules.map((rule) => ask(bus, "AddMatch", ["s", [rule]])));
  return answers.find((answer) => !answer.ok) ?? ok([]);
}

/** The bus's own id, which no other run of a bus has. */
export async function busId(bus: SessionBus): Promise<Result<string, NotifierFailure>> {
  const answer = await bus.call({ destination: driver, path: driverPath, interface: driver, member: "GetId" });
  if (!answer.ok) return answer;
  const [id] = answer.value;
  return typeof id === "string" ? ok(id) : err({ kind: "failed", detail: "GetId answered no id" });
}

/** The unique name of the owner's connection, which the bus never gives to another. */
export async function ownerOf(bus: SessionBus): Promise<Result<string, NotifierFailure>> {
  const answer = await ask(bus, "GetNameOwner", ["s", [notifications.destination]]);
  if (!answer.ok) return answer;
  const [owner] = answer.value;
  return typeof owner === "string" ? ok(owner) : err({ kind: "failed", detail: "GetNameOwner answered no name" });
}

/** Has the bus start the service, as the desktop's own programs do by their first notification; refused where none is installed. */
export async function startOwner(bus: SessionBus): Promise<Result<string, NotifierFailure>> {
  const noFlags = 0;
  const started = await ask(bus, "StartServiceByName", ["su", [notifications.destination, noFlags]]);
  return started.ok ? ownerOf(bus) : started;
}

/** The new owner that a signal tells of; empty for none, undefined where it tells of something else. */
export function newOwner({ sender, member, body: [name, , owner] }: BusSignal): string | undefined {
  const told = sender === driver && member === "NameOwnerChanged" && name === notifications.destination;
  return told && typeof owner === "string" ? owner : undefined;
}
