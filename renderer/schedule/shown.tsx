import { useEffect, useMemo, type ReactNode } from "react";
import type { ScheduleView } from "../../shared/schedule/schedule-view-shape.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import type { ScheduleChoice } from "../store/schedule-choice.ts";
import { blockOf, lanesOf } from "./lanes.ts";
import { notesOf } from "./notes.ts";
import type { SpanKind } from "../store/shown-days.ts";
import { scheduleWords } from "./schedule-words.ts";
import { namesIn } from "./shift-why-words.ts";
import { DoubtfulCalendars } from "./doubtful-calendars.tsx";
import { FairnessTable } from "./fairness-table.tsx";
import { Lanes } from "./lanes.tsx";
import { NoteList } from "./note-list.tsx";
import { ShiftDialog } from "./shift-dialog.tsx";

export type ShownProps = {
  readonly view: ScheduleView;
  readonly choice: ScheduleChoice;
  readonly span: SpanKind;
  readonly today: number;
  /** The view of other days than those asked for: the answer to those is on its way. */
  readonly late: boolean;
};

/** The lanes of some days, what is worth knowing about them, and how the duty is shared out. */
export function Shown({ view, choice, span, today, late }: ShownProps): ReactNode {
  const { store } = useSession();
  const me = useScreen((screen) => screen.snapshot?.me?.id);
  const dialog = useScreen((screen) => screen.dialog);
  const names = useMemo(() => namesIn(view), [view]);
  const { by, standby } = choice;
  const lanes = useMemo(() => lanesOf(view, { by, standby }), [view, by, standby]);
  const notes = useMemo(() => notesOf(view), [view]);
  const empty = view.shifts.length === 0 && view.standby.length === 0;
  const opened = dialog?.kind === "shift" ? blockOf(lanes, dialog.key) : undefined;
  // Of a shift that is no longer shown there is nothing to say; keys would wait for its dialog for ever.
  const astray = dialog?.kind === "shift" && opened === undefined;
  useEffect(() => {
    const close = (): void =>
      store.setState((screen) => (screen.dialog?.kind === "shift" ? { dialog: undefined } : {}));
    if (astray) close();
    return close;
  }, [store, astray]);
  return (
    <div className="schedule-shown" aria-busy={late || undefined}>
      {empty && <p className="soft">{scheduleWords.nobody}</p>}
      <DoubtfulCalendars view={view} />
      <Lanes {...{ view, lanes, span, today, me, names }} />
      <NoteList view={view} notes={notes} names={names} />
      <FairnessTable view={view} me={me} names={names} />
      {opened !== undefined && (
        <ShiftDialog view={view} block={opened} names={names} onClose={() => store.setState({ dialog: undefined })} />
      )}
    </div>
  );
}
