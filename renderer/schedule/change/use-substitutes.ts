import type { CoverProposal } from "../../../shared/schedule/change-shape.ts";
import type { ChangeForm } from "../../store/change-form.ts";
import { latest, useAsked } from "../../store/use-asked.ts";
import { settle } from "./settle.ts";

export type Substitutes = Extract<CoverProposal, { kind: "proposed" }>["substitutes"];

/** Who could take the stretch, least duty first; empty where nobody could, or while that is not known. */
export function useSubstitutes({ schedule, role, from, to }: ChangeForm): Substitutes {
  const asked = from === "" || to === "" ? undefined : { schedule, role, from, to };
  const answer = latest(useAsked("propose-cover", asked, { settle }));
  return answer?.kind === "proposed" ? answer.substitutes : [];
}
