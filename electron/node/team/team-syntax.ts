import type { TeamProblem } from "../../../shared/team-file/team-problem.ts";

type Words = Pick<TeamProblem, "kind" | "found" | "expected">;

const syntax = (found: string, expected: string): Words => ({ kind: "syntax", found, expected });

/** The YAML parser's codes in our words: its own messages may quote the source, in which secrets may stand. */
const words: Readonly<Record<string, Words>> = {
  ALIAS_PROPS: syntax("an alias with a tag or anchor", "the alias alone"),
  BAD_ALIAS: syntax("an alias to no anchor", "an anchor (&name) before its alias (*name)"),
  BAD_COLLECTION_TYPE: syntax("a tag that does not fit its value", "a value without a tag"),
  BAD_DIRECTIVE: syntax("an unknown directive", "YAML 1.2 without directives"),
  BAD_DQ_ESCAPE: syntax("an unknown escape in double quotes", "single quotes, or an escape such as \\n"),
  BAD_INDENT: syntax("an indentation that does not fit", "items of one level below each other, and brackets closed"),
  BAD_PROP_ORDER: syntax("a tag or anchor in the wrong place", "it before its value"),
  BAD_SCALAR_START: syntax("text that begins with a reserved character", "the text in quotes"),
  BLOCK_AS_IMPLICIT_KEY: syntax(
    "a second colon on the line",
    'text with ": " in quotes, or the value on a line of its own',
  ),
  BLOCK_IN_FLOW: syntax("an indented block within brackets", "one or the other"),
  KEY_OVER_1024_CHARS: syntax("a key of more than 1024 characters", "a short key"),
  MISSING_CHAR: syntax("an end that comes too early", "the closing quote, bracket, comma or colon"),
  MULTILINE_IMPLICIT_KEY: syntax("a line without a key", "key: value"),
  MULTIPLE_ANCHORS: syntax("two anchors on one value", "one"),
  MULTIPLE_DOCS: syntax("a second document (---)", "one document in the file"),
  MULTIPLE_TAGS: syntax("two tags on one value", "none"),
  NON_STRING_KEY: syntax("a key that is not text", "text as a key"),
  RESOURCE_EXHAUSTION: {
    kind: "too-large",
    found: "too many values, or too many within each other",
    expected: "a smaller file",
  },
  TAB_AS_INDENT: syntax("a tab as indentation", "spaces"),
  TAG_RESOLVE_FAILED: syntax("an unknown tag", "a value without a tag"),
  UNEXPECTED_TOKEN: syntax("a character that does not belong here", "key: value, or - item"),
};

const other = syntax("something that YAML does not allow", "YAML 1.2");

/** What one of the parser's codes means. */
export const syntaxWords = (code: string): Words => (Object.hasOwn(words, code) ? (words[code] ?? other) : other);
