import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { instant } from "../../../shared/time/instant.ts";
import { batonAt, type CommandResult } from "../../support/baton-command.ts";
import { scratchDir } from "../../support/scratch-dir.ts";
import { addedLine, weeklyFile } from "../../support/weekly-file.ts";

async function override(path: string, changes: Readonly<Record<string, string>> = {}): Promise<CommandResult> {
  const flags = {
    team: path,
    schedule: "weekly",
    role: "primary",
    person: "bob",
    from: "2027-01-05T09:00",
    to: "2027-01-06T08:00Z",
    reason: "dentist",
    ...changes,
  };
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, ...(value === "" ? [] : [value])]);
  return batonAt(instant(0))("override", ...args);
}

function newFile(): string {
  const path = join(scratchDir(), "team.yaml");
  writeFileSync(path, weeklyFile);
  return path;
}

describe("baton override", () => {
  test("002-1 prints the patch and writes the file", async () => {
    const path = newFile();
    const { code, out, err } = await override(path);
    expect({ code, err }).toEqual({ code: 0, err: `fairness: 92 before, 92 after\nwritten into ${path}` });
    expect(out).toContain(`\n+${addedLine}`);
    expect(readFileSync(path, "utf8")).toBe(weeklyFile.replace("# Bob was ill\n", `# Bob was ill\n${addedLine}`));
  });

  test("a dry run leaves the file as it is", async () => {
    const path = newFile();
    expect(await override(path, { "dry-run": "" })).toMatchObject({
      code: 0,
      out: expect.stringContaining("+++ b/team.yaml") as string,
    });
    expect(readFileSync(path, "utf8")).toBe(weeklyFile);
  });

  test.each([
    [{ person: "zoe" }, 1, 'the team file does not name "zoe"'],
    [{ person: "alice" }, 1, "nothing would change: this person has the role then anyway"],
    [{ role: "secondary" }, 1, "the schedule has no secondary"],
    [{ role: "boss" }, 2, 'unknown role "boss"; primary, secondary, backup'],
    [{ to: "2027-01-05T09:00" }, 1, "--to must be after --from"],
  ])("%j is refused, and the file stays", async (changes, code, err) => {
    const path = newFile();
    expect(await override(path, changes)).toEqual({ code, out: "", err });
    expect(readFileSync(path, "utf8")).toBe(weeklyFile);
  });
});
