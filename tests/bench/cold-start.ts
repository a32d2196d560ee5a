import { once } from "node:events";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { startChild } from "../support/desktop/child.ts";
import type { Bench } from "./bench.ts";
import { absolute } from "./figure.ts";
import { withFolder } from "./folder.ts";
import { hostProgram, quietEnv } from "./host-process.ts";
import { median, timeOf } from "./measure.ts";

const rounds = 5;

/** From the command to the line that says where the page is, over the sample team and an empty data folder. */
export const coldStart: Bench = {
  name: "cold-start",
  needs: [],
  run: () => withFolder(measure),
};

async function measure(folder: string) {
  const starts: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    starts.push(await timeOfStart(join(folder, String(round))));
    empty.push(
      await timeOf(async () => {
        await once(spawn(process.execPath, ["--eval", ""]), "exit");
      }),
    );
  }
  const peer = { name: "Node with an empty program", value: median(empty) };
  return [absolute({ name: "cold-start", value: median(starts), unit: "ms" }, 1_000, peer)];
}

async function timeOfStart(data: string): Promise<number> {
  const begun = performance.now();
  const child = await startChild(process.execPath, [hostProgram, "--data", data, "--print-url"], { env: quietEnv() });
  await child.firstLine();
  const taken = performance.now() - begun;
  await child.stop();
  return taken;
}
