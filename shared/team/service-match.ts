import { memoize } from "../memoize.ts";
import type { Service, Team } from "./team.ts";

type Labels = Readonly<Record<string, string>>;

type Glob = { readonly source: string; readonly literals: number };
type Matcher = {
  readonly service: Service;
  readonly keys: readonly (readonly [label: string, globs: readonly Glob[]])[];
};

/**
 * The service that an alert with these labels belongs to: every key of its `match` must fit. Of several, the most specific wins: the one
 * with more keys, then with more literal characters in the globs that fit, then the earlier one in the file.
 */
export function matchService(team: Team, labels: Labels): Service | undefined {
  let best: { readonly service: Service; readonly keys: number; readonly literals: number } | undefined;
  for (const { service, keys } of matchersOf(team)) {
    const literals = fit(keys, labels);
    if (literals === undefined) continue;
    if (best && (keys.length < best.keys || (keys.length === best.keys && literals <= best.literals))) continue;
    best = { service, keys: keys.length, literals };
  }
  return best?.service;
}

const matchersOf = memoize((team: Team): readonly Matcher[] => team.services.flatMap(compile));

/** A service that names no labels matches none, rather than all. */
function compile(service: Service): readonly Matcher[] {
  const keys = Object.entries(service.match).map(([label, globs]) => [label, globs.map(compileGlob)] as const);
  return keys.length === 0 ? [] : [{ service, keys }];
}

const compileGlob = (source: string): Glob => ({ source, literals: source.replace(/[*?]/g, "").length });

/** The literal characters of the best glob of each key, added up; `undefined` where a key does not fit. */
function fit(keys: Matcher["keys"], labels: Labels): number | undefined {
  let total = 0;
  for (const [label, globs] of keys) {
    const value = Object.hasOwn(labels, label) ? labels[label] : undefined;
    if (value === undefined) return undefined;
    let best = -1;
    for (const glob of globs) if (glob.literals > best && globMatches(glob.source, value)) best = glob.literals;
    if (best < 0) return undefined;
    total += best;
  }
  return total;
}

/**
 * `*` stands for any characters or none, `?` for exactly one UTF-16 unit; case counts. Goes back to the last `*` only, so the work is at
 * most the product of both lengths, whatever the glob: no regular expression is made of a team's text.
 */
export function globMatches(glob: string, text: string): boolean {
  let at = 0;
  let position = 0;
  let star = -1;
  let resume = 0;
  while (position < text.length) {
    if (at < glob.length && glob[at] === "*") {
      star = at;
      resume = position;
      at += 1;
    } else if (at < glob.length && (glob[at] === "?" || glob[at] === text[position])) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      position = resume;
    } else return false;
  }
  while (glob[at] === "*") at += 1;
  return at === glob.length;
}
