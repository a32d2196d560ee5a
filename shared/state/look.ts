import type { RowTally } from "../incident/row-tally.ts";
import type { Instant } from "../time/instant.ts";

/** A secret that the team file names, and which sources and calendars want it. Never its value. */
export type SecretView = { readonly name: string; readonly present: boolean; readonly usedBy: readonly string[] };

/** What a view is made from, besides the state. */
export type Look = {
  readonly now: Instant;
  readonly tally: RowTally;
  readonly secrets: readonly SecretView[];
  /** Another number means another team in force. */
  readonly teamRevision: number;
};

/** Names of the secrets that a source or calendar needs and that are absent. */
export const missingSecrets = ({ secrets }: Look, id: string): readonly string[] =>
  secrets.filter(({ present, usedBy }) => !present && usedBy.includes(id)).map(({ name }) => name);
