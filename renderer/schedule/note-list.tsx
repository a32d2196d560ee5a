import { useId, useState, type ReactNode } from "react";
import type { ScheduleView, ShownConflict } from "../../shared/schedule/schedule-view-shape.ts";
import { cleanLine } from "../../shared/text/clean.ts";
import { Button } from "../components/button.tsx";
import { Icon, type IconName } from "../components/icon.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import type { Note, NoteGroup } from "./notes.ts";
import { changeWords } from "./schedule-change-words.ts";
import { groupWords, noteText, noteWhen, noteWords } from "./schedule-notes-words.ts";
import type { Names } from "./shift-why-words.ts";
import { useOpenChange } from "./change/use-open-change.ts";
import { useThisHour } from "./change/use-this-hour.ts";

export type NoteListProps = {
  readonly view: ScheduleView;
  readonly notes: readonly NoteGroup[];
  readonly names: Names;
};

/** What is unlike other days, in words: trouble first. */
export function NoteList({ view, notes, names }: NoteListProps): ReactNode {
  const heading = useId();
  if (notes.length === 0) return null;
  return (
    <section className="notes" aria-labelledby={heading}>
      <h2 id={heading}>{noteWords.title}</h2>
      <ul>
        {notes.map((group) => (
          <Group key={`${group.kind} ${view.days[0] ?? ""}`} group={group} view={view} names={names} />
        ))}
      </ul>
    </section>
  );
}

/** So many of one kind are shown at first. */
const few = 3;

const icons: Readonly<Record<Note["kind"], IconName>> = {
  unknown: "unknown",
  gap: "nobody",
  conflict: "warning",
  holiday: "holiday",
  override: "override",
  swap: "swap",
  clock: "clock",
  order: "shuffle",
};

function Group({
  group,
  view,
  names,
}: { readonly group: NoteGroup } & Pick<NoteListProps, "view" | "names">): ReactNode {
  const [all, setAll] = useState(false);
  // One more than the few is shown instead of a button that would show it.
  const shown = all || group.notes.length <= few + 1 ? group.notes : group.notes.slice(0, few);
  const summary = groupWords(group.notes);
  const hidden = group.notes.length - shown.length;
  return (
    <>
      {summary !== undefined && <Line kind={group.kind} when="" text={summary} first />}
      {shown.map((note, index) => (
        <Line
          key={index}
          kind={note.kind}
          first={index === 0 && summary === undefined}
          when={noteWhen(note, view.zone)}
          text={noteText(note, names, view.zone)}
        >
          {note.kind === "conflict" && <Proposed conflict={note.conflict} view={view} names={names} />}
        </Line>
      ))}
      {hidden > 0 && (
        <li className="note note-more">
          <Button kind="plain" local onPress={() => setAll(true)}>
            {noteWords.all(hidden)}
          </Button>
        </li>
      )}
    </>
  );
}

type LineProps = {
  readonly kind: Note["kind"];
  readonly when: string;
  readonly text: string;
  /** Of its kind: the others have the sign without the word. */
  readonly first: boolean;
  readonly children?: ReactNode;
};

function Line({ kind, when, text, first, children }: LineProps): ReactNode {
  return (
    <li className={`note note-${kind}`}>
      <span className="note-kind">
        <Icon name={icons[kind]} size={14} />
        <span className={first ? "" : "unseen"}>{noteWords.kinds[kind]}</span>
      </span>
      <span className="note-when numbers">{when}</span>
      <span className="note-words">
        <OutsideLine text={text} limit={600} />
      </span>
      {children}
    </li>
  );
}

type ProposedProps = { readonly conflict: ShownConflict } & Pick<NoteListProps, "view" | "names">;

/** The override that would end a conflict, while it is not over. */
function Proposed({ conflict, view, names }: ProposedProps): ReactNode {
  const thisHour = useThisHour();
  const { role, person, substitute, from, to } = conflict;
  const open = useOpenChange({
    schedule: view.id,
    ...{ role, person, substitute, to },
    from: from > thisHour ? from : thisHour,
  });
  if (substitute === undefined || to <= thisHour) return null;
  const words = changeWords.letTake(cleanLine(names(substitute), 80));
  const when = noteWhen({ kind: "conflict", at: from, conflict }, view.zone);
  return (
    <Button kind="plain" popup="dialog" label={`${words} ${when}`} onPress={() => open("override")}>
      {words}
    </Button>
  );
}
