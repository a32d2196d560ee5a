import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { OpenRunbooks, RunbookPlace } from "../../../../electron/core/runbook/runbook-port.ts";
import { createHttp } from "../../../../electron/node/http/http.ts";
import { httpDocument } from "../../../../electron/providers/http/document.ts";
import { runbooksOnDisk } from "../../../../electron/node/runbook/runbooks.ts";
import { minute } from "../../../../shared/time/duration.ts";
import { memoryRunbooks } from "../../../support/memory-runbooks.ts";
import { manualClock } from "../../../support/manual-clock.ts";
import { noon } from "../../../support/scenario.ts";
import { smallDisk } from "../../../support/small-disk.ts";
import { scratchDir } from "../../../support/scratch-dir.ts";
import { runbooksContract } from "../../../ports/runbooks.ts";

const within = { timeout: 20_000, interval: 20 };
const clock = manualClock(noon);

function openIn(dir: string, over: Partial<RunbookPlace> = {}): OpenRunbooks {
  const http = createHttp();
  const place = { teamPath: join(dir, "team.yaml"), folder: "./runbooks", named: [], sample: false, ...over };
  const open = runbooksOnDisk({ http, clock, documents: httpDocument }).open(place, () => undefined);
  onTestFinished(() => {
    open.close();
    http.dispose();
  });
  return open;
}

function folderWith(files: Readonly<Record<string, string>>, dir = scratchDir()): string {
  mkdirSync(join(dir, "runbooks"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, "runbooks", name)), { recursive: true });
    writeFileSync(join(dir, "runbooks", name), text);
  }
  return dir;
}

const ids = (open: OpenRunbooks) => open.index().runbooks.map(({ id }) => id);
const lists = (open: OpenRunbooks, expected: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(ids(open)).toEqual(expected), within);

runbooksContract("a folder", (files) => {
  const dir = folderWith(files);
  return {
    open: openIn(dir),
    write: (name, text) => writeFileSync(join(dir, "runbooks", name), text),
    remove: (name) => rmSync(join(dir, "runbooks", name)),
  };
});

runbooksContract("the memory of tests", (files) => {
  const memory = memoryRunbooks(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`runbooks/${name}`, text])),
  );
  const open = memory.open({ teamPath: "/teams/team.yaml", named: [], sample: false }, () => undefined);
  return {
    open,
    write: (name, text) => void memory.files.set(`runbooks/${name}`, text),
    remove: (name) => void memory.files.delete(`runbooks/${name}`),
  };
});

describe("000-3 a folder of runbooks", { timeout: 30_000 }, () => {
  test("is read with the folders in it, and without version control, packages and what is hidden", async () => {
    const dir = folderWith({
      "a.md": "# A",
      "deep/er/b.markdown": "# B",
      ".git/c.md": "# C",
      "node_modules/d.md": "# D",
      ".hidden.md": "# E",
      "notes.txt": "# F",
    });
    await lists(openIn(dir), ["runbooks/a.md", "runbooks/deep/er/b.markdown"]);
  });

  test("is followed by renames, and by a folder that comes and goes", async () => {
    const dir = folderWith({ "a.md": "# A" });
    const open = openIn(dir);
    await lists(open, ["runbooks/a.md"]);
    renameSync(join(dir, "runbooks", "a.md"), join(dir, "runbooks", "z.md"));
    await lists(open, ["runbooks/z.md"]);
    mkdirSync(join(dir, "runbooks", "deep"));
    writeFileSync(join(dir, "runbooks", "deep", "b.md"), "# B");
    await lists(open, ["runbooks/deep/b.md", "runbooks/z.md"]);
    rmSync(join(dir, "runbooks", "deep"), { recursive: true });
    await lists(open, ["runbooks/z.md"]);
  });

  test("leads nowhere else: not by a link to a file outside, not round in a ring", async () => {
    const dir = folderWith({ "a.md": "# A" });
    writeFileSync(join(dir, "secret.md"), "# Secret");
    symlinkSync(join(dir, "secret.md"), join(dir, "runbooks", "out.md"));
    symlinkSync(join(dir, "runbooks"), join(dir, "runbooks", "ring"));
    symlinkSync("self.md", join(dir, "runbooks", "self.md"));
    const open = openIn(dir);
    await lists(open, ["runbooks/a.md"]);
    expect(open.index().failures).toEqual([
      { id: "runbooks/out.md", code: "OUTSIDE" },
      { id: "runbooks/self.md", code: "ELOOP" },
    ]);
    expect(await open.read("runbooks/out.md")).toMatchObject({ ok: false, error: { code: "OUTSIDE" } });
    expect(await open.read("secret.md")).toMatchObject({ ok: false });
  });

  test("lists what cannot be read, with the reason", async () => {
    const dir = folderWith({ "a.md": "# A", "large.md": "x".repeat(1_048_577) });
    writeFileSync(join(dir, "runbooks", "latin.md"), Buffer.from([0x23, 0x20, 0xe6]));
    const open = openIn(dir);
    await lists(open, ["runbooks/a.md"]);
    expect(open.index().failures).toEqual([
      { id: "runbooks/large.md", code: "TOO_LARGE" },
      { id: "runbooks/latin.md", code: "NOT_UTF8" },
    ]);
  });

  test("that is not there is said to be absent, and nothing can be written", async () => {
    const open = openIn(scratchDir());
    await vi.waitFor(() => expect(open.index()).toMatchObject({ state: "absent", copyOnly: "no-folder" }), within);
    expect(await open.create("a", "# A")).toEqual({ ok: false, error: { kind: "no-folder" } });
  });

  test("of thousands is read whole", async () => {
    const names = Array.from({ length: 2_000 }, (_, index) => `team-${index % 20}/runbook-${index}.md`);
    const dir = folderWith(
      Object.fromEntries(names.map((name) => [name, `# ${name}\n\n## Purpose\n\nIt is ${name}.\n`])),
    );
    const open = openIn(dir);
    await vi.waitFor(() => expect(ids(open)).toHaveLength(2_000), within);
    expect((await open.search("runbook-1999"))[0]?.id).toBe("runbooks/team-19/runbook-1999.md");
  });

  test("takes what a service names outside of it, and nothing besides", async () => {
    const dir = folderWith({ "a.md": "# A" });
    writeFileSync(join(dir, "named.md"), "# Named");
    writeFileSync(join(dir, "other.md"), "# Other");
    const open = openIn(dir, { named: ["named.md", "runbooks/a.md"] });
    await lists(open, ["named.md", "runbooks/a.md"]);
  });
});

describe("a draft", { timeout: 30_000 }, () => {
  test("of two at once overwrites none, and leaves nothing else in the folder", async () => {
    const dir = folderWith({});
    const open = openIn(dir);
    await vi.waitFor(() => expect(open.index().copyOnly).toBeUndefined(), within);
    const made = await Promise.all([
      open.create("p", "# One"),
      openIn(dir).create("p", "# Two"),
      open.create("p", "# Three"),
    ]);
    const names = made.flatMap((one) => (one.ok ? [one.value] : []));
    expect(new Set(names).size).toBe(names.length);
    expect(readdirSync(join(dir, "runbooks")).length).toBe(names.length);
  });

  test("is only to be copied from the sample team, a team behind an address, and a folder that is not ours", async () => {
    const dir = folderWith({ "a.md": "# A" });
    expect(openIn(dir, { sample: true }).index().copyOnly).toBe("sample-team");
    expect(openIn(dir, { teamPath: "https://git.example.com/team.yaml" }).index().copyOnly).toBe("remote-team");
    const { folder: _folder, ...without } = { teamPath: join(dir, "team.yaml"), folder: "", named: [], sample: false };
    const http = createHttp();
    onTestFinished(() => http.dispose());
    const open = runbooksOnDisk({ http, clock, documents: httpDocument }).open(without, () => undefined);
    onTestFinished(() => open.close());
    expect(open.index()).toMatchObject({ state: "none", copyOnly: "no-folder" });
  });

  test("is refused where the folder may not be written", async ({ skip }) => {
    // Root may write everywhere but on a disk that nobody may write to.
    const disk = process.getuid?.() === 0 ? smallDisk(100) : undefined;
    if (process.getuid?.() === 0 && !disk) return skip("needs to mount a disk");
    const dir = folderWith({ "a.md": "# A" }, disk?.path);
    if (disk) disk.lock();
    else {
      chmodSync(join(dir, "runbooks"), 0o500);
      onTestFinished(() => chmodSync(join(dir, "runbooks"), 0o700));
    }
    const open = openIn(dir);
    await lists(open, ["runbooks/a.md"]);
    expect(await open.create("b", "# B")).toEqual({ ok: false, error: { kind: "not-writable" } });
  });
});

test("a rewritten file keeps every byte that was not changed", { timeout: 30_000 }, async () => {
  const dir = folderWith({});
  const path = join(dir, "runbooks", "a.md");
  const bytes = Buffer.from("\u{feff}# Ærø\r\n\r\nend without a newline", "utf8");
  writeFileSync(path, bytes);
  const open = openIn(dir);
  await lists(open, ["runbooks/a.md"]);
  await open.rewrite("runbooks/a.md", (text) => text);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(existsSync(`${path}.${process.pid}.part`)).toBe(false);
});

describe("a picture", { timeout: 30_000 }, () => {
  const png = Buffer.from("89504e470d0a1a0a0000000d", "hex");

  test("of the folder is read, whatever its name says, and nothing outside, remote, or of another kind", async () => {
    const dir = folderWith({ "deep/a.md": "# A", "fake.png": "<svg onload=alert(1)>", "x.svg": "<svg/>" });
    writeFileSync(join(dir, "runbooks", "real.txt"), png);
    writeFileSync(join(dir, "outside.png"), png);
    symlinkSync(join(dir, "outside.png"), join(dir, "runbooks", "link.png"));
    const open = openIn(dir);
    await lists(open, ["runbooks/deep/a.md"]);
    const image = (src: string) => open.image("runbooks/deep/a.md", src);
    expect(await image("../real.txt")).toMatchObject({ ok: true, value: { type: "image/png" } });
    const codes = await Promise.all(
      [
        "../fake.png",
        "../x.svg",
        "../../outside.png",
        "../link.png",
        "/etc/hostname",
        "https://evil.example/a.png",
        "//evil/a.png",
        "../none.png",
        "%ff.png",
        "file:///etc/hostname",
      ].map(async (src) => {
        const read = await image(src);
        return read.ok ? "shown" : read.error.code;
      }),
    );
    expect(codes).toEqual(["NOT_AN_IMAGE", "NOT_AN_IMAGE", ...Array<string>(8).fill("OUTSIDE")]);
  });
});

describe("000-3 a runbook behind an address", { timeout: 30_000 }, () => {
  type Answer = (response: ServerResponse, etag: string | undefined) => void;

  async function serve(): Promise<{ readonly url: string; readonly asked: (string | undefined)[]; answer: Answer }> {
    const asked: (string | undefined)[] = [];
    const served: { url: string; asked: (string | undefined)[]; answer: Answer } = {
      url: "",
      asked,
      answer: (response) => response.end(),
    };
    const server = createServer((request, response) => {
      asked.push(request.headers["if-none-match"]);
      served.answer(response, request.headers["if-none-match"]);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/profit.md`;
    return served;
  }

  test("is read, asked for again with its ETag, and the last good one is kept while nothing answers", async () => {
    const server = await serve();
    server.answer = (response, etag) =>
      etag === '"1"' ? response.writeHead(304).end() : response.writeHead(200, { etag: '"1"' }).end("# Profit");
    const open = openIn(scratchDir(), { named: [server.url] });
    await lists(open, [server.url]);
    expect(await open.read(server.url)).toMatchObject({ ok: true, value: { text: "# Profit", fetchedAt: noon } });
    expect(server.asked).toEqual([undefined]);

    clock.advance(2 * minute);
    expect(await open.read(server.url)).toMatchObject({
      ok: true,
      value: { text: "# Profit", fetchedAt: clock.now() },
    });
    expect(server.asked).toEqual([undefined, '"1"']);

    server.answer = (response) => response.writeHead(500).end();
    clock.advance(2 * minute);
    expect(await open.read(server.url)).toMatchObject({ ok: true, value: { text: "# Profit" } });
    expect(open.index().runbooks[0]?.stale).toEqual({ code: "HTTP 500", since: clock.now() });
  });

  test.each([
    [
      "a page",
      (response: ServerResponse) => response.writeHead(200, { "content-type": "text/html" }).end("<p>"),
      "NOT_TEXT",
    ],
    [
      "a login that says it is text",
      (response: ServerResponse) => response.writeHead(200).end("<!DOCTYPE html>"),
      "NOT_TEXT",
    ],
    ["another address", (response: ServerResponse) => response.writeHead(302, { location: "/x" }).end(), "HTTP 302"],
    ["too much", (response: ServerResponse) => response.writeHead(200).end("x".repeat(1_048_577)), "TOO_LARGE"],
  ])("that answers with %s is listed with the reason", async (_, answer, code) => {
    const server = await serve();
    server.answer = answer;
    const open = openIn(scratchDir(), { named: [server.url] });
    await vi.waitFor(() => expect(open.index().failures).toEqual([{ id: server.url, code }]), within);
  });

  test("that only an alert names is read, and not listed", async () => {
    const server = await serve();
    server.answer = (response) => response.writeHead(200).end("# Late");
    const open = openIn(folderWith({}));
    expect(await open.read(server.url)).toMatchObject({ ok: true, value: { text: "# Late" } });
    expect(ids(open)).toEqual([]);
  });
});
