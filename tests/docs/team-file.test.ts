import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { goodTeam, problemsOf } from "../support/team-text.ts";

const text = readFileSync("docs/team-file.md", "utf8");
const examples = [...text.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, example = ""]) => example);

const planned = /^## Read and checked, not in use yet\n[^]*?^```yaml\n([^]*?)^```$/m.exec(text)?.[1] ?? "";

test("the README's first team file is a good one, with nothing in it that is not in use", () => {
  const [, readme = ""] = /^```yaml\n([^]*?)^```$/m.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(goodTeam(readme)).toMatchObject({ team: { id: "data" }, notes: [] });
});

describe("docs/team-file.md", () => {
  test("has an example under every heading that promises one", () => {
    expect(examples).toHaveLength(16);
  });

  test.each(examples.map((example, index) => [index + 1, example] as const))(
    "example %i is a good file",
    (_, example) => {
      expect(problemsOf(example)).toEqual([]);
    },
  );

  test("only the example of what is not in use yet has notes", () => {
    for (const example of examples) {
      const { notes } = goodTeam(example);
      if (example !== planned) expect(notes).toEqual([]);
    }
    expect(
      new Set(goodTeam(planned).notes.map((note) => (note.kind === "not-in-use" ? note.feature : note.kind))),
    ).toEqual(new Set(["source-kind", "channels"]));
  });
});
