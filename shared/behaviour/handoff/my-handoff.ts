import { handoffOf } from "../../handoff/papers.ts";
import type { Instant } from "../../time/instant.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import { dutyKey, inOrder, type KnownHandoff } from "../../handoff/handoff-state.ts";
import type { MyDuty } from "./my-duty.ts";

/** My offer that nobody has answered yet. */
export function openOffer(state: AppState, now: Instant): KnownHandoff | undefined {
  const me = whoAmI(state);
  return inOrder(state.handoffs.known).findLast(
    (known) => known.offer.from === me && handoffOf(known).kind === "offered" && now < known.offer.until,
  );
}

/** The last handoff of a duty of mine, whatever became of it. */
export const lastOffer = ({ handoffs }: AppState, { me, duty }: MyDuty): KnownHandoff | undefined =>
  inOrder(handoffs.known).findLast(({ offer }) => offer.from === me && dutyKey(offer.duty) === dutyKey(duty));

/** Offers to me that wait for my answer, oldest first. */
export function offersToMe(state: AppState, now: Instant): readonly KnownHandoff[] {
  const me = whoAmI(state);
  return inOrder(state.handoffs.known).filter(
    (known) => known.offer.to === me && handoffOf(known).kind === "offered" && now < known.offer.until,
  );
}
