import { toIso } from "../../shared/time/instant.ts";
import { documentsNaming } from "../node/store/person-documents.ts";
import { readPersonData, type PersonData } from "../node/store/person-data.ts";
import { storeFileName } from "../node/store/store.ts";
import type { Command } from "./command.ts";
import { askedPerson, personFlags, storePath } from "./person.ts";
import { storeFailureText } from "./store-failure-text.ts";

/** `baton export --data DIR --person P`: what this Baton holds of a person. */
export const exportPerson: Command = {
  name: "export",
  about: "Print what is kept of a person, for a privacy request",
  words: [],
  flags: [...personFlags, { name: "json", about: "as JSON" }],
  run(given, { out, err }) {
    const person = askedPerson(given);
    if (!person.ok) {
      for (const line of person.error) err(line);
      return 1;
    }
    const read = readPersonData(storePath(given), person.value);
    if (!read.ok) {
      out(`${storeFileName}: ${storeFailureText(read.error)}`);
      return 1;
    }
    const documents = documentsNaming(given.flags.get("data") ?? "", person.value.id);
    if (given.flags.has("json")) out(JSON.stringify({ person: person.value, ...read.value, documents }, null, 2));
    else for (const line of [...linesOf(read.value), ...documentLines(documents)]) out(line);
    return 0;
  },
};

const documentLines = (documents: Readonly<Record<string, unknown>>): readonly string[] => [
  `Documents: ${Object.keys(documents).length}`,
  ...Object.entries(documents).map(([name, body]) => `  ${name} ${JSON.stringify(body)}`),
];

function linesOf({ journal, incidents, records }: PersonData): readonly string[] {
  return [
    `Journal: ${journal.length}`,
    ...journal.map(({ seq, at, kind, body }) => `  ${seq} ${toIso(at)} ${kind} ${JSON.stringify(body)}`),
    `Past incidents: ${incidents.length}`,
    ...incidents.map((incident) => `  ${JSON.stringify(incident)}`),
    `Other records: ${records.length}`,
    ...records.map(({ collection, id, body }) => `  ${collection} ${id} ${JSON.stringify(body)}`),
  ];
}
