import type { Result } from "../../shared/result.ts";
import type { Answer, SourceFailure } from "../../shared/incident/answer.ts";
import type { ActionAnswer, ActionFailure, SourceAction } from "../../shared/incident/outbox.ts";
import type { Source } from "../../shared/team/team.ts";
import type { Clock, Http, Secrets } from "./ports.ts";

/** What a source adapter may use. */
export type SourceTools = {
  readonly http: Http;
  readonly clock: Pick<Clock, "now">;
  readonly secrets: Pick<Secrets, "get">;
  /** Reads a file that the team file names, relative to it. */
  readonly readText: (path: string) => Result<string, { readonly kind: "unreadable"; readonly code: string }>;
};

/** `unchanged`: byte for byte the answer before, so nothing was parsed. */
export type PollResult = Result<Answer | "unchanged", SourceFailure>;

/** A source that is being watched. An action that it lacks is not offered to people. */
export type SourceConnection = {
  /** Asked again before it has answered, it asks the server once and gives both the same answer. */
  poll(): Promise<PollResult>;
  readonly actions: {
    readonly [K in SourceAction["kind"]]?: (
      action: Extract<SourceAction, { kind: K }>,
    ) => Promise<Result<ActionAnswer, ActionFailure>>;
  };
};

/** One provider: its kind in team.yaml, and how to watch one declared source. */
export type SourceKind = {
  readonly kind: Source["config"]["kind"];
  readonly title: string;
  /** The actions that connections of this kind offer, known before any is made. */
  readonly actions: readonly SourceAction["kind"][];
  /** Names of the secrets that a declared source uses. */
  secrets(source: Source): readonly string[];
  connect(source: Source, tools: SourceTools): SourceConnection;
};
