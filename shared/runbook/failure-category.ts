import type { FailureCategory } from "./runbook.ts";

/* The six failure modes of 003-7 and the five categories of 001-8, by the words that people name them with. First match wins. */

const signs: readonly (readonly [FailureCategory, RegExp])[] = [
  ["schema-change", /\bschemas?\b|\bcolumns?\b/],
  ["data-quality", /\b(data )?quality\b|\b(corrupt|incorrect|inconsistent|duplicate)\b/],
  ["source-unavailable", /\bsources?\b.*\b(un)?avail|\b(un)?avail\w*\b.*\bsources?\b|\bsource (down|outage|missing)\b/],
  ["security-access", /\bsecurity\b|\baccess\b|\bpermissions?\b|\bcredentials?\b|\bauth\w*/],
  ["scalability", /\bscal(e|ing|ability)\b|\bcapacity\b|\bvolume\b|\bout of memory\b|\boom\b/],
  ["dependency", /\bdependenc(y|ies)\b|\bupstream\b|\bdownstream\b|\bversion conflicts?\b/],
  ["infrastructure", /\binfrastructure\b|\bnetwork\b|\bservers?\b|\bdisks?\b|\bhosts?\b/],
  ["processing", /\bprocessing\b|\bpipeline failures?\b|\bjobs?\b|\bcrash(es)?\b/],
];

/** The category that a failure mode's title names; `undefined` where it names none of them. */
export function categoryOf(title: string): FailureCategory | undefined {
  const words = title.toLowerCase();
  return signs.find(([, sign]) => sign.test(words))?.[0];
}
