import type { SourceKind } from "../core/source.ts";
import { alertmanager } from "./alertmanager/alertmanager.ts";
import { inbox } from "./inbox/inbox.ts";

/** All providers that Baton can watch. A new one is a file of its own and a word here. */
export const sourceKinds: readonly SourceKind[] = [alertmanager, inbox];

const byKind: Readonly<Record<string, SourceKind>> = Object.fromEntries(sourceKinds.map((kind) => [kind.kind, kind]));

/** The provider of a kind; `undefined` where none serves it yet. */
export const sourceKind = (kind: string): SourceKind | undefined =>
  Object.hasOwn(byKind, kind) ? byKind[kind] : undefined;
