/** A line of Markdown as people read it: without emphasis, code marks, escapes, tags, and with the words of links. */
export function inlineText(markdown: string): string {
  if (!/[\\`*_[\]<&~]/.test(markdown)) return markdown.trim();
  return markdown
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/(?<!\\)(?:\*+|~~|`+)/g, "")
    .replace(/(^|[^\p{L}\p{N}\\])_+(?=\S)/gu, "$1")
    .replace(/(?<=[^\s\\])_+(?=[^\p{L}\p{N}_]|$)/gu, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .trim();
}
