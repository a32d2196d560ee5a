import { err, ok, type Result } from "../../../shared/result.ts";
import type { Insertion } from "./insertion.ts";
import type { Placed, PlacedList, PlacedMap, PlacedText } from "./placed.ts";
import { valueOf } from "./placed.ts";
import { blockLines, flowItem, type Fields, type ItemStyle } from "./yaml-item.ts";

/** Why an item has no place: what it would stand in is written elsewhere (`*name`), where it would reach others too. */
export type NotPlaced = { readonly kind: "alias" };

export type NewItem = { readonly schedule: string; readonly key: "overrides" | "swaps"; readonly fields: Fields };

/** What to put into the text of a team file so that a list of a schedule has one more item at its end. */
export function listInsertions(
  source: string,
  root: Placed | undefined,
  item: NewItem,
): Result<readonly Insertion[], NotPlaced> {
  const home = scheduleIn(root, item.schedule);
  if (!home) return err({ kind: "alias" });
  const list = valueOf(home, item.key);
  const style = styleFor(source, home, item.key);
  if (!list) return ok(newList(source, { home, item, style }));
  if (list.kind === "list" && list.flow) return ok(intoBrackets(source, list, flowItem(item.fields, style)));
  if (list.kind === "list") return ok([belowLast(source, list, { item, style })]);
  return err({ kind: "alias" });
}

/** The schedule of an id; undefined where it, or the list of schedules, is an alias. */
function scheduleIn(root: Placed | undefined, id: string): PlacedMap | undefined {
  const schedules = valueOf(root, "schedules");
  if (schedules?.kind !== "list") return undefined;
  return schedules.items.find((one): one is PlacedMap => textOf(valueOf(one, "id")) === id);
}

const textOf = (node: Placed | undefined): unknown => (node?.kind === "text" ? node.value : undefined);

/** New items are written as the last one of their list, else as the last one of the other list, else as the file's braces are. */
function styleFor(source: string, home: PlacedMap, key: NewItem["key"]): ItemStyle {
  const lists = [key, key === "swaps" ? "overrides" : "swaps"].map((name) => itemsOf(valueOf(home, name)));
  const model = lists.flatMap((items) => items.at(-1) ?? [])[0];
  const braces = model?.flow === true ? model : itemsOf(valueOf(home, "rotations")).find(({ flow }) => flow);
  return {
    ...(model && { model }),
    padded: braces === undefined || source[braces.from + 1] === " ",
    quoted: isQuoted((model ?? home).entries[0]?.key),
  };
}

const itemsOf = (list: Placed | undefined): readonly PlacedMap[] =>
  list?.kind === "list" ? list.items.filter((one) => one.kind === "map") : [];

const isQuoted = (key: PlacedText | undefined): boolean => key?.quote === "double" || key?.quote === "single";

type Writing = { readonly item: NewItem; readonly style: ItemStyle };
type InHome = Writing & { readonly home: PlacedMap };

function newList(source: string, { home, item, style }: InHome): readonly Insertion[] {
  const key = isQuoted(home.entries[0]?.key) ? JSON.stringify(item.key) : item.key;
  if (home.flow) return intoBrackets(source, home, `${key}: [${flowItem(item.fields, style)}]`);
  const indent = columnOf(source, home.from);
  const lines = itemLines({ item, style }, indent + listIndent(source, home));
  return [lineAfter(source, home.to, [" ".repeat(indent) + `${key}:`, ...lines])];
}

/** How far the file's lists stand in from their keys. */
function listIndent(source: string, home: PlacedMap): number {
  const list = home.entries.map(({ value }) => value).find((value) => value.kind === "list" && !value.flow);
  return list ? columnOf(source, list.from) - columnOf(source, home.from) : 2;
}

function belowLast(source: string, list: PlacedList, writing: Writing): Insertion {
  return lineAfter(source, list.to, itemLines(writing, columnOf(source, list.from)));
}

function itemLines({ item, style }: Writing, indent: number): readonly string[] {
  const flow = style.model?.flow ?? true;
  const lines = flow ? [flowItem(item.fields, style)] : blockLines(item.fields, style);
  return lines.map((line, index) => `${" ".repeat(indent)}${index === 0 ? "- " : "  "}${line}`);
}

/** Characters between the beginning of the line and an offset. */
const columnOf = (source: string, at: number): number => at - (source.lastIndexOf("\n", at - 1) + 1);

const lineEndNear = (source: string, at: number): "\n" | "\r\n" => {
  const next = source.indexOf("\n", at);
  const end = next < 0 ? source.lastIndexOf("\n") : next;
  return end > 0 && source[end - 1] === "\r" ? "\r\n" : "\n";
};

/** Lines below the one that an offset is on, with its comment; a file without an end to its last line stays without. */
function lineAfter(source: string, at: number, lines: readonly string[]): Insertion {
  const end = lineEndNear(source, at - 1);
  const text = lines.join(end);
  if (source[at - 1] === "\n") return { at, text: text + end };
  const next = source.indexOf("\n", at);
  return next < 0 ? { at: source.length, text: end + text } : { at: next + 1, text: text + end };
}

/** One more part before the closing bracket: on a line of its own where the parts have theirs. */
function intoBrackets(source: string, brackets: PlacedList | PlacedMap, text: string): readonly Insertion[] {
  const last = lastPart(brackets);
  const tail = source.slice(last?.to ?? brackets.from + 1, brackets.to - 1);
  if (!last) return [{ at: brackets.from + 1, text: tail.startsWith(" ") ? ` ${text}` : text }];
  const comma = withoutComments(tail).indexOf(",");
  const line = tail.indexOf("\n");
  if (line < 0 || comma > line) {
    return [comma < 0 ? { at: last.to, text: `, ${text}` } : { at: last.to + comma + 1, text: ` ${text}` }];
  }
  const end = lineEndNear(source, last.to);
  const indent = " ".repeat(columnOf(source, last.from));
  const below = { at: last.to + line + 1 - end.length, text: end + indent + text + (comma < 0 ? "" : ",") };
  return comma < 0 ? joined({ at: last.to, text: "," }, below) : [below];
}

const joined = (first: Insertion, second: Insertion): readonly Insertion[] =>
  first.at === second.at ? [{ at: first.at, text: first.text + second.text }] : [first, second];

function lastPart(brackets: PlacedList | PlacedMap): { readonly from: number; readonly to: number } | undefined {
  if (brackets.kind === "list") return brackets.items.at(-1);
  const entry = brackets.entries.at(-1);
  return entry && { from: entry.key.from, to: Math.max(entry.key.to, entry.value.to) };
}

/** As long as before. */
const withoutComments = (text: string): string =>
  text.replace(/(?<=\s)#[^\r\n]*/g, (comment) => " ".repeat(comment.length));
