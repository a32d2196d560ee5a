import { count } from "../../shared/text/sentence.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Identity } from "../../shared/log/personal.ts";
import { drawnPseudonyms } from "../core/log/pseudonyms.ts";
import { systemChance } from "../node/chance.ts";
import { documentsFileName } from "../node/documents.ts";
import { documentsNaming, eraseFromDocuments } from "../node/store/person-documents.ts";
import { erasePerson as eraseIn, readPersonData } from "../node/store/person-data.ts";
import { storeFileName } from "../node/store/store.ts";
import { openExclusive } from "../node/store/store-file.ts";
import type { Command, ExitCode, Given, Terminal } from "./command.ts";
import { askedPerson, personFlags, storePath } from "./person.ts";
import { storeFailureText } from "./store-failure-text.ts";

/** `baton erase --data DIR --person P --yes`: puts a pseudonym in a person's place. */
export const erasePerson: Command = {
  name: "erase",
  about: "Take a person out of everything that is kept, for a privacy request",
  words: [],
  flags: [...personFlags, { name: "yes", about: "do it; without it, only say what would change" }],
  run(given, terminal) {
    const person = askedPerson(given);
    if (!person.ok) {
      for (const line of person.error) terminal.err(line);
      return 1;
    }
    return given.flags.has("yes") ? erase(given, person.value, terminal) : announce(given, person.value, terminal);
  },
};

const records = (number: number): string => count(number, "record");

function announce(given: Given, person: Identity, { out }: Terminal): ExitCode {
  const read = readPersonData(storePath(given), person);
  if (!read.ok) {
    out(`${storeFileName}: ${storeFailureText(read.error)}`);
    return 1;
  }
  const { journal, incidents, records: others } = read.value;
  const documents = Object.keys(documentsNaming(given.flags.get("data") ?? "", person.id));
  const all = journal.length + incidents.length + others.length + documents.length;
  out(`The folder names ${person.id} in ${records(all)}. Nothing was changed; --yes puts a pseudonym there.`);
  return 0;
}

/** Holds the data directory while it works, as a running Baton does. */
function erase(given: Given, person: Identity, { out, now }: Terminal): ExitCode {
  const path = storePath(given);
  const dir = given.flags.get("data") ?? "";
  if (!existsSync(path)) {
    out(`${storeFileName}: there is no such file in the folder`);
    return 1;
  }
  const lock = openExclusive(join(dir, "baton.lock"));
  if (!lock.ok) {
    out(
      lock.error.kind === "busy"
        ? "Baton is running on this folder. End it first."
        : `The folder ${storeFailureText(lock.error)}`,
    );
    return 1;
  }
  try {
    const pseudonyms = drawnPseudonyms(systemChance, { people: [person], everybody: false });
    const erased = eraseIn(path, { pseudonyms, now: now() });
    if (!erased.ok) {
      out(`${storeFileName}: ${storeFailureText(erased.error)}`);
      return 1;
    }
    const documents = eraseFromDocuments(dir, person.id);
    if (!documents.ok) {
      out(`${documentsFileName}: not changed (${documents.error.kind}); ${storeFileName} no longer names ${person.id}`);
      return 1;
    }
    out(
      `${person.id} was taken out of ${records(erased.value.count + documents.value)}. The team file, the handoffs in its folder, and copies of the database are yours to look through.`,
    );
    return 0;
  } finally {
    lock.value.close();
  }
}
