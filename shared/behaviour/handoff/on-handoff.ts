import type { HandoffId } from "../../handoff/handoff.ts";
import { gatherPapers, withAnswer, withClosing, type Paper, type Papers } from "../../handoff/papers.ts";
import { minute } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import type { HandoffEvent } from "../../handoff/handoff-event.ts";
import { withKnown } from "./carry-out.ts";
import { inOrder, type KnownHandoff, type NoFolder, type Unsent } from "../../handoff/handoff-state.ts";
import { overridesNow } from "./in-force.ts";

/** A paper that could not be written is tried again after so long. */
const tryAgainAfter = minute;
/** Handoffs that are remembered; the oldest go first. */
const mostKnown = 200;

/** Takes in what lies in the folder. What has been seen stays, even if its file goes. */
export function onHandoffsRead(
  state: AppState,
  { path, writable, papers, problems }: Extract<HandoffEvent, { kind: "handoffs-read" }>,
  { now }: Stamp,
): Decision {
  const known = new Map(state.handoffs.known);
  for (const [id, found] of gatherPapers(papers)) {
    const before = known.get(id);
    const next = before ? taken(state, before, { found, now }) : seen(state, { id, found, now });
    if (next !== before) known.set(id, next);
  }
  const folder = { kind: "shared", path, writable, problems } as const;
  return becomes({ ...state, handoffs: { ...state.handoffs, known: kept(known), folder } });
}

type Found = { readonly found: Papers; readonly now: Instant };

const seen = (state: AppState, { id, found, now }: Found & { readonly id: HandoffId }): KnownHandoff => ({
  ...found,
  id,
  seenAt: now,
  ...(found.answer && { answerSeenAt: now }),
  unsent: [],
  byHand: false,
  overrides: overridesNow(state, found.offer),
});

/** What the folder holds counts over a word of mine that it has not taken: another machine of mine was there first. */
function taken(state: AppState, before: KnownHandoff, { found, now }: Found): KnownHandoff {
  const { answer: _own, answerSeenAt: _seen, ...unanswered } = before;
  const mine: Papers = isUnsent(before, "answer") && found.answer ? unanswered : before;
  let papers: Papers = mine;
  if (found.answer) papers = withAnswer(papers, found.answer);
  if (found.closing) papers = withClosing(papers, found.closing);
  const here = new Set<Paper["kind"]>([
    "offer",
    ...(found.answer ? ["answer" as const] : []),
    ...(found.closing ? ["closing" as const] : []),
  ]);
  const unsent = before.unsent.filter(({ paper }) => !here.has(paper));
  if (papers === before && unsent.length === before.unsent.length) return before;
  const { answer, closing } = papers;
  const isNew = answer !== undefined && answer !== before.answer;
  return {
    ...unanswered,
    ...(answer && { answer, answerSeenAt: isNew ? now : (before.answerSeenAt ?? now) }),
    ...(closing && { closing }),
    unsent,
    overrides: isNew ? overridesNow(state, before.offer) : before.overrides,
  };
}

const isUnsent = ({ unsent }: KnownHandoff, paper: Paper["kind"]): boolean => unsent.some((one) => one.paper === paper);

function kept(known: ReadonlyMap<HandoffId, KnownHandoff>): ReadonlyMap<HandoffId, KnownHandoff> {
  if (known.size <= mostKnown) return known;
  return new Map(
    inOrder(known)
      .slice(-mostKnown)
      .map((handoff) => [handoff.id, handoff]),
  );
}

/** There is no folder to put handoffs into: what is not sent goes by hand. */
export function onUnshared(state: AppState, reason: NoFolder): Decision {
  const me = whoAmI(state);
  const known = new Map(state.handoffs.known);
  for (const handoff of known.values()) {
    if (handoff.offer.from === me && isUnsent(handoff, "offer")) {
      known.set(handoff.id, { ...handoff, byHand: true, unsent: [] });
    }
  }
  return becomes({ ...state, handoffs: { ...state.handoffs, known, folder: { kind: "none", reason } } });
}

/** The folder holds the paper now. Where it held another answer before, that one counts, and is read with the folder. */
export function onPaperWritten(
  state: AppState,
  { id, paper, was }: Extract<HandoffEvent, { kind: "paper-written" }>,
): Decision {
  const known = state.handoffs.known.get(id);
  if (!known || !isUnsent(known, paper)) return becomes(state);
  const unsent = known.unsent.filter((one) => one.paper !== paper);
  if (paper !== "answer" || was === "written") return becomes(withKnown(state, { ...known, unsent }));
  const { answer: _mine, answerSeenAt: _at, ...unanswered } = known;
  return becomes(withKnown(state, { ...unanswered, unsent }));
}

/** It is tried again, and the screen says that it has not arrived. */
export function onPaperFailed(
  state: AppState,
  { id, paper, code }: Extract<HandoffEvent, { kind: "paper-failed" }>,
  { now }: Stamp,
): Decision {
  const nextAt = after(now, tryAgainAfter);
  return withUnsent(state, id, (unsent) =>
    unsent.map((one) => (one.paper === paper ? { paper, nextAt, failure: code } : one)),
  );
}

function withUnsent(
  state: AppState,
  id: HandoffId,
  change: (unsent: readonly Unsent[]) => readonly Unsent[],
): Decision {
  const known = state.handoffs.known.get(id);
  return becomes(known ? withKnown(state, { ...known, unsent: change(known.unsent) }) : state);
}
