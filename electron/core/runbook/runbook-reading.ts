import { matchOf, ticksOf, whyOf } from "../../../shared/state/incident-runbook.ts";
import { pageName } from "../../../shared/runbook/page-name.ts";
import type { AppState } from "../../../shared/state/state.ts";
import type { Incident } from "../../../shared/incident/incident.ts";
import type { DrawnText, IncidentRunbook, RunbookDocument, RunbookHit } from "../../../shared/rpc/runbook-contract.ts";
import { fitsOf, namedFit } from "../../../shared/runbook/fit.ts";
import { inlineText } from "../../../shared/runbook/inline-text.ts";
import type { Match } from "../../../shared/runbook/match.ts";
import { outlineOf } from "../../../shared/runbook/outline.ts";
import type { RunbookFacts } from "../../../shared/runbook/runbook.ts";
import { findService } from "../../../shared/team/lookup.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { cut } from "../../../shared/text/clean.ts";
import type { KeptText, ParsedTexts } from "./parsed-texts.ts";
import { runbookRow } from "./runbook-list.ts";
import type { IndexedRunbook, OpenRunbooks, SearchHit } from "./runbook-port.ts";

/** Where runbooks are read from, and by whose clock. */
export type Reader = {
  readonly state: AppState;
  readonly open: OpenRunbooks;
  readonly texts: ParsedTexts;
  readonly now: Instant;
};

/** A whole runbook; `undefined` where it cannot be read. */
export async function readDocument(reader: Reader, id: string): Promise<RunbookDocument | undefined> {
  const read = await readParsed(reader, id);
  return "code" in read ? undefined : read.document;
}

type Parsed = { readonly document: RunbookDocument; readonly runbook: RunbookFacts };

async function readParsed(
  { state, open, texts, now }: Reader,
  id: string,
): Promise<Parsed | { readonly code: string }> {
  const team = state.loaded?.team;
  const read = await open.read(id);
  if (!read.ok) return { code: read.error.code };
  if (!team) return { code: "ENOENT" };
  const { text, fetchedAt } = read.value;
  const parsed = await texts.read(text, pageName(id));
  if (!parsed.ok) return { code: parsed.error.code };
  const runbook = parsed.value.parsed.facts;
  const indexed = open.index().runbooks.find((one) => one.id === id) ?? unlisted(id, text, fetchedAt);
  const document = {
    ...runbookRow(team, indexed, now),
    ...runbook,
    ...drawnText(parsed.value),
    ...(fetchedAt !== undefined && { fetchedAt }),
  };
  return { document, runbook };
}

/** What a screen has to know to draw a text. */
export const drawnText = ({ content, parsed }: KeptText): DrawnText => ({
  content,
  headings: parsed.facts.headings,
  parts: parsed.parts.map(({ place }) => place),
});

/** One that only an alert names is in no list. */
const unlisted = (id: string, text: string, fetchedAt: Instant | undefined): IndexedRunbook => ({
  id,
  outline: outlineOf(text, pageName(id)),
  ...(fetchedAt !== undefined && { fetchedAt }),
});

/** The runbook of an incident, opened at what fits it. */
export async function readForIncident(reader: Reader, incident: Incident): Promise<IncidentRunbook> {
  const { state } = reader;
  const team = state.loaded?.team;
  const service = team && incident.service !== undefined ? findService(team, incident.service) : undefined;
  const match = matchOf(state, incident, service);
  const ticks = ticksOf(state, incident.id);
  if (match.kind === "outside") {
    return { kind: "outside", url: match.url, title: pageName(match.url), why: whyOf(match.by, service) };
  }
  if (match.kind === "gap") return { ...match, ...draftFor(state, incident), ticks };
  const read = await readParsed(reader, match.id);
  if ("code" in read) return { kind: "gap", named: match.id, code: read.code, ...draftFor(state, incident), ticks };
  const why = whyOf(match.by, service);
  return { kind: "found", why, runbook: read.document, ...fitsFor(read.runbook, incident, match), ticks };
}

function fitsFor(
  runbook: RunbookFacts,
  { alert }: Incident,
  { heading }: Extract<Match, { kind: "found" }>,
): Pick<Extract<IncidentRunbook, { kind: "found" }>, "fits" | "named"> {
  const named = heading === undefined ? undefined : namedFit(runbook, heading);
  const fits = fitsOf(runbook, alert);
  return named
    ? { named: true, fits: [named, ...fits.filter(({ line }) => line !== named.line)] }
    : { named: false, fits };
}

/** The draft that was written for it and waits to be finished. */
function draftFor({ tasks }: AppState, { id }: Incident): { readonly draft?: string } {
  for (const task of tasks.values()) {
    if (task.kind === "finish-draft" && task.incidents.includes(id)) return { draft: task.runbook };
  }
  return {};
}

const longestExcerpt = 160;

/** Search results with the line that the words stand in. */
export async function searchHits({ open }: Pick<Reader, "open">, text: string): Promise<readonly RunbookHit[]> {
  const hits = await open.search(text);
  const index = new Map(open.index().runbooks.map((runbook) => [runbook.id, runbook]));
  return Promise.all(
    hits.map(async (hit) => {
      const outline = index.get(hit.id)?.outline;
      const read = await open.read(hit.id);
      const title = outline?.title ?? pageName(hit.id);
      return { id: hit.id, title, words: [...hit.words], ...placeOf(hit, read.ok ? read.value.text : "", outline) };
    }),
  );
}

/** The line with most of the words, and the heading above it. */
function placeOf(
  { words }: SearchHit,
  text: string,
  outline: IndexedRunbook["outline"] | undefined,
): Pick<RunbookHit, "excerpt" | "line" | "heading"> {
  const skip = outline?.frontMatter.lines ?? 0;
  let best = { line: 0, count: 0, text: "" };
  for (const [index, line] of text.split("\n").entries()) {
    if (index < skip || line.trim() === "") continue;
    const lower = line.toLowerCase();
    const count = words.filter((word) => lower.includes(word)).length;
    if (count > best.count) best = { line: index + 1, count, text: line };
  }
  if (best.count === 0) return { excerpt: "" };
  const heading = outline?.headings.findLast(({ line, level }) => line <= best.line && level <= 6);
  const plain = inlineText(best.text.replace(/^\s*(?:[-*+>]|#+|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, ""));
  return {
    excerpt: cut(plain.replace(/\s+/g, " "), longestExcerpt),
    line: best.line,
    ...(heading && { heading: heading.title }),
  };
}
