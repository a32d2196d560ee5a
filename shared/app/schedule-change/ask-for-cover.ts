import { actor, refused } from "../command-tools.ts";
import type { Decision } from "../decision.ts";
import type { Stamp } from "../event.ts";
import type { AppState } from "../state.ts";
import type { CoverWanted } from "./change-shape.ts";
import { reviewCover } from "./cover.ts";

/** Asks the team to cover a stretch. The schedule stays as it is until somebody takes it. */
export function askForCover(state: AppState, wanted: CoverWanted, { now }: Stamp): Decision {
  const by = actor(state);
  const review = reviewCover(state.loaded?.team, { wanted, by });
  if (review.kind === "refused") return refused(state, state.loaded ? "not-found" : "no-team");
  return {
    state,
    effects: [{ kind: "announce", announcement: review.announcement }],
    entries: [{ at: now, kind: "cover-asked", body: { by, ...wanted } }],
    reply: { kind: "done", count: 1 },
  };
}
