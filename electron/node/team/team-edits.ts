import { constants, accessSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { TeamFileEdit, TeamWriteFailure } from "../../../shared/schedule/change-record.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { TeamDraft, TeamDraftFailure, TeamEdits } from "../../core/app-types.ts";
import type { Http } from "../../core/ports.ts";
import { inserted, withdrawn } from "./insertion.ts";
import { errorCode } from "../private-file.ts";
import { digestOf, replaceFile, type ReplaceFailure } from "../replace-file.ts";
import { fetchTeamBytes } from "./team-address.ts";
import { editTeam, type Wanted } from "./team-edit.ts";
import { isAddress, readTeamBytes, utf8 } from "./team-file.ts";
import { hunksOf, patchOf } from "./text-diff.ts";

/** Changes to team files: on disk they can be written, behind an address they can be drafted. */
export const teamEdits = (http: Http): TeamEdits => ({
  async draft(path, wanted) {
    if (!isAddress(path)) return draftFile(path, wanted);
    const bytes = await fetchTeamBytes(http, path);
    return bytes.ok ? draftOf(bytes.value, wanted, path) : err(unreadable(bytes.error.code));
  },
  write: writeTeamFile,
});

/** A change as it would stand in a team file on disk. */
export function draftFile(path: string, wanted: Wanted): Result<TeamDraft, TeamDraftFailure> {
  const bytes = readTeamBytes(path);
  return bytes.ok ? draftOf(bytes.value, wanted, path) : err(unreadable(bytes.error.code));
}

/** Puts a change into the file that it was drafted from, or takes it out of the one that it was put into. */
export const writeTeamFile: TeamEdits["write"] = (edit, step) => (step === "apply" ? apply(edit) : undo(edit));

const unreadable = (code: string) => ({ kind: "unreadable", code }) as const;

function draftOf(bytes: Uint8Array, wanted: Wanted, path: string): Result<TeamDraft, TeamDraftFailure> {
  const text = utf8(bytes);
  if (text === undefined) return err(unreadable("NOT_UTF8"));
  const edited = editTeam(text, wanted);
  if (!edited.ok) return err({ kind: edited.error.kind });
  const name = basename(isAddress(path) ? new URL(path).pathname : path);
  const { insertions } = edited.value;
  return ok({
    name,
    edit: { path, before: digestOf(bytes), after: digestOf(edited.value.text), insertions },
    hunks: hunksOf(text, edited.value.text),
    patch: patchOf(name, text, edited.value.text),
    place: isAddress(path) ? "address" : isWritable(path) ? "file" : "read-only",
  });
}

function isWritable(path: string): boolean {
  try {
    const target = realpathSync(path);
    accessSync(target, constants.W_OK);
    return (statSync(target).mode & 0o222) !== 0;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}

type Written = Result<void, TeamWriteFailure>;

function apply({ path, before, after, insertions }: TeamFileEdit): Written {
  const text = textWith(path, before);
  if (!text.ok) return text;
  return replace(path, { text: inserted(text.value, insertions), from: before, to: after });
}

/** Only what Baton wrote, and only where it still stands as written. */
function undo({ path, before, after, insertions }: TeamFileEdit): Written {
  const text = textWith(path, after);
  if (!text.ok) return text;
  const earlier = withdrawn(text.value, insertions);
  return earlier === undefined ? err({ kind: "changed" }) : replace(path, { text: earlier, from: after, to: before });
}

/** The text of the file, if it is the one of this digest. */
function textWith(path: string, digest: string): Result<string, TeamWriteFailure> {
  try {
    const bytes = readFileSync(path);
    const text = digestOf(bytes) === digest ? utf8(bytes) : undefined;
    return text === undefined ? err({ kind: "changed" }) : ok(text);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return err(unreadable(code));
  }
}

function replace(path: string, { text, from, to }: Record<"text" | "from" | "to", string>): Written {
  if (digestOf(text) !== to) return err({ kind: "changed" });
  const replaced = replaceFile(path, { text, expected: from });
  return replaced.ok ? replaced : err(failureOf(replaced.error));
}

/** Only databases are corrupt. */
const failureOf = (failure: ReplaceFailure): TeamWriteFailure =>
  failure.kind === "corrupt" ? { kind: "io", code: failure.code } : { ...failure, kind: failure.kind };
