import * as v from "valibot";
import { err, ok, type Result } from "../result.ts";
import { cutFrontMatter } from "../text/front-matter.ts";
import { roles } from "../team/team.ts";
import { fromIso, toIso, type Instant } from "../time/instant.ts";
import type { Paper } from "./papers.ts";

/*
 * How papers lie in the team's folder: one Markdown file with front matter each, named for its handoff and its kind.
 *
 *   2027-01-11-alice-bob-4f2k9d.offer.md      by Alice, once
 *   2027-01-11-alice-bob-4f2k9d.answer.md     by Bob, once
 *   2027-01-11-alice-bob-4f2k9d.closed.md     by Alice, where it lapsed or was withdrawn
 *
 * What a paper is stands in its front matter, so that a copy under another name, as synchronising tools make them, is the same
 * paper and no new one.
 */

/** Most characters of one file; a report of a bad week is a tenth of it. */
export const mostPaperText = 262_144;

export const paperEnding = ".md";

export type PaperProblem = "not-a-paper" | "not-front-matter" | "newer-format" | "bad-values";

const suffixes: Readonly<Record<Paper["kind"], string>> = { offer: "offer", answer: "answer", closing: "closed" };

/** The name of a paper's file. Ids are made of letters, digits and dashes by `handoffId`, and checked when they are read. */
export const paperName = ({ id, kind }: Pick<Paper, "id" | "kind">): string => `${id}.${suffixes[kind]}${paperEnding}`;

/** An id that sorts by day and says whom it concerns. `chance` tells two of the same day apart. */
export function handoffId(
  from: string,
  to: string,
  { date, chance }: { readonly date: string; readonly chance: number },
): string {
  const token = Math.floor(chance * 36 ** 6)
    .toString(36)
    .padStart(6, "0");
  return [date, slug(from), slug(to), token].join("-");
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40) || "x";

/** The whole text of a paper. JSON's strings and numbers are YAML's. */
export function paperText(paper: Paper): string {
  const lines = Object.entries(frontMatterOf(paper)).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${bodyOf(paper)}`;
}

function bodyOf(paper: Paper): string {
  if (paper.kind === "offer") return paper.report;
  return paper.kind === "answer"
    ? `The handoff was ${paper.answer.kind}.\n`
    : `The handoff was ${closingWords[paper.closing.kind]}.\n`;
}

const closingWords = { lapsed: "not answered in time", withdrawn: "withdrawn" } as const;

function frontMatterOf(paper: Paper): Readonly<Record<string, unknown>> {
  const head = { "baton-handoff": 1, kind: paper.kind, id: paper.id };
  switch (paper.kind) {
    case "offer": {
      const { duty, from, to, next, until, offeredAt, acceptWithin, unfinishedBecause } = paper.offer;
      return {
        ...head,
        schedule: duty.schedule,
        role: duty.role,
        "shift-from": toIso(duty.from),
        "shift-to": toIso(duty.to),
        from,
        to,
        ...(next && { next: next.person, "next-until": toIso(next.until) }),
        until: toIso(until),
        "offered-at": toIso(offeredAt),
        "accept-within-seconds": Math.round(acceptWithin / 1_000),
        ...(unfinishedBecause !== undefined && { "unfinished-because": unfinishedBecause }),
      };
    }
    case "answer": {
      const { kind, by, at, word } = paper.answer;
      return { ...head, answer: kind, by, at: toIso(at), ...(word !== undefined && { word }) };
    }
    case "closing":
      return { ...head, closed: paper.closing.kind, at: toIso(paper.closing.at) };
  }
}

/** Splits a file into its front matter, as text, and what follows it; undefined where it has none. */
export function splitPaper(text: string): { readonly head: string; readonly body: string } | undefined {
  const cut = cutFrontMatter(text);
  return cut === undefined || cut === "open" ? undefined : { head: cut.head, body: cut.body.replace(/^\r?\n/, "") };
}

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,119}$/));
const person = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const sentence = v.pipe(v.string(), v.maxLength(2_000));
const moment = v.pipe(
  v.string(),
  v.transform(fromIso),
  v.custom<Instant>((value) => value !== undefined),
);

const offerSchema = v.object({
  kind: v.literal("offer"),
  id,
  schedule: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  role: v.picklist(roles),
  "shift-from": moment,
  "shift-to": moment,
  from: person,
  to: person,
  next: v.exactOptional(person),
  "next-until": v.exactOptional(moment),
  until: moment,
  "offered-at": moment,
  "accept-within-seconds": v.pipe(v.number(), v.minValue(1), v.maxValue(31 * 86_400)),
  "unfinished-because": v.exactOptional(sentence),
});
const answerSchema = v.object({
  kind: v.literal("answer"),
  id,
  answer: v.picklist(["accepted", "declined"]),
  by: person,
  at: moment,
  word: v.exactOptional(sentence),
});
const closingSchema = v.object({
  kind: v.literal("closing"),
  id,
  closed: v.picklist(["lapsed", "withdrawn"]),
  at: moment,
});
const paperSchema = v.variant("kind", [offerSchema, answerSchema, closingSchema]);

/** Reads the values of a front matter, and the report below it, as a paper. */
export function readPaper(values: unknown, body: string): Result<Paper, PaperProblem> {
  const version = v.safeParse(v.looseObject({ "baton-handoff": v.number() }), values);
  if (!version.success) return err("not-a-paper");
  if (version.output["baton-handoff"] !== 1) return err("newer-format");
  const parsed = v.safeParse(paperSchema, values);
  return parsed.success ? paperOf(parsed.output, body) : err("bad-values");
}

function paperOf(values: v.InferOutput<typeof paperSchema>, body: string): Result<Paper, PaperProblem> {
  switch (values.kind) {
    case "answer": {
      const { answer: kind, by, at, word } = values;
      return ok({ kind: "answer", id: values.id, answer: { kind, by, at, ...(word !== undefined && { word }) } });
    }
    case "closing":
      return ok({ kind: "closing", id: values.id, closing: { kind: values.closed, at: values.at } });
    case "offer":
      return offerOf(values, body);
  }
}

function offerOf(values: v.InferOutput<typeof offerSchema>, report: string): Result<Paper, PaperProblem> {
  const { from, to, until, next, role, schedule } = values;
  const duty = { schedule, role, from: values["shift-from"], to: values["shift-to"] };
  const nextUntil = values["next-until"];
  const because = values["unfinished-because"];
  if (from === to || duty.from >= duty.to || until < duty.to || (next === undefined) !== (nextUntil === undefined)) {
    return err("bad-values");
  }
  const offer = {
    id: values.id,
    duty,
    from,
    to,
    ...(next !== undefined && nextUntil !== undefined && { next: { person: next, until: nextUntil } }),
    until,
    offeredAt: values["offered-at"],
    acceptWithin: values["accept-within-seconds"] * 1_000,
    ...(because !== undefined && { unfinishedBecause: because }),
  };
  return ok({ kind: "offer", id: values.id, offer, report });
}
