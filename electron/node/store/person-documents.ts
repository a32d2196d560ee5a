import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ok, type Result } from "../../../shared/result.ts";
import { documentsFileName } from "../documents.ts";
import { digestOf, replaceFile, type ReplaceFailure } from "../replace-file.ts";

/*
 * What the documents beside the store say of one person: who uses this Baton, and the last good copy of the team file. Neither is
 * worth a pseudonym: the one is asked for again, the other is read anew.
 */

type Documents = Readonly<Record<string, unknown>>;

/** The documents that name the person, whole. What cannot be read names nobody. */
export function documentsNaming(dir: string, person: string): Documents {
  const documents = readDocuments(dir)?.documents ?? {};
  return Object.fromEntries(Object.entries(documents).filter(([name, body]) => isNaming(name, body, person)));
}

/** How many documents no longer name the person. */
export function eraseFromDocuments(dir: string, person: string): Result<number, ReplaceFailure> {
  const read = readDocuments(dir);
  if (!read) return ok(0);
  const naming = Object.keys(documentsNaming(dir, person));
  if (naming.length === 0) return ok(0);
  const text = `${JSON.stringify(without(naming, read.documents), null, "\t")}\n`;
  const replaced = replaceFile(join(dir, documentsFileName), { text, expected: digestOf(read.text) });
  return replaced.ok ? ok(naming.length) : replaced;
}

/** Of the settings only who uses them goes. */
const without = (naming: readonly string[], documents: Documents): Documents =>
  Object.fromEntries(
    Object.entries(documents).flatMap(([name, body]): readonly (readonly [string, unknown])[] => {
      if (!naming.includes(name)) return [[name, body]];
      return name === "settings" && isObject(body) ? [[name, withoutMe(body)]] : [];
    }),
  );

const withoutMe = ({ me: _me, ...settings }: Documents): Documents => settings;

function isNaming(name: string, body: unknown, person: string): boolean {
  if (name === "settings") return isObject(body) && body["me"] === person;
  // An id stands in a team file in many places, and always by itself.
  return name === "last-good-team" && JSON.stringify(body).includes(JSON.stringify(person));
}

function readDocuments(dir: string): { readonly text: string; readonly documents: Documents } | undefined {
  try {
    const text = readFileSync(join(dir, documentsFileName), "utf8");
    const documents: unknown = JSON.parse(text);
    return isObject(documents) ? { text, documents } : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Documents => typeof value === "object" && value !== null;
