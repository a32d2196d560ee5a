import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Log } from "../core/ports.ts";
import type { KeptIds, NoticeIds } from "./notifiers/shown-ids.ts";
import { errorCode, writePrivately } from "./private-file.ts";

const idsFile = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ run: v.string(), ids: v.array(v.tuple([v.string(), v.pipe(v.number(), v.integer(), v.minValue(1))])) }),
);

/**
 * The ids of shown notices in `notices.json` of a directory. Each change is written whole in the turn of the event loop that
 * brought it, many changes of one turn at once. A file that cannot be read costs no more than what it held.
 */
export function openNoticeIds(dir: string, log: Log): NoticeIds {
  const path = join(dir, "notices.json");
  let waiting: KeptIds | undefined;
  let writes: "well" | "badly" = "well";
  const write = (): void => {
    if (waiting === undefined) return;
    const { run, ids } = waiting;
    waiting = undefined;
    const written = writePrivately(path, JSON.stringify({ run, ids: [...ids] }));
    if (!written.ok && writes === "well") {
      log("warning", "the shown notices are not kept", { code: written.error.code });
    }
    writes = written.ok ? "well" : "badly";
  };
  return {
    load: () => readIds(path, log),
    save(kept) {
      if (waiting === undefined) setImmediate(write);
      waiting = kept;
    },
  };
}

function readIds(path: string, log: Log): KeptIds | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    if (code !== "ENOENT") log("warning", "the shown notices could not be read", { code });
    return undefined;
  }
  const read = v.safeParse(idsFile, text);
  if (read.success) return { run: read.output.run, ids: new Map(read.output.ids) };
  log("warning", "the shown notices are damaged and forgotten");
  return undefined;
}
