import type { ReactNode } from "react";
import { noteParts } from "../../shared/log/past-incident.ts";
import type { PostIncidentView } from "../../shared/rpc/past-contract.ts";
import { categoryWord, partWord, pastWords } from "../words/past.ts";
import { OutsideLine } from "./outside-text.tsx";

/** A post-incident note as it was written, without the parts that nobody filled in. */
export function NoteText({ note }: { readonly note: NonNullable<PostIncidentView["note"]> }): ReactNode {
  return (
    <div className="note-text">
      <p>
        <span className="tag">{categoryWord(note.category)}</span>{" "}
        <span className="soft">
          <OutsideLine text={pastWords.by(note.by.name)} />
        </span>
      </p>
      <dl>
        {noteParts
          .filter((part) => note[part].trim() !== "")
          .map((part) => (
            <div key={part}>
              <dt>{partWord(part)}</dt>
              <dd dir="auto">{note[part]}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
