import { readPlanned, type PlannedConfig } from "../providers/planned.ts";
import { readReach, type Reach, type ReachFile } from "../providers/reach.ts";
import { isSourceKind, pollOfSource, readSource, type SourceConfig } from "../providers/sources.ts";
import { durationOf } from "../team-file/local-value.ts";
import { itemsOf, type Item, type Reading } from "../team-file/reading.ts";
import type { Review } from "../team-file/review.ts";
import type { Path } from "../team-file/team-document.ts";
import { foundText } from "../team-file/team-problem.ts";
import { second } from "../time/duration.ts";
import { channelSchema } from "./channel-schema.ts";
import { sourceSchema, type SourceFile } from "./source-schema.ts";
import type { Source } from "./team.ts";
import { most } from "./team-schema.ts";

const defaultPoll = 10 * second;
const shortestPoll = second;

/** The sources of the file. Planned kinds are read, noted and kept, so that settings can show them. */
export function readSources(reading: Reading): readonly Source[] {
  const list = { schema: sourceSchema, least: 0, most: most.sources };
  return itemsOf(reading.review, "sources", list).flatMap((item) => readOne(reading, item));
}

function readOne(reading: Reading, item: Item<SourceFile>): readonly Source[] {
  const config = readConfig(reading, item);
  const { value, path } = item;
  const poll = value.poll === undefined ? defaultPollOf(config) : durationOf(value.poll);
  if (poll < shortestPoll) {
    const expected = "1s or more";
    reading.review.problem([...path, "poll"], { kind: "out-of-range", found: foundText(value.poll), expected });
  }
  const reach = readReachOf(reading.review, value, path);
  if (!config) return [];
  const severity = Object.entries(value.severity ?? {}).map(([word, ours]) => [word.toLowerCase(), ours] as const);
  const { id, name = id, heartbeat } = value;
  return [
    {
      id,
      name,
      poll,
      severity: Object.fromEntries(severity),
      config,
      ...(heartbeat && { heartbeat }),
      ...(reach && { reach }),
    },
  ];
}

function readConfig(reading: Reading, item: Item<SourceFile>): SourceConfig | PlannedConfig | undefined {
  const { value, path } = item;
  return isSourceKind(value.kind)
    ? readSource(value.kind, { value, path }, reading)
    : readPlanned(reading.review, item);
}

/** The inbox is reached by nobody but its senders, and has none of these keys. */
const readReachOf = (review: Review, value: Pick<SourceFile, "id"> & ReachFile, path: Path): Reach | undefined =>
  readReach(review, { value, path });

const defaultPollOf = (config: SourceConfig | PlannedConfig | undefined): number =>
  (config && config.kind !== "planned" ? pollOfSource(config) : undefined) ?? defaultPoll;

/** Checks channels, which nothing uses yet, and notes them. */
export function checkPlanned({ review }: Reading): void {
  for (const { value, path } of itemsOf(review, "channels", { schema: channelSchema, least: 0, most: most.sources })) {
    review.notInUse(path, "channels", value.id);
  }
}
