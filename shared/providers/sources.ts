import type { SecretName } from "../team-file/ids.ts";
import type { Item, Reading } from "../team-file/reading.ts";
import { alertmanager } from "./alertmanager.ts";
import type { Declaration, FileOf } from "./declaration.ts";
import { inbox } from "./inbox.ts";

/** All kinds of sources that Baton can watch. A new one is a file of its own and a word here. */
export const sources = { alertmanager, inbox } as const;

export type SourceKind = keyof typeof sources;
type Entries = { readonly [K in SourceKind]: (typeof sources)[K]["entries"] };
/** What a source of each kind is reached by. */
export type SourceConfigs = { readonly [K in SourceKind]: NonNullable<ReturnType<(typeof sources)[K]["read"]>> };
export type SourceConfig = SourceConfigs[SourceKind];

const table: { readonly [K in SourceKind]: Declaration<Entries[K], SourceConfigs[K]> } = sources;

export const isSourceKind = (kind: string): kind is SourceKind => Object.hasOwn(sources, kind);

/** Reads what is a kind's own of an item; `undefined` once a problem is reported. */
export const readSource = <K extends SourceKind>(
  kind: K,
  item: Item<FileOf<Entries[K]>>,
  reading: Reading,
): SourceConfigs[K] | undefined => table[kind].read(item, reading);

type Known<K extends SourceKind> = SourceConfigs[K] & { readonly kind: K };

export const secretsOfSource = <K extends SourceKind>(config: Known<K>): readonly SecretName[] =>
  table[config.kind].secrets(config);

/** Milliseconds between two polls where the file does not say; `undefined` for a source that is never asked. */
export const pollOfSource = <K extends SourceKind>(config: Known<K>): number | undefined =>
  table[config.kind].poll?.(config);
