import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import { alertsBody } from "./bodies.ts";
import { absolute, compared, type Figure } from "./figure.ts";
import { median } from "./measure.ts";
import { withFolder } from "./folder.ts";
import { startStepper, type Stepper } from "./stepper.ts";

/** Enough for the compiler to have seen everything. */
const warmUp = 5;
const rounds = 12;

/** What Baton itself does for a poll, beside parsing the same body and doing nothing with it. */
export const clientWork: Bench = {
  name: "client-work",
  needs: [],
  async run() {
    const all: Figure[] = [];
    for (const load of loads) all.push(...(await measure(load)));
    return all;
  },
};

/**
 * Senders repeat an alert every 30 s to 3 min, so of those that a poll every 10 s sees at most a third were repeated since the
 * one before; `all` is the worst case, in which every one was.
 */
type Load = {
  readonly name: string;
  readonly count: number;
  /** Polls that are timed together: the system counts a thread's time in steps of some milliseconds. */
  readonly atOnce: number;
  readonly repeated: number;
};

const loads: readonly Load[] = [
  { name: "1000", count: 1_000, atOnce: 5, repeated: 3 },
  { name: "10000", count: 10_000, atOnce: 3, repeated: 3 },
  { name: "1000-all", count: 1_000, atOnce: 5, repeated: 1 },
  { name: "10000-all", count: 10_000, atOnce: 3, repeated: 1 },
];

async function measure(load: Load): Promise<readonly Figure[]> {
  const baton = startStepper("client-work.baton.ts");
  const bare = startStepper("client-work.bare.ts");
  try {
    return figures(load.name, await withFolder((folder) => takeTurns({ baton, bare }, folder, load)));
  } finally {
    await Promise.all([baton.stop(), bare.stop()]);
  }
}

type Pair = { readonly baton: Stepper; readonly bare: Stepper };
type Taken = {
  readonly first: number;
  readonly changed: number[];
  readonly unchanged: number[];
  readonly parse: number[];
};

async function takeTurns({ baton, bare }: Pair, folder: string, { count, atOnce, repeated }: Load): Promise<Taken> {
  const write = (round: number): string => {
    const file = join(folder, `${round % atOnce}.json`);
    writeFileSync(file, alertsBody(count, { round, repeated }));
    return file;
  };
  const taken: Taken = { first: await baton.step([write(0)]), changed: [], unchanged: [], parse: [] };
  for (let turn = 0; turn < warmUp + rounds; turn += 1) {
    const files = Array.from({ length: atOnce }, (_, at) => write(1 + turn * atOnce + at));
    const changed = await baton.step(files);
    const parse = await bare.step(files);
    const unchanged = await baton.step(Array.from({ length: 10 }, () => files.at(-1) ?? ""));
    if (turn < warmUp) continue;
    taken.changed.push(changed);
    taken.parse.push(parse);
    taken.unchanged.push(unchanged);
  }
  return taken;
}

function figures(name: string, { first, changed, unchanged, parse }: Taken): readonly Figure[] {
  const unit = "ms of CPU";
  const value = median(changed);
  const peer = { name: "JSON.parse of the same body", value: median(parse) };
  const own = { name: "our changed poll", value };
  return [
    compared({ name: `client-work-${name}`, value, unit }, peer, 2),
    compared({ name: `unchanged-poll-${name}`, value: median(unchanged), unit }, own, 0.1),
    absolute({ name: `first-poll-${name}`, value: first, unit }),
  ];
}
