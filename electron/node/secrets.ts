import { readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/time/instant.ts";
import type { Secrets, StoreFailure } from "../core/ports.ts";
import { asidePath, errorCode, fileFailure, writePrivately } from "./private-file.ts";

export type SecretsOptions = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Instant;
};

/** Why the file is not used. In the first and last case secrets that are set are kept in memory until the end. */
export type SecretsProblem =
  | { readonly kind: "readable-by-others"; readonly path: string; readonly mode: number }
  | { readonly kind: "kept-aside"; readonly path: string }
  | { readonly kind: "unreadable"; readonly path: string; readonly failure: StoreFailure };

export type OpenedSecrets = { readonly secrets: Secrets; readonly problem?: SecretsProblem };

type Values = Readonly<Record<string, string>>;

/**
 * Secrets from `BATON_SECRET_<NAME>` in the environment, else from `secrets.json` (mode 0600) in the data directory.
 * `slack-ops` is `BATON_SECRET_SLACK_OPS` there. Where both have one, the environment holds.
 */
export function openSecrets(dir: string, options: SecretsOptions): OpenedSecrets {
  const path = join(dir, "secrets.json");
  const found = readValues(path, options.now);
  const inMemory = found.problem !== undefined && found.problem.kind !== "kept-aside";
  const save = inMemory ? () => ok(undefined) : (values: Values) => writePrivately(path, JSON.stringify(values));
  const secrets = secretsOver({ env: fromEnvironment(options.env), values: found.values, save });
  return {
    secrets: { ...secrets, keeping: inMemory ? "memory" : "file" },
    ...(found.problem && { problem: found.problem }),
  };
}

type Keeping = {
  readonly env: ReadonlyMap<string, string>;
  readonly values: Values;
  readonly save: (values: Values) => Result<void, StoreFailure>;
};

function secretsOver({ env, values, save }: Keeping): Omit<Secrets, "keeping"> {
  let kept = new Map(Object.entries(values));
  const replace = (next: Map<string, string>): Result<void, StoreFailure> => {
    const saved = save(Object.fromEntries(next));
    if (saved.ok) kept = next;
    return saved;
  };
  return {
    get: (name) => env.get(name) ?? kept.get(name),
    set: (name, value) => replace(new Map(kept).set(name, value)),
    remove: (name) => replace(new Map([...kept].filter(([other]) => other !== name))),
    names: () => [...new Set([...env.keys(), ...kept.keys()])].sort(),
  };
}

const prefix = "BATON_SECRET_";

const fromEnvironment = (env: SecretsOptions["env"]): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== undefined && value !== ""
        ? [[name.slice(prefix.length).toLowerCase().replaceAll("_", "-"), value]]
        : [],
    ),
  );

type Found = { readonly values: Values; readonly problem?: SecretsProblem };

function readValues(path: string, now: () => Instant): Found {
  try {
    const mode = statSync(path).mode & 0o777;
    // Windows has no such modes; the profile's own access list keeps others out.
    if (process.platform !== "win32" && (mode & 0o077) !== 0) {
      return { values: {}, problem: { kind: "readable-by-others", path, mode } };
    }
    const values = parseValues(readFileSync(path, "utf8"));
    if (values !== undefined) return { values };
    const aside = asidePath(path, now());
    renameSync(path, aside);
    return { values: {}, problem: { kind: "kept-aside", path: aside } };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { values: {} };
    return { values: {}, problem: { kind: "unreadable", path, failure: fileFailure(error) } };
  }
}

/** `undefined` where the text is not an object of strings. */
function parseValues(text: string): Values | undefined {
  const parsed = parseJson(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
  const entries = Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return entries.length === Object.keys(parsed).length ? Object.fromEntries(entries) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
