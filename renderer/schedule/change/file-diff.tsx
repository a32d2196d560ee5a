import type { ReactNode } from "react";
import type { Hunk } from "../../../shared/schedule/change-shape.ts";
import { changeWords } from "../schedule-change-words.ts";

const signs: Readonly<Record<Hunk["lines"][number]["kind"], string>> = {
  same: " ",
  added: "+",
  removed: "-",
  note: "\\",
};

/** The lines of a file as they would change, with the signs that everybody knows from patches. */
export function FileDiff({ hunks, name }: { readonly hunks: readonly Hunk[]; readonly name: string }): ReactNode {
  return (
    // It scrolls, so it must be reachable by keyboard.
    <div className="file-diff" role="group" tabIndex={0} aria-label={changeWords.diff(name)}>
      {hunks.map((hunk) => (
        <pre key={hunk.newStart}>
          {hunk.lines.map((line, index) => (
            <span key={hunk.newStart + index} className={`file-line file-line-${line.kind}`}>
              <span className="file-sign">{signs[line.kind]}</span>
              {line.text}
              {"\n"}
            </span>
          ))}
        </pre>
      ))}
    </div>
  );
}
