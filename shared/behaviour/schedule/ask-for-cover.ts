import { spanOf } from "../../schedule/change.ts";
import { findSchedule } from "../../team/lookup.ts";
import { announce } from "../../state/announce.ts";
import { actor, refused } from "../../state/command-tools.ts";
import { andThen, type Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import type { AppState } from "../../state/state.ts";
import type { CommandOf } from "../../state/command.ts";
import { reviewCover } from "./cover.ts";

/** Asks the team to cover a stretch. The schedule stays as it is until somebody takes it. */
export function askForCover(
  state: AppState,
  { kind: _kind, ...wanted }: CommandOf<"ask-for-cover">,
  { now }: Stamp,
): Decision {
  const by = actor(state);
  const team = state.loaded?.team;
  const schedule = team && findSchedule(team, wanted.schedule);
  const review = reviewCover(team, { wanted, by });
  if (review.kind === "refused" || !schedule) return refused(state, team ? "not-found" : "no-team");
  // Whoever asks again asks anew.
  const announcement = { ...review.announcement, id: `${review.announcement.id}/${String(now)}` };
  const asked: Decision = {
    state,
    effects: [],
    entries: [{ at: now, kind: "cover-asked", body: { by, ...wanted } }],
    reply: { kind: "done", count: 1 },
  };
  return andThen(asked, (next) => announce(next, { announcement, now, until: spanOf(schedule, wanted).to }));
}
