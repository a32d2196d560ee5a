import { join } from "node:path";
import { InsightReader } from "../../electron/core/insight-reader.ts";
import type { JournalEntry } from "../../electron/core/records.ts";
import { openStore } from "../../electron/node/store.ts";
import { day, hour, minute } from "../../shared/time/duration.ts";
import { after, instant } from "../../shared/time/instant.ts";
import { team } from "../support/team-builder.ts";
import type { Bench } from "./bench.ts";
import { absolute } from "./figure.ts";
import { withFolder } from "./folder.ts";
import { median, timeOf } from "./measure.ts";

const incidents = 20_000;
const begin = instant(Date.UTC(2026, 0, 1));
const end = after(begin, 92 * day);
/** Lines that are written together. */
const together = 100;
const rounds = 9;

/**
 * The figures of a quarter of a very busy team, 100,000 lines of the journal: as a running Baton gives them again, and as a fresh one gives
 * them first, when it has to read them all.
 */
export const insight: Bench = { name: "insight", needs: [], run: () => withFolder(measure) };

async function measure(folder: string) {
  const opened = openStore(join(folder, "baton.db"), { now: () => begin });
  if (!opened.ok) throw new Error(`no store: ${opened.error.kind}`);
  const { store } = opened.value;
  const parts = batches(linesOf());
  for (const entries of parts) {
    if (!store.commit({ entries, puts: [], removes: [] }).ok) throw new Error("not committed");
  }

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
