import type { ScheduleView, ShownConflict, ShownShift } from "../../shared/schedule/schedule-view-shape.ts";
import type { Role } from "../../shared/team/team.ts";
import type { Instant } from "../../shared/time/instant.ts";

type Span = { readonly from: Instant; readonly to: Instant };

type Standby = ScheduleView["standby"][number];
type Uncovered = ScheduleView["uncovered"][number];

/** What a block stands for. */
export type Content =
  | { readonly kind: "shift"; readonly shift: ShownShift; readonly conflict?: ShownConflict }
  | { readonly kind: "standby"; readonly standby: Standby }
  /** Nobody is on call though somebody should be, or nobody can say who is. */
  | { readonly kind: "uncovered"; readonly uncovered: Uncovered };

/** A place on the time axis as shares of the span shown. */
export type Place = { readonly start: number; readonly width: number };

export type Block = Place & { readonly key: string; readonly content: Content };

/** On which of its lane's rows a block stands, from 0. */
export type PlacedBlock = Block & { readonly row: number };

/** Stretches that stand behind the blocks: off hours, and when somebody is away. */
export type Shade = Place & { readonly key: string; readonly kind: "off-hours" | "away" };

export type LaneOf =
  | { readonly kind: "role"; readonly role: Role }
  | { readonly kind: "person"; readonly person: string }
  | { readonly kind: "cover" };

/** One line of the picture; what happens at the same time stands on rows below each other. */
export type Lane = {
  readonly key: string;
  readonly of: LaneOf;
  readonly rows: number;
  /** By time. */
  readonly blocks: readonly PlacedBlock[];
  readonly shades: readonly Shade[];
};

export type LaneChoice = { readonly by: "roles" | "people"; readonly standby: boolean };

/** The lanes of a schedule, by role or by person. */
export function lanesOf(view: ScheduleView, { by, standby }: LaneChoice): readonly Lane[] {
  return by === "roles" ? lanesByRole(view) : lanesByPerson(view, standby);
}

/** The span that a view shows. */
export const shownSpan = ({ days }: ScheduleView): Span => {
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) throw new RangeError("a view without days");
  return { from, to };
};

function lanesByRole(view: ScheduleView): readonly Lane[] {
  const shades = offHours(view);
  return view.roles.map(({ role, standby }) => {
    const held = standby ? standbyBlocks(view, role) : shiftBlocks(view, (shift) => shift.role === role);
    const missing = uncoveredBlocks(view, ({ state, roles }) => state === "unknown" || roles.includes(role));
    return lane({ key: role, of: { kind: "role", role }, shades }, [...held, ...missing]);
  });
}

function lanesByPerson(view: ScheduleView, standby: boolean): readonly Lane[] {
  const nobody = uncoveredBlocks(view, () => true);
  const cover = nobody.length === 0 ? [] : [lane({ key: "cover", of: { kind: "cover" }, shades: [] }, nobody)];
  const people = view.people.map(({ id }) => {
    const away = view.absences.filter(({ person }) => person === id).map((absence) => shade(view, absence, "away"));
    const own = shiftBlocks(view, (shift) => shift.person === id);
    const rest = standby
      ? view.standby
          .filter((one) => one.people.includes(id))
          .map((one) => block(view, { kind: "standby", standby: one }))
      : [];
    return lane({ key: `person ${id}`, of: { kind: "person", person: id }, shades: away }, [...own, ...rest]);
  });
  return [...cover, ...people];
}

const shiftBlocks = (view: ScheduleView, wanted: (shift: ShownShift) => boolean): readonly Block[] =>
  view.shifts.filter(wanted).map((shift) => {
    const conflict = view.conflicts.find(
      ({ person, role, from, to }) =>
        person === shift.person && role === shift.role && from < shift.to && shift.from < to,
    );
    return block(view, { kind: "shift", shift, ...(conflict && { conflict }) });
  });

const standbyBlocks = (view: ScheduleView, role: Role): readonly Block[] =>
  view.standby.filter((one) => one.role === role).map((standby) => block(view, { kind: "standby", standby }));

const uncoveredBlocks = (view: ScheduleView, wanted: (one: Uncovered) => boolean): readonly Block[] =>
  view.uncovered
    .filter((one) => one.state !== "off-hours" && wanted(one))
    .map((uncovered) => block(view, { kind: "uncovered", uncovered }));

const offHours = (view: ScheduleView): readonly Shade[] =>
  view.uncovered.filter(({ state }) => state === "off-hours").map((one) => shade(view, one, "off-hours"));

const shade = (view: ScheduleView, span: Span, kind: Shade["kind"]): Shade => ({
  ...placeOf(view, span),
  kind,
  key: `${kind} ${span.from}`,
});

const block = (view: ScheduleView, content: Content): Block => ({
  ...placeOf(view, spanOf(content)),
  key: keyOf(content),
  content,
});

/** The whole of what a block stands for; it may reach beyond the span shown. */
export function spanOf(content: Content): Span {
  switch (content.kind) {
    case "shift":
      return content.shift;
    case "standby":
      return content.standby;
    case "uncovered":
      return content.uncovered;
  }
}

function keyOf(content: Content): string {
  const { from } = spanOf(content);
  switch (content.kind) {
    case "shift":
      return `${content.shift.role} ${content.shift.person} ${from}`;
    case "standby":
      return `${content.standby.role} standby ${from}`;
    case "uncovered":
      return `${content.uncovered.state} ${from}`;
  }
}

/** Where a stretch of time stands in the span shown, cut to it. */
export function placeOf(view: ScheduleView, { from, to }: Span): Place {
  const shown = shownSpan(view);
  const length = shown.to - shown.from;
  const start = (Math.max(from, shown.from) - shown.from) / length;
  return { start, width: (Math.min(to, shown.to) - shown.from) / length - start };
}

/** Puts blocks on rows: each on the first that is free by then. */
function lane(made: Pick<Lane, "key" | "of" | "shades">, blocks: readonly Block[]): Lane {
  const ends: number[] = [];
  const placed = blocks
    .toSorted((a, b) => spanOf(a.content).from - spanOf(b.content).from)
    .map((one) => {
      const { from, to } = spanOf(one.content);
      const free = ends.findIndex((end) => end <= from);
      const row = free < 0 ? ends.length : free;
      ends[row] = to;
      return { ...one, row };
    });
  return { ...made, rows: Math.max(1, ends.length), blocks: placed };
}

/** The block that a key of `lane/block` names; `undefined` where it is no longer there. */
export const blockOf = (lanes: readonly Lane[], key: string): Block | undefined =>
  lanes.flatMap(({ key: lane, blocks }) => blocks.filter((one) => `${lane}/${one.key}` === key))[0];
