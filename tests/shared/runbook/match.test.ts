import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitsOf, namedFit } from "../../../shared/runbook/fit.ts";
import { matchRunbook, type Shelf } from "../../../shared/runbook/match.ts";
import { normalPath, placeOf } from "../../../shared/runbook/place.ts";
import { readRunbook } from "../../../shared/runbook/read-runbook.ts";
import { service } from "../../support/team-builder.ts";

const shelf = (ids: readonly string[], over: Partial<Shelf> = {}): Shelf => ({
  known: true,
  folder: "runbooks",
  has: (id) => ids.includes(id),
  ofService: () => undefined,
  ...over,
});

describe("000-3 what is named", () => {
  test.each([
    ["https://git.example.com/raw/main/profit.md", "address"],
    ["https://git.example.com/raw/main/profit.md?token=1#late", "address"],
    ["http://127.0.0.1:8000/profit.md", "address"],
    ["http://git.example.com/profit.md", "outside"],
    ["https://user:pass@git.example.com/profit.md", "outside"],
    ["https://github.com/a/b/blob/main/profit.md", "outside"],
    ["https://gitlab.example.com/a/b/-/blob/main/profit.md", "outside"],
    ["https://acme.atlassian.net/wiki/spaces/DE/pages/1", "outside"],
    ["https://acme.sharepoint.com/sites/de/profit.md", "outside"],
    ["https://www.notion.so/profit.md", "outside"],
    ["https://confluence.example.com/profit.md", "outside"],
    ["runbooks/profit.md", "path"],
  ])("%s is read or opened outside", (named, kind) => {
    expect(placeOf(named).kind).toBe(kind);
  });

  test("a path has one form", () => {
    expect(["./runbooks//a.md", "runbooks\\x\\..\\a.md", "runbooks/./a.md"].map(normalPath)).toEqual(
      Array(3).fill("runbooks/a.md"),
    );
    expect(["../a.md", "/srv/../a.md", "C:\\r\\a.md"].map(normalPath)).toEqual(["../a.md", "/a.md", "C:/r/a.md"]);
  });
});

describe("the runbook of an incident", () => {
  const profit = service("profit", { runbook: "runbooks/profit.md" });

  test("is the one that its alert names, by its path from the team file or within the folder", () => {
    const there = shelf(["runbooks/profit.md", "runbooks/late.md"]);
    for (const named of ["runbooks/late.md", "late.md", "late", "./runbooks/late.md#owners"]) {
      expect(matchRunbook({ named, service: profit }, there)).toMatchObject({
        kind: "found",
        id: "runbooks/late.md",
        by: "alert",
      });
    }
    expect(matchRunbook({ named: "late.md#owners" }, there)).toMatchObject({ heading: "owners" });
  });

  test("else the one that its service names, else the one that names its service", () => {
    const there = shelf(["runbooks/profit.md", "runbooks/own.md"], {
      ofService: (id) => `runbooks/own.md${id === "profit" ? "" : "?"}`,
    });
    expect(matchRunbook({ service: profit }, there)).toEqual({
      kind: "found",
      id: "runbooks/profit.md",
      by: "service",
    });
    expect(matchRunbook({ service: service("profit") }, there)).toEqual({
      kind: "found",
      id: "runbooks/own.md",
      by: "front-matter",
    });
  });

  test("else it is a gap, which remembers what was named and is not there", () => {
    expect(matchRunbook({}, shelf([]))).toEqual({ kind: "gap" });
    expect(matchRunbook({ service: profit }, shelf([]))).toEqual({ kind: "gap", named: "runbooks/profit.md" });
    expect(matchRunbook({ named: "late.md", service: profit }, shelf(["runbooks/profit.md"]))).toMatchObject({
      by: "service",
    });
  });

  test("a page of a wiki opens outside, whatever else there is", () => {
    const url = "https://acme.atlassian.net/wiki/x";
    expect(matchRunbook({ named: url, service: profit }, shelf(["runbooks/profit.md"]))).toEqual({
      kind: "outside",
      url,
      by: "alert",
    });
  });

  test("what is named is taken to be there until the folder was read", () => {
    expect(matchRunbook({ service: profit }, shelf([], { known: false }))).toMatchObject({ id: "runbooks/profit.md" });
  });
});

describe("the part that fits", () => {
  const runbook = readRunbook(
    [
      "# Aggregate Profit",
      "## Failure modes",
      "### Source unavailable",
      "- Symptoms: rows of the newest month are missing.",
      "- Potential causes: the financial service is down.",
      "### Schema change",
      "- Symptoms: the load fails on a column.",
      "- Potential causes: an upstream team renamed a field.",
      "## Common issues",
      "- Clue: the ledger closes late. Solution: wait for the ledger.",
    ].join("\n"),
    "x.md",
  );
  const fits = (title: string, labels = {}) => fitsOf(runbook, { title, labels });

  test("is the one that shares most words with the alert, and says which", () => {
    expect(fits("Load failed: column renamed", { alertname: "SchemaChanged" })).toEqual([
      {
        kind: "failure-mode",
        title: "Schema change",
        line: 6,
        score: 13,
        words: ["changed", "column", "failed", "load", "renamed", "schema"],
      },
    ]);
    expect(fits("Ledger is late")[0]).toMatchObject({ kind: "common-issue", line: 10 });
  });

  test("is not chosen by what the whole runbook is about, nor by words that stand everywhere", () => {
    expect(fits("Aggregate profit: critical alert on the instance", { severity: "critical" })).toEqual([]);
  });

  test("can be named by the alert's address", () => {
    expect(namedFit(runbook, "schema-change")).toMatchObject({ title: "Schema change", line: 6 });
    expect(namedFit(runbook, "Common issues")).toMatchObject({ line: 9 });
    expect(namedFit(runbook, "nothing")).toBeUndefined();
  });

  const word = fc.constantFrom(
    "rows",
    "month",
    "column",
    "load",
    "ledger",
    "late",
    "schema",
    "disk",
    "renamed",
    "financial",
    "x",
  );
  const title = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));

  test("never sinks by a word more in the alert, and is the same for the same alert", () => {
    fc.assert(
      fc.property(title, word, (before, more) => {
        const scores = new Map(fits(`${before} ${more}`).map(({ line, score }) => [line, score]));
        for (const { line, score } of fits(before)) expect(scores.get(line)).toBeGreaterThanOrEqual(score);
        expect(fits(before)).toEqual(fits(before));
      }),
    );
  });

  test("comes best first, and every rank is explained by words that the alert has", () => {
    fc.assert(
      fc.property(title, (text) => {
        const found = fits(text);
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
        for (const { words } of found) for (const one of words) expect(text.split(" ")).toContain(one);
      }),
    );
  });
});
