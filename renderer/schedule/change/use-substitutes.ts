import type { CoverProposal } from "../../../shared/schedule/change-shape.ts";
import type { ChangeForm } from "../../store/change-form.ts";
import { latest, useAnswer } from "./use-answer.ts";

export type Substitutes = Extract<CoverProposal, { kind: "proposed" }>["substitutes"];

/** Who could take the stretch, least duty first; empty where nobody could, or while that is not known. */
export function useSubstitutes({ schedule, role, from, to }: ChangeForm): Substitutes {
  const asked = from === "" || to === "" ? undefined : { schedule, role, from, to };
  const answer = latest(useAnswer("propose-cover", asked));
  return answer?.kind === "proposed" ? answer.substitutes : [];
}
