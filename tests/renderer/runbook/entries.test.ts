import { describe, expect, test } from "vitest";
import type { RunbookList, RunbookRow } from "../../../shared/rpc/runbook-contract.ts";
import { countsOf, entriesOf, stepTo } from "../../../renderer/runbook/entries.ts";

const row = (id: string, service: string | undefined, change: Partial<RunbookRow> = {}): RunbookRow => ({
  id,
  title: id,
  place: "folder",
  services: service === undefined ? [] : [{ id: service, name: service }],
  owners: [],
  review: "current",
  reasons: [],
  draft: false,
  ...change,
});

const list: RunbookList = {
  folder: "./runbooks",
  state: "ready",
  writable: true,
  runbooks: [
    row("zebra", "growth"),
    row("loose", undefined, { review: "never", reasons: [{ kind: "review-due" }] }),
    row("ant", "growth", { draft: true, reasons: [{ kind: "unwritten", line: 3, count: 1 }] }),
  ],
  failures: [{ id: "bad.md", code: "EACCES" }],
  gaps: [{ service: "exp", serviceName: "Experiment" }],
  outside: [{ service: "exec", serviceName: "Executives", url: "https://wiki.example.com/" }],
  tasks: [],
};

const keys = (filter: Parameters<typeof entriesOf>[1]): readonly string[] =>
  entriesOf(list, filter).map(({ key }) => key);

describe("the list of runbooks", () => {
  test("is grouped by service, those of none last, and ordered by title", () => {
    expect(keys("all")).toEqual([
      ...["head Executives", "outside exec"],
      ...["head growth", "ant", "zebra"],
      ...["head ", "loose"],
    ]);
  });

  test("counts what each filter leaves, and a due review is no problem of the text", () => {
    expect(countsOf(list)).toEqual({ all: 4, due: 1, drafts: 1, problems: 2, gaps: 1 });
    expect(keys("problems")).toEqual(["unread bad.md", "head growth", "ant"]);
    expect(keys("gaps")).toEqual(["gap exp"]);
  });

  test("is walked over what opens, and stays at its ends", () => {
    const entries = entriesOf(list, "all");
    expect(stepTo(entries, undefined, 1)?.key).toBe("outside exec");
    expect(stepTo(entries, "outside exec", 1)?.key).toBe("ant");
    expect(stepTo(entries, "ant", -1)?.key).toBe("outside exec");
    expect(stepTo(entries, "loose", 1)?.key).toBe("loose");
  });
});
