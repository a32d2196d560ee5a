import { cutoffsAt } from "../../../shared/log/retention.ts";
import type { Team } from "../../../shared/team/team.ts";
import { day, minute, second } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import type { Chance, Clock, Log, Store } from "../ports.ts";
import { drawnPseudonyms, identityOf } from "./pseudonyms.ts";
import type { Cancel } from "../records.ts";

/** A page must not wait for it, so it begins after the sources were asked, and does little at a time. */
const firstAfter = minute;
const betweenPieces = 5 * second;
const linesAtOnce = 1_000;

export type RetentionTools = {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly store: Pick<Store, "retain">;
  readonly log: Log;
  /** The team in use, whose rule counts. */
  readonly team: () => Team | undefined;
};

/** Keeps the store to the team's retention: soon after the start and every day, in small pieces. Cancelling stops it. */
export function startRetention(tools: RetentionTools): Cancel {
  const { clock } = tools;
  let disarm: Cancel = () => undefined;
  const arm = (milliseconds: number): void => {
    disarm = clock.wakeAt(after(clock.now(), milliseconds), () =>
      arm(runPiece(tools) === "more" ? betweenPieces : day),
    );
  };
  arm(firstAfter);
  return () => disarm();
}

function runPiece({ clock, chance, store, log, team: loaded }: RetentionTools): "more" | "done" {
  const team = loaded();
  if (team?.retention === undefined) return "done";
  const now = clock.now();
  const pseudonyms = drawnPseudonyms(chance, { people: team.people.map(identityOf), everybody: true });
  const done = store.retain({ now, before: cutoffsAt(team.retention, now), pseudonyms, most: linesAtOnce });
  if (!done.ok) log("warning", "retention could not be kept", { reason: done.error.kind });
  else if (done.value.count > 0) log("info", "retention", { count: done.value.count });
  return done.ok && done.value.more ? "more" : "done";
}
