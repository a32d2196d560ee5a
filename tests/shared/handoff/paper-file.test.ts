import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { handoffId, paperName, paperText, readPaper, splitPaper } from "../../../shared/handoff/paper-file.ts";
import type { Paper } from "../../../shared/handoff/papers.ts";
import { err, ok } from "../../../shared/result.ts";
import { readTeamYaml } from "../../../electron/node/team/team-yaml.ts";
import { accepted, anOffer, anyAnswer, anyClosing, declined } from "./any-handoff.ts";

const offer = anOffer({ unfinishedBecause: 'The "console"\nis down: see --- below' });
const { id } = offer;

/** As the folder's reader does it. */
function read(text: string) {
  const parts = splitPaper(text);
  if (!parts) return err("not-front-matter");
  const yaml = readTeamYaml(parts.head);
  return yaml.ok ? readPaper(yaml.value.value, parts.body) : err("bad-values");
}

const throughFile = (paper: Paper) => read(paperText(paper));

describe("the file of a paper", () => {
  it("is Markdown with front matter, named for its handoff and kind", () => {
    const paper: Paper = { kind: "answer", id, answer: declined };
    expect(paperName(paper)).toBe("2027-01-10-alice-bob-000001.answer.md");
    expect(paperText(paper)).toBe(
      [
        "---",
        "baton-handoff: 1",
        'kind: "answer"',
        'id: "2027-01-10-alice-bob-000001"',
        'answer: "declined"',
        'by: "bob"',
        'at: "2027-01-10T23:10:00.000Z"',
        'word: "I am ill"',
        "---",
        "",
        "The handoff was declined.",
        "",
      ].join("\n"),
    );
  });

  it("gives back the paper that was written", () => {
    const offered: Paper = { kind: "offer", id, offer, report: "# Handoff\n\n---\n\nkind: answer\n" };
    expect(throughFile(offered)).toEqual(ok(offered));
    fc.assert(
      fc.property(anyAnswer, fc.string(), (answer, word) => {
        const paper: Paper = { kind: "answer", id, answer: { ...answer, word } };
        expect(throughFile(paper)).toEqual(ok(paper));
      }),
    );
    fc.assert(
      fc.property(anyClosing, (closing) => {
        const paper: Paper = { kind: "closing", id, closing };
        expect(throughFile(paper)).toEqual(ok(paper));
      }),
    );
  });

  it("is read with the line ends and the byte order mark of Windows", () => {
    const paper: Paper = { kind: "answer", id, answer: accepted };
    expect(read(`\u{feff}${paperText(paper).replaceAll("\n", "\r\n")}`)).toEqual(ok(paper));
  });

  it("is refused with a reason where it is something else, newer, or makes no sense", () => {
    const good = paperText({ kind: "offer", id, offer, report: "" });
    expect(read("# Notes\n")).toEqual(err("not-front-matter"));
    expect(read("---\nkind: answer\n---\n")).toEqual(err("not-a-paper"));
    expect(read(good.replace("baton-handoff: 1", "baton-handoff: 2"))).toEqual(err("newer-format"));
    expect(read(good.replace('to: "bob"', 'to: "alice"'))).toEqual(err("bad-values"));
    expect(read(good.replace(`id: "${id}"`, 'id: "../../team"'))).toEqual(err("bad-values"));
    expect(read(good.replace("2027-01-11T00:00:00.000Z", "soon"))).toEqual(err("bad-values"));
  });

  it("never throws, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, values) => {
        read(text);
        read(`---\n${text}\n---\n`);
        readPaper(values, text);
      }),
    );
  });

  it("has an id that any file system takes, whatever people are called", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (a, b, chance) => {
          expect(handoffId(a, b, { date: "2027-01-10", chance })).toMatch(/^2027-01-10-[a-z0-9-]+-[a-z0-9]{6}$/);
        },
      ),
    );
    expect(handoffId("alice", "Bob.Q", { date: "2027-01-10", chance: 0.5 })).toBe("2027-01-10-alice-bob-q-i00000");
  });
});
