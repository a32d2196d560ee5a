import type { TeamReading } from "../../core/app-types.ts";
import { failureLines, type TeamFileResult } from "./team-file.ts";

/** What the core is told of a result. */
export function readingOf(result: TeamFileResult, path: string, samplePath: string): TeamReading {
  if (!result.ok) return { kind: "refused", path, problems: failureLines(path, result.error) };
  const { team, digest } = result.value;
  return { kind: "loaded", team, path, digest, sample: path === samplePath };
}

/** What tells one result from another without comparing teams. */
function markOf(result: TeamFileResult): string {
  if (result.ok) return result.value.digest;
  return result.error.kind === "bad" ? result.error.digest : result.error.code;
}

/** Lets through what differs from the result before. */
export function changes(listener: (result: TeamFileResult) => void): (result: TeamFileResult) => void {
  let told: string | undefined;
  return (result) => {
    const mark = markOf(result);
    if (mark === told) return;
    told = mark;
    listener(result);
  };
}
