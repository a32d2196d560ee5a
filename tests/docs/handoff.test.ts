import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { handoffId, paperName, paperText, readPaper, splitPaper } from "../../shared/handoff/paper-file.ts";
import { isUsual } from "../../shared/handoff/usual-items.ts";
import { ok } from "../../shared/result.ts";
import { readTeamYaml } from "../../electron/node/team/team-yaml.ts";
import { goodTeam } from "../support/team-text.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/handoff.md"), "utf8");
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map((found) => found[1] ?? "");

describe("docs/handoff.md", () => {
  it("has a team file that is good and has no notes", () => {
    const [example = ""] = blocks("yaml");
    const { team, notes } = goodTeam(example);
    expect(notes).toEqual([]);
    expect(team.handoff.checklist?.filter((item) => !isUsual(item))).toEqual(["Dashboards looked at"]);
  });

  it("shows an answer as Baton writes and reads it, under its name", () => {
    const [example = ""] = blocks("markdown");
    const parts = splitPaper(example);
    const values = readTeamYaml(parts?.head ?? "");
    const paper = values.ok ? readPaper(values.value.value, parts?.body ?? "") : undefined;
    if (!paper?.ok) throw new Error("the example is no paper");
    expect(paper).toEqual(ok(paper.value));
    expect(paperText(paper.value)).toBe(example);
    expect(page).toContain(`handoffs/${paperName(paper.value)} `);
    expect(handoffId("alice", "bob", { date: "2027-01-11", chance: 0.5 })).toBe(paper.value.id);
  });
});
