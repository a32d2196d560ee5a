import type * as v from "valibot";
import type { SecretName } from "../team-file/ids.ts";
import type { Item, Reading } from "../team-file/reading.ts";

/** An item of the team file with these keys. */
export type FileOf<Entries> = Entries extends v.ObjectEntries
  ? v.InferOutput<v.ObjectSchema<Entries, undefined>>
  : never;

/** What the team file says of one kind of provider. */
export type Declaration<Entries extends v.ObjectEntries, Config> = {
  /** Its own keys; those that all kinds have are not among them. */
  readonly entries: Entries;
  /** An item whose shape is right; `undefined` once a problem is reported. */
  readonly read: (item: Item<FileOf<Entries>>, reading: Reading) => Config | undefined;
  /** Names of the secrets that it uses. */
  readonly secrets: (config: Config) => readonly SecretName[];
  /** Milliseconds between two questions where the file does not say; absent where it is never asked, but tells by itself. */
  readonly poll?: (config: Config) => number;
};

/** A declaration, with its types taken from itself. */
export const declare = <const Entries extends v.ObjectEntries, Config>(
  declaration: Declaration<Entries, Config>,
): Declaration<Entries, Config> => declaration;
