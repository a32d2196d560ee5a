import type { RunbookFacts } from "./runbook.ts";

/*
 * Which part of a runbook fits an alert: the one that shares most words with it. A word of a title counts three, one of a symptom
 * or clue two, any other one; so every rank can be explained by its words, and a word more in the alert never lowers a part.
 */

export type Fit = {
  readonly kind: "failure-mode" | "common-issue" | "section";
  readonly title: string;
  readonly line: number;
  readonly score: number;
  /** As the alert has them, in lower case and alphabetical order. */
  readonly words: readonly string[];
};

/** What an alert says: its title and the values of its labels. */
export type AlertWords = { readonly title: string; readonly labels: Readonly<Record<string, string>> };

type Part = {
  readonly kind: Fit["kind"];
  readonly title: string;
  readonly line: number;
  readonly telling: readonly string[];
  readonly other: readonly string[];
};

const inTitle = 3;
const telling = 2;
const other = 1;
/** One word of a cause says too little. */
const least = 2;
const most = 10;

/** The failure modes and common issues that share words with an alert, best first; the order of the text decides between equals. */
export function fitsOf(runbook: RunbookFacts, alert: AlertWords): readonly Fit[] {
  // What the whole runbook is about tells none of its parts from another.
  const everywhere = new Set(stemsIn(runbook.title).keys());
  const said = new Map([alert.title, ...Object.values(alert.labels)].flatMap((text) => [...stemsIn(text)]));
  for (const stem of everywhere) said.delete(stem);
  return partsOf(runbook)
    .map((part) => fitOf(part, said))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || a.line - b.line)
    .slice(0, most);
}

/** The part that an address names behind its `#`, as a heading's id or title. */
export function namedFit(runbook: RunbookFacts, wanted: string): Fit | undefined {
  const plain = wanted.toLowerCase();
  const heading = runbook.headings.find(
    (one) => (one.kind === "heading" && one.slug === plain) || one.title.toLowerCase() === plain,
  );
  return heading && { kind: "section", title: heading.title, line: heading.line, score: 0, words: [] };
}

const partsOf = (runbook: RunbookFacts): readonly Part[] => [
  ...runbook.failureModes.map(({ title, line, symptoms, causes, description = "" }) => ({
    kind: "failure-mode" as const,
    title,
    line,
    telling: symptoms,
    other: [...causes, description],
  })),
  ...runbook.commonIssues.map(({ title, line, clues, solutions }) => ({
    kind: "common-issue" as const,
    title,
    line,
    telling: clues,
    other: solutions,
  })),
];

function fitOf(part: Part, said: ReadonlyMap<string, string>): Fit {
  const weights = new Map<string, number>();
  const weigh = (texts: readonly string[], weight: number): void => {
    for (const text of texts) for (const stem of stemsIn(text).keys()) if (said.has(stem)) weights.set(stem, weight);
  };
  weigh(part.other, other);
  weigh(part.telling, telling);
  weigh([part.title], inTitle);
  return {
    kind: part.kind,
    title: part.title,
    line: part.line,
    score: [...weights.values()].reduce((sum, weight) => sum + weight, 0),
    words: [...weights.keys()].map((stem) => said.get(stem) ?? stem).toSorted(),
  };
}

/** Words that stand in any alert and any runbook. */
const common = new Set(
  (
    "the and for from with that this than then they them there are was were has have had not but you your can cannot could " +
    "may will would should its into out off over per all any more most new one two who what when where which while how why " +
    "alert alertname critical warning warn page error severity value true false http https www com job instance prod production"
  ).split(" "),
);

/** The words of a text by what is left of them without their ending; short and common words are no words here. */
function stemsIn(text: string): ReadonlyMap<string, string> {
  const stems = new Map<string, string>();
  const spaced = text.slice(0, 5_000).replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ");
  for (const word of spaced.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    const isNumber = /^\d+$/.test(word);
    if (word.length < 3 || common.has(word) || (isNumber && word.length > 6)) continue;
    const stem = stemOf(word);
    if (!stems.has(stem)) stems.set(stem, word);
  }
  return stems;
}

/** "failures", "failed" and "failing" as "fail": enough of English to tell that two words are one. */
const stemOf = (word: string): string => {
  const bare = word.length > 4 ? word.replace(/(?:ures?|ings?|edly|ed|ies|es|s|e)$/, "") : word.replace(/(?<!s)s$/, "");
  return bare.length < 3 ? word : bare;
};
