import { appendFileSync, renameSync, statSync } from "node:fs";
import { toIso, type Instant } from "../../shared/time/instant.ts";
import type { Log, LogLevel } from "../core/ports.ts";
import { errorCode, privateMode } from "./private-file.ts";

type Facts = Readonly<Record<string, string | number | boolean>>;

export type FileLogOptions = {
  readonly path: string;
  readonly now: () => Instant;
  /** Size at which the file becomes `<path>.1`, replacing the one before. */
  readonly rotateAtBytes?: number;
};

/** One JSON object a line, on standard error. */
export function stderrLog(now: () => Instant): Log {
  return (level, message, facts) => {
    process.stderr.write(line(now(), { level, message, facts }));
  };
}

/** One JSON object a line, in a file of mode 0600. Lines that could not be written are counted in the next that could. */
export function fileLog({ path, now, rotateAtBytes = 5 * 2 ** 20 }: FileLogOptions): Log {
  let size = sizeOf(path);
  let lost = 0;
  return (level, message, facts) => {
    const text = line(now(), { level, message, facts: lost > 0 ? { ...facts, linesLost: lost } : facts });
    try {
      if (size > 0 && size + Buffer.byteLength(text) > rotateAtBytes) {
        renameSync(path, `${path}.1`);
        size = 0;
      }
      appendFileSync(path, text, { mode: privateMode });
      size += Buffer.byteLength(text);
      lost = 0;
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      lost += 1;
    }
  };
}

type Line = { readonly level: LogLevel; readonly message: string; readonly facts: Facts | undefined };

const line = (at: Instant, { level, message, facts }: Line): string =>
  `${JSON.stringify({ at: toIso(at), level, message, ...facts })}\n`;

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
