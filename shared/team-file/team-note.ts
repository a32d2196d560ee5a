import { pathText, type Path, type Position } from "./team-document.ts";

/** Parts of the file that are read and checked, and that nothing acts on yet. */
export type PlannedFeature = "channels" | "escalation-via" | "source-kind";

/** Something that a team should know about its file, and that does not stop it from being used. */
export type TeamNote = Position & { readonly path: Path } & (
    | { readonly kind: "not-in-use"; readonly feature: PlannedFeature; readonly name?: string }
    | { readonly kind: "unencrypted"; readonly host: string }
  );

const features: Readonly<Record<PlannedFeature, string>> = {
  channels: "channels are not in use yet",
  "escalation-via": "is not in use yet; this step notifies on the desktop only",
  "source-kind": "sources of this kind are not in use yet",
};

/** One line: `team.yaml:40:3: channels: channels are not in use yet` */
export function noteText(file: string, note: TeamNote): string {
  const place = `${file}:${note.line}:${note.column}: ${pathText(note.path)}:`;
  if (note.kind === "unencrypted") return `${place} http to ${note.host} is not encrypted`;
  const name = note.name === undefined ? "" : `${note.name}: `;
  return `${place} ${name}${features[note.feature]}`;
}
