import type { ScheduleChangeAsked } from "../../shared/app/schedule-change/change-shape.ts";
import type { Role } from "../../shared/team/team.ts";
import type { LocalDateTime } from "../../shared/time/civil.ts";

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
