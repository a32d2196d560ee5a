import { chmodSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import * as v from "valibot";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { CalendarFeeds, Chance, StoreFailure } from "../../core/ports.ts";
import { writeIcs } from "./ics-writer.ts";
import { errorCode, privateMode, writePrivately } from "../private-file.ts";
import { sameSecret } from "../same-secret.ts";

const tokenBytes = 32;
/** A token as `Chance` draws it: 32 bytes in base64url. */
const tokenSchema = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const fileSchema = v.record(v.string(), tokenSchema);

/** The links of a data directory, by whose calendar they are, in a file that only its owner can read. */
export function openCalendarFeeds(dir: string, chance: Pick<Chance, "token">): CalendarFeeds {
  const file = join(dir, "calendar-links.json");
  let tokens = readTokens(file);

  const draw = (calendar: string): Result<string, StoreFailure> => {
    const token = chance.token(tokenBytes);
    const next = { ...tokens, [calendar]: token };
    const written = writePrivately(file, `${JSON.stringify(next)}\n`);
    if (!written.ok) return written;
    tokens = next;
    return ok(token);
  };

  return {
    token(calendar) {
      const known = Object.hasOwn(tokens, calendar) ? tokens[calendar] : undefined;
      return known === undefined ? draw(calendar) : ok(known);
    },
    renew: draw,
    calendarOf(token) {
      // All are compared, so that the time tells nothing of which one came near.
      const found = Object.entries(tokens).filter(([, known]) => sameSecret(known, token));
      return found[0]?.[0];
    },
    write: writeIcs,
    save: (path, text) =>
      isAbsolute(path) && path.toLowerCase().endsWith(".ics")
        ? writePrivately(path, text)
        : err({ kind: "no-calendar-file" }),
    given: (team) => readJson(givenFile(dir, team)),
    keepGiven: (team, events) => writePrivately(givenFile(dir, team), JSON.stringify(events)),
  };
}

/** A team's id is letters, digits, dots, dashes and underscores. */
const givenFile = (dir: string, team: string): string => join(dir, `calendar-given-${team}.json`);

/** Links that cannot be read are as good as none: new ones are drawn, and the old addresses are dead. */
function readTokens(file: string): Readonly<Record<string, string>> {
  const read = readJson(file);
  return v.is(fileSchema, read) ? read : {};
}

/** `undefined` where there is no such file, or none that can be read. */
function readJson(file: string): unknown {
  try {
    const text = readFileSync(file, "utf8");
    chmodSync(file, privateMode);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) !== undefined) return undefined;
    throw error;
  }
}
