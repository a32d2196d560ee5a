import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startChild, type Child } from "../support/desktop/child.ts";
import { originSocket } from "../support/origin-socket.ts";
import { benchTeam } from "./bench-team.ts";

export const hostProgram = fileURLToPath(new URL("../../dist/browser/main.js", import.meta.url));

export type HostOptions = {
  readonly folder: string;
  readonly alertmanager: { readonly url: string; readonly poll: string };
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** For Node itself, before the program. */
  readonly nodeArgs?: readonly string[];
};

/** The built browser host as a process of its own, over the team of the measurements; it is Alice's. */
export type Host = Pick<Child, "pid" | "said" | "stop"> & { readonly url: string };

export async function startHost({ folder, alertmanager, env = quietEnv(), nodeArgs = [] }: HostOptions): Promise<Host> {
  const team = join(folder, "team.yaml");
  writeFileSync(team, benchTeam(alertmanager));
  const args = [
    ...nodeArgs,
    hostProgram,
    "--data",
    join(folder, "data"),
    "--team",
    team,
    "--me",
    "alice",
    "--print-url",
  ];
  const child = await startChild(process.execPath, args, { env });
  const { url } = JSON.parse(await child.firstLine()) as { readonly url: string };
  return { pid: child.pid, said: child.said, stop: child.stop, url };
}

/** Without a session bus: nothing appears on the screen of whoever runs the measurements. */
export function quietEnv(): NodeJS.ProcessEnv {
  const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  return { ...env, DBUS_SESSION_BUS_ADDRESS: "unix:path=/nonexistent" };
}

/** A screen of the host that has said hello, and is told everything. */
export type HostScreen = {
  request(command: string, input: unknown): Promise<unknown>;
  close(): void;
};

export async function openScreen(host: Host): Promise<HostScreen> {
  const { origin, hash } = new URL(host.url);
  const token = new URLSearchParams(hash.slice(1)).get("token") ?? "";
  const Socket = originSocket(origin);
  const socket = new Socket(`${origin.replace("http", "ws")}/socket`, ["baton.v1", `baton.token.${token}`]);
  const waiting = new Map<number, (reply: unknown) => void>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const { id, reply } = JSON.parse(String(data)) as { readonly id?: number; readonly reply?: unknown };
    if (id !== undefined) waiting.get(id)?.(reply);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error("the host's socket did not open")));
  });
  const request = (command: string, input: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, command, input }));
    });
  await request("hello", {});
  return { request, close: () => socket.close() };
}
