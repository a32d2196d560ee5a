import { Buffer } from "node:buffer";
import { createExpansion, expansionBudget } from "../../electron/providers/ics/expansion.ts";
import { occurrencesIn } from "../../shared/calendar/occurrences.ts";
import { busyFeed } from "../support/ics-busy-feed.ts";
import { wholeYear } from "../support/ics-feed.ts";
import { hostileFeeds, type HostileFeed } from "../support/ics-hostile.ts";
import { icalJs, type PeerReader, type PeerSpan } from "../support/ics-peers.ts";
import type { Bench } from "./bench.ts";
import { absolute, compared, type Figure } from "./figure.ts";
import { cpuOf, median, timeOf } from "./measure.ts";

const rounds = 5;
const unit = "ms of CPU";

/** Expanding a company's calendar over a year, beside ical.js, which must find the same occurrences. */
export const calendarExpansion: Bench = {
  name: "calendar",
  needs: [],
  async run() {
    const peer = await icalJs();
    if (!peer) console.error("calendar: ical.js is not installed, so there is no peer");
    return [await measure(500, peer), await measure(5_000, peer)];
  },
};

async function measure(count: number, peer: PeerReader | undefined): Promise<Figure> {
  const text = busyFeed(count);
  let found: readonly PeerSpan[] = [];
  const taken: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const ms = await cpuOf(() => {
      found = expand(text);
    });
    if (round > 0) taken.push(ms);
  }
  const name = `calendar-${count}`;
  const value = median(taken);
  if (!peer) return absolute({ name, value, unit });
  let theirs: readonly PeerSpan[] = [];
  const peerValue = await cpuOf(() => {
    theirs = peer(text, wholeYear.from, wholeYear.to);
  });
  assertSame(found, theirs);
  return compared({ name, value, unit }, { name: "ical.js, the same occurrences", value: peerValue }, 0.15);
}

function expand(text: string): readonly PeerSpan[] {
  const found = occurrencesIn(text, wholeYear);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value.occurrences;
}

function assertSame(ours: readonly PeerSpan[], theirs: readonly PeerSpan[]): void {
  const differs = ours.findIndex(({ from, to }, index) => from !== theirs[index]?.from || to !== theirs[index].to);
  if (ours.length === theirs.length && differs < 0) return;
  throw new Error(`not the same occurrences: ${ours.length} and ${theirs.length}, from the ${differs}th on`);
}

/**
 * Feeds made to hang or to flood: the worst of them, in a thread with a budget, from the order to the answer. The memory is what the process
 * grows by meanwhile, the thread itself included.
 */
export const hostileCalendars: Bench = {
  name: "hostile-calendars",
  needs: [],
  async run() {
    const costs: Cost[] = [];
    for (const feed of hostileFeeds) costs.push(await costOf(feed));
    const worst = (of: (cost: Cost) => number): Cost => costs.reduce((a, b) => (of(b) > of(a) ? b : a));
    const [slowest, largest] = [worst(({ ms }) => ms), worst(({ megabytes }) => megabytes)];
    console.error(`hostile-calendars: slowest is ${slowest.name}, largest is ${largest.name}, of ${costs.length}`);
    return [
      absolute({ name: "hostile-calendar-time", value: slowest.ms, unit: "ms" }, expansionBudget.cpuMs),
      absolute({ name: "hostile-calendar-memory", value: largest.megabytes, unit: "MB" }, expansionBudget.memoryMb),
    ];
  },
};

type Cost = { readonly name: string; readonly ms: number; readonly megabytes: number };

async function costOf({ name, make }: HostileFeed): Promise<Cost> {
  const feed = { bytes: Buffer.from(make()) };
  const { from, to, zone } = wholeYear;
  const use = { kind: "shifts", schedule: "weekly" } as const;
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
  const question = { from, to, zone, use, rules: [], people: [] };
  // On the wall, since the system forgets what a thread that has ended took; twice, since the machine may be busy with something else.
  const run = async (): Promise<void> => {
    await createExpansion().expand(feed, question);
  };
  const taken = [await timeOf(run), await timeOf(run)];
  clearInterval(watch);
  return { name, ms: Math.min(...taken), megabytes: (peak - before) / 1_048_576 };
}
