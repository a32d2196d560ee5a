import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { TeamFiles, TeamReading } from "../../../../electron/core/app-types.ts";
import { createHttp } from "../../../../electron/node/http/http.ts";
import { withAddresses } from "../../../../electron/node/team/team-address.ts";
import { teamFilesOnDisk } from "../../../../electron/node/team/team-files.ts";
import { scratchDir } from "../../../support/scratch-dir.ts";
import { smallTeam } from "../../../support/team-text.ts";

const named = (name: string): string => smallTeam.replace("name: Data Engineering,", `name: ${name},`);

/** A reading in one word: the team's name, or the number of problems. */
const word = (reading: TeamReading): string =>
  reading.kind === "loaded" ? reading.team.name : `${reading.problems.length} refused`;

function teamFiles(samplePath: string): TeamFiles {
  const http = createHttp();
  onTestFinished(() => http.dispose());
  return withAddresses(teamFilesOnDisk(samplePath), http);
}

function watching(path: string): { readonly heard: readonly string[]; readonly cancel: () => void } {
  const heard: string[] = [];
  const cancel = teamFiles(path).watch(path, (reading) => heard.push(word(reading)));
  onTestFinished(cancel);
  return { heard, cancel };
}

const until = (heard: readonly string[], expected: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(heard).toEqual(expected), { timeout: 8_000, interval: 20 });

describe("a watched team file", () => {
  test("is told before the watch returns", () => {
    const path = join(scratchDir(), "team.yaml");
    writeFileSync(path, named("One"));
    expect(watching(path).heard).toEqual(["One"]);
  });

  test("is told again when it was written in place, replaced by a rename, broken and mended", async () => {
    const dir = scratchDir();
    const path = join(dir, "team.yaml");
    writeFileSync(path, named("One"));
    const { heard } = watching(path);
    writeFileSync(path, named("Two"));
    await until(heard, ["One", "Two"]);
    writeFileSync(join(dir, "new.tmp"), named("Three"));
    renameSync(join(dir, "new.tmp"), path);
    await until(heard, ["One", "Two", "Three"]);
    writeFileSync(path, `${named("Four")}oops: 1\n`);
    await until(heard, ["One", "Two", "Three", "1 refused"]);
    writeFileSync(path, named("Four"));
    await until(heard, ["One", "Two", "Three", "1 refused", "Four"]);
  });

  test("that is deleted is refused, and is told when it is back", async () => {
    const path = join(scratchDir(), "team.yaml");
    writeFileSync(path, named("One"));
    const { heard } = watching(path);
    rmSync(path);
    await until(heard, ["One", "1 refused"]);
    writeFileSync(path, named("One"));
    await until(heard, ["One", "1 refused", "One"]);
  });

  test("that appears later, in a folder that appears later, is found", { timeout: 10_000 }, async () => {
    const folder = join(scratchDir(), "later");
    const { heard } = watching(join(folder, "team.yaml"));
    expect(heard).toEqual(["1 refused"]);
    mkdirSync(folder);
    writeFileSync(join(folder, "team.yaml"), named("One"));
    await until(heard, ["1 refused", "One"]);
  });

  test("in a place where no file can be is refused", () => {
    const file = join(scratchDir(), "file");
    writeFileSync(file, "");
    expect(watching(join(file, "team.yaml")).heard).toEqual(["1 refused"]);
  });

  test("behind a link is told when the file in the other folder changes", { timeout: 10_000 }, async () => {
    const dir = scratchDir();
    mkdirSync(join(dir, "data"));
    writeFileSync(join(dir, "data", "one.yaml"), named("One"));
    symlinkSync(join(dir, "data", "one.yaml"), join(dir, "team.yaml"));
    const { heard } = watching(join(dir, "team.yaml"));
    writeFileSync(join(dir, "data", "one.yaml"), named("A longer name"));
    await until(heard, ["One", "A longer name"]);
  });

  test("whose bytes are the same again is not told again, and neither are its neighbours", async () => {
    const dir = scratchDir();
    const path = join(dir, "team.yaml");
    writeFileSync(path, named("One"));
    const { heard } = watching(path);
    writeFileSync(join(dir, "other.yaml"), named("Other"));
    writeFileSync(path, named("One"));
    writeFileSync(path, named("Two"));
    await until(heard, ["One", "Two"]);
  });

  test("is quiet once cancelled", async () => {
    const dir = scratchDir();
    const path = join(dir, "team.yaml");
    writeFileSync(path, named("One"));
    const cancelled = watching(path);
    const other = watching(path);
    cancelled.cancel();
    writeFileSync(path, named("Two"));
    await until(other.heard, ["One", "Two"]);
    expect(cancelled.heard).toEqual(["One"]);
  });
});

describe("a team file behind an address", () => {
  const serve = async (answer: (response: ServerResponse) => void): Promise<string> => {
    const server = createServer((_request, response) => answer(response));
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/team.yaml`;
  };
  const problems = async (address: string): Promise<readonly string[]> => {
    const lines: string[][] = [];
    onTestFinished(
      teamFiles("sample.yaml").watch(address, (reading) => {
        lines.push(reading.kind === "refused" ? [...reading.problems] : ["loaded"]);
      }),
    );
    expect(lines).toEqual([["team.yaml: cannot be read: it is being fetched"]]);
    await vi.waitFor(() => expect(lines).toHaveLength(2), { timeout: 5_000, interval: 20 });
    return lines[1] ?? [];
  };

  test("is fetched", async () => {
    const { heard } = watching(await serve((response) => response.end(named("One"))));
    await until(heard, ["1 refused", "One"]);
  });

  test("is refused where the answer is an error, a redirect, no team, too large, or none at all", async () => {
    const status = (code: number) =>
      serve((response) => response.writeHead(code, { location: "/other" }).end(smallTeam));
    expect(await problems(await status(404))).toEqual(["team.yaml: cannot be read: HTTP 404"]);
    expect(await problems(await status(302))).toEqual(["team.yaml: cannot be read: HTTP 302"]);
    expect(await problems(await serve((response) => response.end("<html></html>")))).toEqual([
      expect.stringMatching(/^team\.yaml:1:1: found /),
    ]);
    expect(await problems(await serve((response) => response.end("#".repeat(1_048_577))))).toEqual([
      "team.yaml: cannot be read: it is larger than 1 MB",
    ]);
    expect(await problems("http://127.0.0.1:1/team.yaml")).toEqual([
      expect.stringMatching(/^team\.yaml: cannot be read: /),
    ]);
  });

  test.each([
    "http://example.com/team.yaml",
    "https://u:hunter2@example.com/team.yaml",
    "https://example.com/team.yaml?token=hunter2",
  ])("%s is refused and nothing is sent", async (address) => {
    expect(await problems(address)).toEqual([expect.stringMatching(/: an address must begin with https, /)]);
  });
});

describe("beside the team file", () => {
  test("the sample is known as such, and other files are not", () => {
    const dir = scratchDir();
    const sample = join(dir, "sample.yaml");
    const own = join(dir, "team.yaml");
    for (const path of [sample, own]) writeFileSync(path, smallTeam);
    const files = teamFiles(sample);
    const samples: unknown[] = [];
    for (const path of [sample, own]) {
      onTestFinished(files.watch(path, (reading) => samples.push(reading.kind === "loaded" && reading.sample)));
    }
    expect(samples).toEqual([true, false]);
  });

  test("without a way to fetch, an address is refused", () => {
    const problems: unknown[] = [];
    const address = "https://example.com/team.yaml";
    onTestFinished(
      teamFilesOnDisk("sample.yaml").watch(address, (reading) =>
        problems.push(reading.kind === "refused" && reading.problems),
      ),
    );
    expect(problems).toEqual([["team.yaml: cannot be read: it is an address; fetch it to a file first"]]);
    expect(teamFiles("sample.yaml").readText(address, "ca.pem")).toMatchObject({
      ok: false,
      error: { code: "REMOTE" },
    });
  });

  test("a file that it names is read relative to it; a folder, a large file and nothing are refused", () => {
    const dir = scratchDir();
    const files = teamFiles(join(dir, "sample.yaml"));
    writeFileSync(join(dir, "ca.pem"), "PEM");
    writeFileSync(join(dir, "large.pem"), "x".repeat(1_048_577));
    const read = (path: string) => files.readText(join(dir, "team.yaml"), path);
    expect(read("ca.pem")).toEqual({ ok: true, value: "PEM" });
    expect(read(join(dir, "ca.pem"))).toEqual({ ok: true, value: "PEM" });
    expect(read("none.pem")).toEqual({ ok: false, error: { kind: "unreadable", code: "ENOENT" } });
    expect(read(".")).toEqual({ ok: false, error: { kind: "unreadable", code: "NOT_A_FILE" } });
    expect(read("large.pem")).toEqual({ ok: false, error: { kind: "unreadable", code: "TOO_LARGE" } });
  });
});
