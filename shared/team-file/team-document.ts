/** Keys and list indexes from the top of the file down to one value. */
export type Path = readonly (string | number)[];

/** Both count from 1; columns are UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

/**
 * A team file after YAML, before meaning: plain values (null, booleans, numbers, text, arrays, objects), and where each stands.
 * A path that is not in the file has the position of its nearest parent.
 */
export type TeamDocument = {
  readonly value: unknown;
  readonly locate: (path: Path, part: "key" | "value") => Position;
};

/** Renders a path as people write it: `services[0].owners.primary`. */
export function pathText(path: Path): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else if (!/^[\w-]+$/.test(part)) text += `[${JSON.stringify(part)}]`;
    else text += text === "" ? part : `.${part}`;
  }
  return text;
}

/** True for what YAML calls a mapping. */
export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at `path`; `undefined` where there is none. Looks at own keys only. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const part of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, part)) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[part];
  }
  return current;
}
