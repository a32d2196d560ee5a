import { join } from "node:path";
import type { Identity } from "../../shared/log/personal.ts";
import { findPerson } from "../../shared/team/lookup.ts";
import { identityOf } from "../core/log/pseudonyms.ts";
import { storeFileName } from "../node/store/store.ts";
import { failureLines, readTeamFile } from "../node/team/team-file.ts";
import type { Flag, Given } from "./command.ts";
import { err, ok, type Result } from "../../shared/result.ts";

/* What the commands for privacy requests have in common. */

export const personFlags: readonly Flag[] = [
  { name: "data", value: "DIR", required: true, about: "Baton's data folder" },
  { name: "person", value: "ID", required: true, about: "the person's id in the team file" },
  { name: "team", value: "FILE", about: "the team file, to find the person's name, mail, phone and chat id as well" },
];

export const storePath = (given: Given): string => join(given.flags.get("data") ?? "", storeFileName);

/** Who is asked about: by the id alone, or with everything that the team file calls them. */
export function askedPerson({ flags }: Given): Result<Identity, readonly string[]> {
  const id = flags.get("person") ?? "";
  const path = flags.get("team");
  if (path === undefined) return ok({ id, aliases: [] });
  const read = readTeamFile(path);
  if (!read.ok) return err(failureLines(path, read.error));
  const person = findPerson(read.value.team, id);
  return person ? ok(identityOf(person)) : err([`the team file names nobody by the id ${JSON.stringify(id)}`]);
}
