/*
 * A child process that changes a team file and takes the change out again until it is killed. Once a write has returned, one
 * character goes to standard output.
 */
import { writeSync } from "node:fs";
import { draftFile, writeTeamFile } from "../../../electron/node/team/team-edits.ts";
import { bobForAlice } from "../../support/weekly-file.ts";

const path = process.argv[2];
if (path === undefined) throw new Error("usage: team-file-writer FILE");

for (;;) {
  const draft = draftFile(path, { schedule: "weekly", change: bobForAlice });
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  for (const step of ["apply", "undo"] as const) {
    const written = writeTeamFile(draft.value.edit, step);
    if (!written.ok) throw new Error(JSON.stringify(written.error));
    writeSync(1, step === "apply" ? "+" : "-");
  }
}
