import type { ScheduleView, ShownConflict, ShownShift } from "../../shared/schedule/schedule-view-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";

type Of<K extends keyof ScheduleView> = ScheduleView[K] extends readonly (infer T)[] ? T : never;

/** Something about the days shown that is worth knowing; the troublesome kinds come first. */
export type Note =
  | { readonly kind: "unknown" | "gap"; readonly at: Instant; readonly uncovered: Of<"uncovered"> }
  | { readonly kind: "conflict"; readonly at: Instant; readonly conflict: ShownConflict }
  | { readonly kind: "holiday"; readonly at: Instant; readonly holiday: Of<"holidays"> }
  | { readonly kind: "override" | "swap"; readonly at: Instant; readonly shift: ShownShift }
  | {
      readonly kind: "clock";
      readonly at: Instant;
      readonly clock: Of<"clocks">;
      readonly across: readonly ShownShift[];
    }
  | { readonly kind: "order"; readonly at: Instant; readonly order: Of<"orders"> };

export const noteKinds = [
  "unknown",
  "gap",
  "conflict",
  "holiday",
  "override",
  "swap",
  "clock",
  "order",
] as const satisfies Note["kind"][];

/** Notes of one kind, by time. */
export type NoteGroup = { readonly kind: Note["kind"]; readonly notes: readonly Note[] };

/** What is worth knowing about the days shown; kinds without any are left out. */
export function notesOf(view: ScheduleView): readonly NoteGroup[] {
  const all: readonly Note[] = [
    ...view.uncovered.flatMap((uncovered) =>
      uncovered.state === "off-hours" ? [] : [{ kind: uncovered.state, at: uncovered.from, uncovered } as const],
    ),
    ...view.conflicts.map((conflict) => ({ kind: "conflict", at: conflict.from, conflict }) as const),
    ...view.holidays.map((holiday) => ({ kind: "holiday", at: holiday.from, holiday }) as const),
    ...view.shifts.flatMap((shift) =>
      shift.why.kind === "override" || shift.why.kind === "swap"
        ? [{ kind: shift.why.kind, at: shift.from, shift } as const]
        : [],
    ),
    ...view.clocks.map((clock) => ({ kind: "clock", at: clock.at, clock, across: across(view, clock.at) }) as const),
    ...view.orders.map((order) => ({ kind: "order", at: order.at, order }) as const),
  ];
  return noteKinds.flatMap((kind) => {
    const notes = all.filter((note) => note.kind === kind).toSorted((a, b) => a.at - b.at);
    return notes.length === 0 ? [] : [{ kind, notes }];
  });
}

/** The shifts that are under way at an instant, whose length it changes. */
const across = ({ shifts }: ScheduleView, at: Instant): readonly ShownShift[] =>
  shifts.filter(({ from, to }) => from < at && at < to);
