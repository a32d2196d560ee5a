import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { delimiter, dirname, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { contract, type Contract } from "../../shared/rpc/contract.ts";
import { connect, type Client } from "../../shared/rpc/define.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { openSocketLink } from "../../renderer/transport/websocket.ts";
import { eventually } from "../support/eventually.ts";
import { originSocket } from "../support/origin-socket.ts";
import { programPath } from "../support/requires.ts";
import { scratchDir } from "../support/scratch-dir.ts";
import { ask, builtRenderer } from "../electron/browser/browser-server.ts";

vi.setConfig({ testTimeout: 60_000 });
/** Milliseconds for a host to start, however busy the machine is. */
const patience = 25_000;

type Ready = { readonly url: string; readonly inbox: { readonly url: string; readonly token: string } };
type Host = { readonly child: ChildProcess; readonly out: () => string; readonly errors: () => string };

/** A folder with the page and the assets, as the repository has them once it is built. */
function builtRoot(): string {
  const root = scratchDir();
  mkdirSync(join(root, "dist"));
  renameSync(builtRenderer(), join(root, "dist", "renderer"));
  symlinkSync(resolve(import.meta.dirname, "../../assets"), join(root, "assets"), "junction");
  return root;
}

/** Nothing of the machine's session, so that no test rings on a desktop. */
const bareEnv = (): NodeJS.ProcessEnv => ({ PATH: dirname(process.execPath), HOME: scratchDir() });

const childFile = join(import.meta.dirname, "support/host-child.ts");

function start(options: readonly string[], env: NodeJS.ProcessEnv = bareEnv()): Host {
  const child = spawn(process.execPath, [childFile, builtRoot(), ...options], { env });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return { child, out: () => out, errors: () => errors };
}

async function started(options: readonly string[]): Promise<Host & { readonly ready: Ready }> {
  const host = start(["--print-url", ...options]);
  const line = await eventually(
    "the host to be ready",
    () => {
      if (host.child.exitCode !== null) throw new Error(`it ended with ${host.child.exitCode}: ${host.errors()}`);
      return host.out().includes("\n") ? host.out() : undefined;
    },
    patience,
  );
  return { ...host, ready: JSON.parse(line) as Ready };
}

const portOf = ({ url }: Ready): number => Number(new URL(url).port);
const tokenOf = ({ url }: Ready): string => new URL(url).hash.slice("#token=".length);

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

/** A page's client of a host. */
async function client(ready: Ready): Promise<Client<Contract>> {
  vi.stubGlobal("WebSocket", originSocket(new URL(ready.url).origin));
  onTestFinished(() => void vi.unstubAllGlobals());
  const link = openSocketLink({ url: `ws://127.0.0.1:${portOf(ready)}/socket`, token: tokenOf(ready) });
  onTestFinished(() => link.close());
  await eventually("the link to open", () => (link.state().kind === "open" ? true : undefined));
  return connect(contract, link, (push, issues) => {
    throw new Error(`a push that does not fit: ${push} ${issues.join("; ")}`);
  });
}

async function snapshotOf(ready: Ready): Promise<Snapshot> {
  const answer = await (await client(ready)).request("hello", {});
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

const incident = { key: "disk", title: "Disk is full", severity: "critical", state: "triggered" };

const send = ({ inbox }: Ready, token = inbox.token): Promise<Response> =>
  fetch(inbox.url, { method: "POST", headers: { authorization: `Bearer ${token}` }, body: JSON.stringify(incident) });

describe("the browser host", () => {
  it("prints one line of JSON with --print-url, and is ready by then", async () => {
    const { out, ready } = await started(["--data", scratchDir()]);
    expect(out().trimEnd().split("\n")).toHaveLength(1);
    expect(ready).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/) as string,
      inbox: { url: `http://127.0.0.1:${portOf(ready)}/inbox`, token: expect.stringMatching(/^[\w-]{43}$/) as string },
    });
    expect(await ask({ port: portOf(ready) })).toMatchObject({ status: 200 });
    expect(await snapshotOf(ready)).toMatchObject({ host: "browser", journal: { kind: "ok" }, team: { sample: true } });
  });

  it("takes incidents at its inbox from whoever has the token, and shows them", async () => {
    const { ready } = await started(["--data", scratchDir()]);
    expect((await send(ready, "wrong")).status).toBe(401);
    const answer = await send(ready);
    expect([answer.status, await answer.json()]).toMatchObject([202, { accepted: 1 }]);
    expect((await snapshotOf(ready)).counts).toMatchObject({ triggered: 1 });
  });

  it("keeps the inbox token and the incidents over kill -9, and draws a new page token", async () => {
    const dir = scratchDir();
    const first = await started(["--data", dir]);
    expect((await send(first.ready)).status).toBe(202);
    first.child.kill("SIGKILL");
    await ended(first.child);
    const second = await started(["--data", dir]);
    expect(second.ready.inbox.token).toBe(first.ready.inbox.token);
    expect(tokenOf(second.ready)).not.toBe(tokenOf(first.ready));
    expect((await snapshotOf(second.ready)).counts).toMatchObject({ triggered: 1 });
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends cleanly within 2 s of %s, whoever is connected", async (signal) => {
    const dir = scratchDir();
    const { child, ready, errors } = await started(["--data", dir]);
    await client(ready);
    await fetch(new URL("/", ready.url));
    const asked = performance.now();
    child.kill(signal);
    expect(await ended(child)).toBe(0);
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(errors()).toBe("");
    const { child: next } = await started(["--data", dir]);
    expect(next.exitCode).toBeNull();
  });

  it("leaves a data directory to the Baton that has it, and says which", async () => {
    const dir = scratchDir();
    const { child, ready } = await started(["--data", dir]);
    const second = start(["--data", dir, "--print-url"]);
    expect(await ended(second.child)).toBe(1);
    expect(second.out()).toBe("");
    expect(second.errors()).toMatch(
      `Baton is already running over ${dir} (browser host, process ${child.pid}, since 2`,
    );
    expect(await ask({ port: portOf(ready) })).toMatchObject({ status: 200 });
  });

  it("says so when its port is taken, and lets the data directory go", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const dir = scratchDir();
    const host = start(["--data", dir, "--port", String(port)]);
    expect([await ended(host.child), host.out()]).toEqual([1, ""]);
    expect(host.errors()).toBe(
      `Port ${port} is taken. Give another with --port, or leave --port out for a free one.\n`,
    );
    await started(["--data", dir]);
  });

  it("refuses wrong use with the usage", async () => {
    const host = start(["--frobnicate"]);
    expect(await ended(host.child)).toBe(2);
    expect(host.errors()).toContain("Usage: npm start -- [options]");
    expect(host.out()).toBe("");
  });

  it("starts over a bad team file, and says in the window what is wrong with it", async () => {
    const dir = scratchDir();
    writeFileSync(join(dir, "team.yaml"), "baton: 1\nteam: { id: de, nam: Data }\n");
    const { ready } = await started(["--data", dir, "--team", join(dir, "team.yaml")]);
    const { teamProblems } = await snapshotOf(ready);
    expect(teamProblems.join("\n")).toContain("team.yaml:2");
  });

  it("starts over a corrupt database, keeps it aside, and says so in the window", async () => {
    const dir = scratchDir();
    writeFileSync(join(dir, "baton.db"), "no database\n".repeat(1_000));
    const { ready } = await started(["--data", dir]);
    const { journal } = await snapshotOf(ready);
    const keptAside = journal.kind === "recovered" ? journal.keptAside : "";
    expect(readFileSync(keptAside, "utf8")).toContain("no database");
    expect((await send(ready)).status).toBe(202);
  });

  it("says who the person is that --me names", async () => {
    const { ready } = await started(["--data", scratchDir(), "--me", "bob"]);
    expect((await snapshotOf(ready)).me).toEqual({ id: "bob", name: "Bob" });
  });
});

describe.runIf(process.platform !== "win32")("at a terminal, the browser host", () => {
  /** A folder with an `xdg-open` and an `open` that write down what they were given. */
  function browserIn(dir: string): void {
    for (const name of ["xdg-open", "open"]) {
      writeFileSync(join(dir, name), `#!/bin/sh\necho "$1" > "${dir}/opened"\n`);
      chmodSync(join(dir, name), 0o755);
    }
  }

  it("prints the address, opens it, and prints a command that sends an incident", async () => {
    const bin = scratchDir();
    browserIn(bin);
    const env = { ...bareEnv(), PATH: [bin, dirname(process.execPath), "/bin", "/usr/bin"].join(delimiter) };
    const host = start(["--data", join(scratchDir(), "it's here")], env);
    const words = await eventually(
      "the words",
      () => (host.out().includes("Ctrl+C") ? host.out() : undefined),
      patience,
    );
    const url = /Baton is at (\S+)/.exec(words)?.[1] ?? "";
    const opened = await eventually("the browser", () => readIfThere(join(bin, "opened")));
    expect(opened).toBe(`${url}\n`);

    const command = /^ {2}(curl .*)$/m.exec(words)?.[1] ?? "";
    expect(command).not.toMatch(/[\w-]{43}/);
    if (programPath("curl") === undefined) return;
    const sent = spawnSync("sh", ["-c", `${command} -sS`], { encoding: "utf8" });
    expect([sent.stderr, JSON.parse(sent.stdout)]).toMatchObject(["", { accepted: 1 }]);
    expect((await snapshotOf({ url, inbox: { url: "", token: "" } })).counts).toMatchObject({ triggered: 1 });
  });

  it("opens nothing with --no-open", async () => {
    const bin = scratchDir();
    browserIn(bin);
    const env = { ...bareEnv(), PATH: [bin, dirname(process.execPath), "/bin", "/usr/bin"].join(delimiter) };
    const host = start(["--data", scratchDir(), "--no-open"], env);
    await eventually("the words", () => (host.out().includes("Ctrl+C") ? true : undefined), patience);
    host.child.kill("SIGTERM");
    expect(await ended(host.child)).toBe(0);
    expect(readIfThere(join(bin, "opened"))).toBeUndefined();
  });
});

function readIfThere(path: string): string | undefined {
  try {
    const text = readFileSync(path, "utf8");
    return text === "" ? undefined : text;
  } catch {
    // Not written yet.
    return undefined;
  }
}
