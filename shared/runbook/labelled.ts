/*
 * What runbooks say of a failure or an issue stands behind a label: "**Symptoms:** …", "Clue: … Solution: …". Labels may stand
 * one to a line or several in one.
 */

export type Label = "symptoms" | "causes" | "clue" | "solution";

const labels: Readonly<Record<string, Label>> = {
  symptom: "symptoms",
  symptoms: "symptoms",
  signs: "symptoms",
  "potential causes": "causes",
  "potential cause": "causes",
  "possible causes": "causes",
  "possible cause": "causes",
  "likely causes": "causes",
  cause: "causes",
  causes: "causes",
  clue: "clue",
  clues: "clue",
  solution: "solution",
  solutions: "solution",
  fix: "solution",
  resolution: "solution",
};

const label = new RegExp(`(?:^|\\s)(${Object.keys(labels).join("|")})\\s*:\\s*`, "gi");

export type Labelled = { readonly label: Label; readonly text: string };

/** Cuts a line at its labels; what stands before the first is `before`. */
export function cutLabels(text: string): { readonly before: string; readonly parts: readonly Labelled[] } {
  const found = [...text.matchAll(label)];
  const parts = found.map((match, index): Labelled => {
    const from = match.index + match[0].length;
    const to = found[index + 1]?.index ?? text.length;
    return { label: labels[(match[1] ?? "").toLowerCase()] ?? "clue", text: trimmed(text.slice(from, to)) };
  });
  return { before: trimmed(text.slice(0, found[0]?.index ?? text.length)), parts };
}

const trimmed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The label that a word by itself is, as at the head of a column. */
export const labelOf = (word: string): Label | undefined => {
  const known = word.toLowerCase().replace(/:$/, "");
  return Object.hasOwn(labels, known) ? labels[known] : undefined;
};

/** The texts behind one label. */
export const labelled = (parts: readonly Labelled[], wanted: Label): readonly string[] =>
  parts.filter((part) => part.label === wanted && part.text !== "").map(({ text }) => text);
