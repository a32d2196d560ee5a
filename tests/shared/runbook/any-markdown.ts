import fc from "fast-check";

/* Markdown as people write it, and as nobody should: for properties that hold over all of it. */

const word = fc.constantFrom("late", "ledger", "Kafka", "owners", "run", "Purpose", "data", "load", "é", "日本");
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((some) => some.join(" "));

const line = fc.oneof(
  words,
  words.map((text) => `## ${text}`),
  words.map((text) => `**${text}:** more`),
  words.map((text) => `- [ ] ${text}`),
  words.map((text) => `  - Symptoms: ${text}`),
  words.map((text) => `- Clue: ${text}. Solution: ${text}.`),
  words.map((text) => `> ${text}`),
  words.map((text) => `| ${text} | ${text} |`),
  fc.constantFrom("", "---", "===", "```", "~~~", "<!--", "-->", "    code", "\t- tab", "1. one", "***", "reviewed: x"),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);

/** Any text at all, with more of Markdown's own marks than chance would give. */
export const anyMarkdown = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom("\n", "\r\n"))
  .map(([lines, newline]) => lines.join(newline));

/** Paragraphs, headings, lists and code with blank lines between them: what every parser reads alike. */
const block = fc.oneof(
  words,
  fc.tuple(fc.integer({ min: 1, max: 6 }), words).map(([level, text]) => `${"#".repeat(level)} ${text}`),
  words.map((text) => `${text}\n${"=".repeat(4)}`),
  fc.tuple(words, words).map(([one, other]) => `${one}\n${other}\n---`),
  words.map((text) => `- ${text}\n- ${text}\n\n  still ${text}`),
  words.map((text) => `\`\`\`sh\n# ${text}\n\`\`\``),
  words.map((text) => `> # ${text}`),
  words.map((text) => `**${text}:** Bob`),
  words.map((text) => `* **${text}**: Bob\n* ${text}`),
  words.map((text) => `<!--\n# ${text}\n-->`),
  fc.constant("***"),
);
export const plainMarkdown = fc.array(block, { maxLength: 12 }).map((blocks) => `${blocks.join("\n\n")}\n`);
