/*
 * Where each value of a YAML text stands, for what adds to the text without touching the rest of it. `from` is the offset of its
 * first character, `to` the one after its last, without what follows on the line.
 */

type Place = { readonly from: number; readonly to: number };

export type PlacedMap = Place & {
  readonly kind: "map";
  /** Within braces. */
  readonly flow: boolean;
  readonly entries: readonly PlacedEntry[];
};

export type PlacedEntry = { readonly key: PlacedText; readonly value: Placed };

export type PlacedList = Place & {
  readonly kind: "list";
  /** Within brackets. */
  readonly flow: boolean;
  readonly items: readonly Placed[];
};

export type Quote = "plain" | "single" | "double" | "block";

/** A value that is not written, as in `key:`, has no length. */
export type PlacedText = Place & { readonly kind: "text"; readonly value: unknown; readonly quote: Quote };

export type PlacedAlias = Place & { readonly kind: "alias" };

export type Placed = PlacedMap | PlacedList | PlacedText | PlacedAlias;

/** The value of a key; undefined where there is none, or no map. */
export const valueOf = (node: Placed | undefined, key: string): Placed | undefined =>
  node?.kind === "map" ? node.entries.find((entry) => entry.key.value === key)?.value : undefined;
