/** Text that is put before the character at an offset. */
export type Insertion = { readonly at: number; readonly text: string };

/** The text with the insertions, whose offsets are all of the text as it was, in ascending order. */
export function inserted(text: string, insertions: readonly Insertion[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { at, text: added } of insertions) {
    parts.push(text.slice(done, at), added);
    done = at;
  }
  return [...parts, text.slice(done)].join("");
}

/** The text as it was before the insertions; undefined where they do not stand where they were put. */
export function withdrawn(text: string, insertions: readonly Insertion[]): string | undefined {
  const parts: string[] = [];
  let done = 0;
  let grown = 0;
  for (const { at, text: added } of insertions) {
    const from = at + grown;
    if (text.slice(from, from + added.length) !== added) return undefined;
    parts.push(text.slice(done, from));
    done = from + added.length;
    grown += added.length;
  }
  return [...parts, text.slice(done)].join("");
}
