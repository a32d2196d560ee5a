/*
 * What incidents turn out to be. Two vocabularies are in use, and each of their words has one place here: the issue categories
 * data quality, pipeline failure, scalability, security, dependency (001-8), and the failure modes source unavailable, data
 * quality, processing, infrastructure, schema change, security or access (003-7).
 */
export const categories = [
  "data-quality",
  "pipeline-failure",
  "dependency",
  "schema-change",
  "infrastructure",
  "scalability",
  "security",
] as const;
export type Category = (typeof categories)[number];

const words: Readonly<Record<string, Category>> = {
  "data quality": "data-quality",
  "pipeline failure": "pipeline-failure",
  processing: "pipeline-failure",
  dependency: "dependency",
  "source unavailable": "dependency",
  "schema change": "schema-change",
  infrastructure: "infrastructure",
  scalability: "scalability",
  security: "security",
  "security or access": "security",
};

/** The category that a word of either vocabulary means. */
export const categoryOf = (word: string): Category | undefined => {
  const key = word
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, " ");
  return Object.hasOwn(words, key) ? words[key] : undefined;
};

/** First come first served: what is rarer and says more stands before what is common. */
const hints: readonly (readonly [Category, RegExp])[] = [
  ["security", /\b(denied|forbidden|unauthori[sz]ed|credential|certificate|breach|leak|permission|40[13])\b/i],
  ["schema-change", /\b(schema|column|field|type mismatch|migration)\b/i],
  ["data-quality", /\b(row count|null|duplicate|quality|invalid|inconsistent|discrepanc|mismatch|freshness)/i],
  ["dependency", /\b(source|upstream|api|unavailable|unreachable|timeout|50[234])\b/i],
  ["scalability", /\b(slow|lag|queue|backlog|capacity|throughput|latency)\b/i],
  ["infrastructure", /\b(disk|memory|cpu|node|host|pod|network|cluster|instance)\b/i],
  ["pipeline-failure", /\b(fail|failed|failure|late|not finished|stuck|crash|error|job|task)/i],
];

/** What an incident's words suggest, for a person to confirm. */
export const suggestedCategory = (text: string): Category | undefined => hints.find(([, hint]) => hint.test(text))?.[0];
