import * as v from "valibot";
import { listOf } from "../wire.ts";

/*
 * A Markdown text as a screen draws it: a closed set of blocks and of what stands in a line, made by the host. Every text in it is
 * words to be shown; nothing in it is HTML, and a link is drawn only where the screen finds that it may lead there.
 */

/** What stands in a line. `to` and `id` join a footnote to the places that refer to it. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "emphasis" | "strong" | "struck"; readonly inside: readonly Inline[] }
  | { readonly kind: "link"; readonly url: string; readonly inside: readonly Inline[] }
  | { readonly kind: "picture"; readonly url: string; readonly alt: string }
  | { readonly kind: "break" }
  | { readonly kind: "note"; readonly number: number; readonly to: string; readonly id?: string };

/** `done` of a task; its words name its box. Lines count from 1 in the file. */
export type DrawnItem = {
  readonly line: number;
  readonly blocks: readonly Drawn[];
  readonly task?: { readonly done: boolean; readonly words: string };
};

export type DrawnNote = {
  readonly number: number;
  readonly id: string;
  readonly back: string;
  readonly blocks: readonly Drawn[];
};

export type Drawn = { readonly line: number } & (
  | { readonly kind: "heading"; readonly inside: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly inside: readonly Inline[] }
  /** `tight`: its items are lines and no paragraphs. `start`: the first number of an ordered one. */
  | { readonly kind: "list"; readonly start?: number; readonly tight: boolean; readonly items: readonly DrawnItem[] }
  | { readonly kind: "quote"; readonly blocks: readonly Drawn[] }
  | { readonly kind: "code"; readonly text: string }
  | {
      readonly kind: "table";
      readonly align: readonly Align[];
      readonly head: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: "rule" }
  | { readonly kind: "notes"; readonly notes: readonly DrawnNote[] }
);

export type Align = "left" | "right" | "center" | "none";
export type Cell = readonly Inline[];

const text = v.string();
const line = v.number();
const inlineSchema: v.GenericSchema<Inline> = v.lazy(() => anyInline);
const inside = listOf(inlineSchema);
const drawnSchema: v.GenericSchema<Drawn> = v.lazy(() => anyDrawn);
export const drawnBlocksSchema = listOf(drawnSchema);

const anyInline = v.variant("kind", [
  v.object({ kind: v.literal("text"), text }),
  v.object({ kind: v.literal("code"), text }),
  v.object({ kind: v.picklist(["emphasis", "strong", "struck"]), inside }),
  v.object({ kind: v.literal("link"), url: text, inside }),
  v.object({ kind: v.literal("picture"), url: text, alt: text }),
  v.object({ kind: v.literal("break") }),
  v.object({ kind: v.literal("note"), number: v.number(), to: text, id: v.exactOptional(text) }),
]);

const itemSchema = v.object({
  line,
  blocks: drawnBlocksSchema,
  task: v.exactOptional(v.object({ done: v.boolean(), words: text })),
});

const anyDrawn = v.variant("kind", [
  v.object({ kind: v.literal("heading"), line, inside }),
  v.object({ kind: v.literal("paragraph"), line, inside }),
  v.object({
    kind: v.literal("list"),
    line,
    start: v.exactOptional(v.number()),
    tight: v.boolean(),
    items: listOf(itemSchema),
  }),
  v.object({ kind: v.literal("quote"), line, blocks: drawnBlocksSchema }),
  v.object({ kind: v.literal("code"), line, text }),
  v.object({
    kind: v.literal("table"),
    line,
    align: listOf(v.picklist(["left", "right", "center", "none"])),
    head: listOf(inside),
    rows: listOf(listOf(inside)),
  }),
  v.object({ kind: v.literal("rule"), line }),
  v.object({
    kind: v.literal("notes"),
    line,
    notes: listOf(v.object({ number: v.number(), id: text, back: text, blocks: drawnBlocksSchema })),
  }),
]);
