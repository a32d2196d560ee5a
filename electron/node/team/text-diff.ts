import { createTwoFilesPatch, structuredPatch } from "diff";
import type { Hunk } from "../../../shared/schedule/change-shape.ts";

/** Lines around a change that show where it is. */
const context = 3;

/** What differs between two texts, for a screen. */
export const hunksOf = (before: string, after: string): readonly Hunk[] =>
  structuredPatch("", "", before, after, undefined, undefined, { context }).hunks.map(
    ({ oldStart, newStart, lines }) => ({
      oldStart,
      newStart,
      lines: lines.map((line) => ({ kind: kinds[line[0] ?? ""] ?? "note", text: line.slice(1).replace(/\r$/, "") })),
    }),
  );

/** A backslash says that the last line has no end. */
const kinds: Readonly<Record<string, Hunk["lines"][number]["kind"]>> = {
  " ": "same",
  "+": "added",
  "-": "removed",
  "\\": "note",
};

/** The same as a patch that `git apply` and `patch -p1` take. */
export function patchOf(name: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context });
  return patch.replace(/^=+\n/, "").replace(/^((?:---|\+\+\+) [^\t\n]*)\t$/gm, "$1");
}
