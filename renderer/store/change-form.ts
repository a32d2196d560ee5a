import type { ScheduleChangeAsked } from "../../shared/schedule/change-shape.ts";
import type { Role } from "../../shared/team/team.ts";
import type { LocalDateTime } from "../../shared/time/civil.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { localMoment } from "../../shared/time/phrase.ts";

/** What somebody wants of a stretch of a schedule. */
export const changeKinds = ["override", "take", "swap", "cover"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The fields of the dialog, as they stand. Times are wall times of the schedule. */
export type ChangeForm = {
  readonly kind: ChangeKind;
  readonly schedule: string;
  readonly role: Role;
  readonly from: LocalDateTime;
  readonly to: LocalDateTime;
  /** Who is to take the stretch, or is one of two who swap. */
  readonly person: string;
  /** With whom. */
  readonly other: string;
  readonly why: string;
};

/** What a change begins with: a shift, a part of one that its person cannot serve, or a gap. People are ids. */
export type Stretch = {
  readonly schedule: string;
  readonly role: Role;
  readonly from: Instant;
  readonly to: Instant;
  readonly person?: string | undefined;
  /** Who is proposed in their place. */
  readonly substitute?: string | undefined;
};

/** The fields as the dialog opens with them, with all that is known filled in. Times are those of the schedule's `zone`. */
export function formFor(stretch: Stretch, kind: ChangeKind, zone: string): ChangeForm {
  const { schedule, role, from, to, person = "", substitute = "" } = stretch;
  return {
    ...{ kind, schedule, role },
    from: localMoment(from, zone),
    to: localMoment(to, zone),
    person: kind === "swap" ? person : substitute,
    other: "",
    why: "",
  };
}

/** The change that the fields describe; undefined where one is missing, or where they ask for cover instead. */
export function changeOf(form: ChangeForm, me: string | undefined): ScheduleChangeAsked | undefined {
  const { kind, role, from, to, person, other } = form;
  if (kind === "cover" || from === "" || to === "") return undefined;
  if (kind === "swap") {
    return person === "" || other === "" ? undefined : { kind, swap: { role, a: person, b: other, from, to } };
  }
  const taker = kind === "take" ? me : person;
  const why = form.why.trim();
  if (taker === undefined || taker === "") return undefined;
  return { kind: "override", override: { role, person: taker, from, to, ...(why !== "" && { reason: why }) } };
}
