import * as v from "valibot";
import { err, ok, type Result } from "../result.ts";

/** Why a record cannot be read. */
export type Unreadable = "newer" | "another-shape";

/**
 * What a record says, as every version of Baton wrote it: the number of the present version, and how records of that one and of
 * the ones before are read. A version is counted whenever what was written no longer passes.
 */
export type Versioned<T> = {
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly read: (version: number, body: unknown) => Result<T, Unreadable>;
};

/** The first version. */
export const first = <T>(schema: v.GenericSchema<unknown, T>): Versioned<T> => ({
  version: 1,
  schema,
  read: (version, body) => (version === 1 ? parsed(schema, body) : err("newer")),
});

/** The version after `before`, whose records become ones of the new version by `upgrade`. */
export const since = <Old, New>(
  before: Versioned<Old>,
  schema: v.GenericSchema<unknown, New>,
  upgrade: (old: Old) => New,
): Versioned<New> => ({
  version: before.version + 1,
  schema,
  read(version, body) {
    if (version === before.version + 1) return parsed(schema, body);
    const old = before.read(version, body);
    return old.ok ? ok(upgrade(old.value)) : old;
  },
});

function parsed<T>(schema: v.GenericSchema<unknown, T>, body: unknown): Result<T, Unreadable> {
  const found = v.safeParse(schema, body);
  return found.success ? ok(found.output) : err("another-shape");
}
