import type { SourceAnswer, SourceFailure } from "../../shared/incident/answer.ts";
import { actionKinds, type ActionAnswer, type ActionFailure, type SourceAction } from "../../shared/incident/outbox.ts";
import type { Result } from "../../shared/result.ts";

/** `unchanged`: byte for byte the answer before, so nothing was parsed. */
export type PollResult = Result<SourceAnswer | "unchanged", SourceFailure>;

/** What a source can be asked to do. What it lacks is not offered to people. */
export type SourceActions = {
  readonly [K in SourceAction["kind"]]?: (
    action: Extract<SourceAction, { kind: K }>,
  ) => Promise<Result<ActionAnswer, ActionFailure>>;
};

/** A source that is being watched. */
export type SourceConnection = {
  /** Asked again before it has answered, it asks the server once and gives both the same answer. Absent where the source tells by itself. */
  poll?(): Promise<PollResult>;
  readonly actions: SourceActions;
  /** What became of an action that was answered with `accepted`; such a source has it. */
  confirm?(request: string, action: SourceAction): Promise<Result<ActionAnswer, ActionFailure>>;
};

/** A source that is asked at an interval. */
export type PolledConnection = SourceConnection & Required<Pick<SourceConnection, "poll">>;

/** The kinds of actions that there are functions for. */
export const actionsOf = (actions: SourceActions): readonly SourceAction["kind"][] =>
  actionKinds.filter((kind) => actions[kind] !== undefined);
