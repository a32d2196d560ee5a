import { eachNode, leadOf, lineOf, type Block } from "./markdown.ts";
import type { ChecklistItem } from "./runbook.ts";

/** Every item of a task list. Those under a heading say which; the same words a second time are told apart by their number. */
export function checklistOf(
  blocks: readonly Block[],
  headingAt: (line: number) => string | undefined,
): readonly ChecklistItem[] {
  const items: ChecklistItem[] = [];
  const times = new Map<string, number>();
  eachNode(blocks, (node) => {
    if (node.type !== "listItem" || typeof node.checked !== "boolean") return;
    const text = leadOf(node).replace(/\s+/g, " ");
    if (text === "") return;
    const key = keyOf(text);
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    const under = headingAt(lineOf(node));
    const id = before === 0 ? key : `${key}.${String(before + 1)}`;
    items.push({ id, text, ...(under !== undefined && { under }), line: lineOf(node) });
  });
  return items;
}

/** 64 bits of FNV-1a (in two halves) over the words alone, so that case, emphasis and white space may change. */
function keyOf(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return (half(words, 0x811c9dc5) + half(words, 0x1b873593)).padStart(14, "0");
}

function half(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, "0");
}
