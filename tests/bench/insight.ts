import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { InsightReader } from "../../electron/core/insight/insight-reader.ts";
import type { JournalEntry } from "../../electron/core/records.ts";
import { openStore } from "../../electron/node/store/store.ts";
import { day, hour, minute } from "../../shared/time/duration.ts";
import { after, instant } from "../../shared/time/instant.ts";
import { team } from "../support/team-builder.ts";
import type { Bench } from "./bench.ts";
import { absolute, compared } from "./figure.ts";
import { withFolder } from "./folder.ts";
import { median, timeOf } from "./measure.ts";

const incidents = 20_000;
const begin = instant(Date.UTC(2026, 0, 1));
const end = after(begin, 92 * day);
/** Lines that are written together. */
const together = 100;
const rounds = 9;

/**
 * 100,000 lines into the journal, and the figures of a quarter of a very busy team out of them: as a running Baton gives them again,
 * and as a fresh one gives them first, when it has to read them all.
 */
export const insight: Bench = { name: "insight", needs: [], run: () => withFolder(measure) };

async function measure(folder: string) {
  const opened = openStore(join(folder, "baton.db"), { now: () => begin });
  if (!opened.ok) throw new Error(`no store: ${opened.error.kind}`);
  const { store } = opened.value;
  const parts = batches(linesOf());
  const bare = openSync(join(folder, "bare.jsonl"), "a");
  let [ours, appended] = [0, 0];
  // One beside the other all the way, since disks have moods.
  for (const entries of parts) {
    ours += await timeOf(() => {
      if (!store.commit({ entries, puts: [], removes: [] }).ok) throw new Error("not committed");
    });
    appended += await timeOf(() => {
      writeSync(bare, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      fsyncSync(bare);
    });
  }
  closeSync(bare);
  const peer = { name: "appending the same lines to a file, made durable as often", value: appended };

  const question = { from: begin, to: end, now: end };
  const read = (reader: InsightReader): Promise<number> =>
    timeOf(() => {
      const found = reader.insight(team(), question);
      if (!found.ok || found.value.opened !== incidents) throw new Error("the figures are wrong");
    });
  const reader = new InsightReader((query) => store.read(query));
  const first = await read(reader);
  const again: number[] = [];
  for (let round = 0; round < rounds; round += 1) again.push(await read(reader));
  store.close();
  return [
    compared({ name: "journal-100000", value: ours, unit: "ms" }, peer, 2),
    absolute({ name: "insight-figures", value: median(again), unit: "ms" }, 100),
    absolute({ name: "insight-first-read", value: first, unit: "ms" }, 1_000),
  ];
}

function linesOf(): readonly JournalEntry[] {
  const lines = Array.from({ length: incidents }, (_, index): readonly JournalEntry[] => {
    const at = after(begin, Math.floor((index * (end - begin - 5 * hour)) / incidents));
    const incident = `prod/${index}`;
    const facts = {
      incident,
      source: "prod",
      key: `key-${index % 500}`,
      severity: ["critical", "major", "minor"][index % 3],
      service: ["profit", "growth", "salaries"][index % 3],
      title: "Daily load has not finished by 06:00",
      openedAt: at,
      respondBy: after(at, hour),
      resolveBy: after(at, 4 * hour),
    };
    const respondedAt = after(at, (1 + (index % 40)) * minute);
    return [
      { at, kind: "incident-triggered", body: facts },
      { at, kind: "escalation", body: { incidents: [incident], step: 0, round: 0, people: ["alice"] } },
      { at, kind: "told", body: { me: "alice", severity: "major", incidents: [incident] } },
      { at: respondedAt, kind: "acknowledged", body: { by: "alice", incidents: [incident] } },
      { at: after(at, 2 * hour), kind: "incident-resolved", body: { ...facts, respondedAt } },
    ];
  });
  return lines.flat().toSorted((a, b) => a.at - b.at);
}

function batches(lines: readonly JournalEntry[]): readonly (readonly JournalEntry[])[] {
  return Array.from({ length: Math.ceil(lines.length / together) }, (_, index) =>
    lines.slice(index * together, (index + 1) * together),
  );
}
