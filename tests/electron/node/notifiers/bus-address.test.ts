import { expect, it } from "vitest";
import { sessionSockets } from "../../../../electron/node/notifiers/bus-address.ts";

const socketsOf = (DBUS_SESSION_BUS_ADDRESS: string) => sessionSockets({ DBUS_SESSION_BUS_ADDRESS });

it("finds sockets in the file system and in the abstract namespace, in the order given", () => {
  expect(socketsOf("unix:abstract=/tmp/dbus-x,guid=1a;unix:guid=1b,path=/run/user/1000/bus")).toEqual([
    "\0/tmp/dbus-x",
    "/run/user/1000/bus",
  ]);
});

it("reads escaped bytes, those of one character together", () => {
  expect(socketsOf("unix:path=/tmp/a%20b%2c%3b%c3%a9")).toEqual(["/tmp/a b,;é"]);
});

it("leaves out what is not a Unix socket", () => {
  expect(socketsOf("tcp:host=127.0.0.1,port=1;autolaunch:;unix:tmpdir=/tmp;disabled:;nonsense;")).toEqual([]);
});

it("falls back to the place where systemd puts the bus", () => {
  expect(sessionSockets({ XDG_RUNTIME_DIR: "/run/user/1000" })).toEqual(["/run/user/1000/bus"]);
  expect(sessionSockets({ DBUS_SESSION_BUS_ADDRESS: "", XDG_RUNTIME_DIR: "/run/user/1000" })).toEqual([
    "/run/user/1000/bus",
  ]);
});

it("finds nothing where nothing is said", () => {
  expect(sessionSockets({})).toEqual([]);
});
