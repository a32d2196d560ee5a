import { unfinished, type ChecklistItem } from "../../handoff/checklist.ts";
import { findingText, itemText } from "../../handoff/item-words.ts";
import { handoffOf } from "../../handoff/papers.ts";
import { findPerson, findSchedule } from "../../team/lookup.ts";
import type { Team } from "../../team/team.ts";
import type { Instant } from "../../time/instant.ts";
import { personRef, scheduleName } from "../../team/named.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import type { Draft } from "./draft.ts";
import { inOrder, type KnownHandoff } from "../../handoff/handoff-state.ts";
import type { HandoffDraft, HandoffItem, HandoffOffer, HandoffView } from "../../handoff/handoff-shape.ts";
import { heldOver, myDuty, type MyDuty } from "./my-duty.ts";
import { lastOffer, offersToMe } from "./my-handoff.ts";
import { lapsesAt } from "./settle-handoffs.ts";
import { shownDraft } from "./shown-draft.ts";

const mostHistory = 30;
/** Characters of another's report that a screen is sent. */
const longestReport = 20_000;

/** Handoffs for a screen: mine, what is offered to me, and what was before. */
export function handoffView(state: AppState, now: Instant): HandoffView {
  const team = state.loaded?.team;
  const { folder, known } = state.handoffs;
  const nothing = { state: "idle", heldOver: false, incoming: [], history: [], folder, unsent: [] } as const;
  if (!team) return nothing;
  const me = whoAmI(state);
  const mine = myDuty(state, now);
  const offer = mine && lastOffer(state, mine);
  const draft = mine && shownDraft(state, mine, now);
  return {
    ...nothing,
    ...(mine && draft && { state: stateOf(offer), draft: draftView(team, mine, draft) }),
    heldOver: me !== undefined && heldOver(state, me, now) !== undefined,
    ...(mine && offer && stateOf(offer) !== "drafted" && { offer: myOffer(team, offer) }),
    incoming: offersToMe(state, now).map((one) => offerView(team, one)),
    history: historyOf(team, inOrder(known)),
    unsent: [...known.values()].flatMap(({ id, unsent }) =>
      unsent.flatMap(({ paper, failure }) => (failure === undefined ? [] : [{ id, paper, failure }])),
    ),
  };
}

function stateOf(offer: KnownHandoff | undefined): Exclude<HandoffView["state"], "idle"> {
  const kind = offer && handoffOf(offer).kind;
  return kind === undefined || kind === "accepted" || kind === "withdrawn" ? "drafted" : kind;
}

function draftView(team: Team, { duty, next, me }: MyDuty, { facts, words, checklist, report }: Draft): HandoffDraft {
  const others = team.people.filter(({ id }) => id !== me && id !== next?.person).map(({ id }) => id);
  return {
    schedule: facts.schedule,
    role: duty.role,
    from: duty.from,
    to: duty.to,
    zone: facts.zone,
    ...(next && { next: { person: personRef(team, next.person), until: next.until } }),
    others: [...(next ? [next.person] : []), ...others].map((id) => personRef(team, id)),
    items: checklist.map(itemView),
    open: facts.open.map((incident) => ({ ...incident, line: words.lines[incident.id] ?? "" })),
    moreOpen: facts.others,
    missing: facts.missing.map(({ owner, ...missing }) => ({
      ...missing,
      ...(owner !== undefined && { owner: personRef(team, owner) }),
    })),
    atRisk: facts.atRisk,
    ahead: facts.ahead,
    notes: words.notes,
    unfinished: unfinished(checklist).map(({ id }) => itemText(id)),
    report,
    ...(facts.nextOrder && { nextOrder: facts.nextOrder }),
  };
}

function itemView({ id, byHand, standing }: ChecklistItem): HandoffItem {
  const why = whyOf(standing);
  return { id, text: itemText(id), byHand, standing: standing.kind, ...(why !== undefined && { why }) };
}

function whyOf(standing: ChecklistItem["standing"]): string | undefined {
  if (standing.kind === "waived") return standing.sentence;
  if (standing.kind === "ticked") return undefined;
  return standing.finding && findingText(standing.finding);
}

function offerView(team: Team, known: KnownHandoff): HandoffOffer {
  const { id, offer, seenAt, report } = known;
  const schedule = findSchedule(team, offer.duty.schedule);
  return {
    id,
    from: personRef(team, offer.from),
    to: personRef(team, offer.to),
    schedule: schedule ? scheduleName(schedule) : offer.duty.schedule,
    role: offer.duty.role,
    duty: { from: offer.duty.from, to: offer.duty.to },
    until: offer.until,
    seenAt,
    lapsesAt: lapsesAt(known),
    report: report.slice(0, longestReport),
    ...(offer.unfinishedBecause !== undefined && { because: offer.unfinishedBecause }),
  };
}

function myOffer(team: Team, known: KnownHandoff): NonNullable<HandoffView["offer"]> {
  const { answer, closing, byHand, unsent } = known;
  const waiting = unsent.find(({ paper }) => paper === "offer");
  const failure = waiting?.failure;
  const endedAt = closing?.at ?? answer?.at;
  const { email, phone, slack } = findPerson(team, known.offer.to) ?? {};
  return {
    ...offerView(team, known),
    delivery: byHand ? "by-hand" : failure !== undefined ? "failing" : waiting ? "sending" : "delivered",
    ...(failure !== undefined && { failure }),
    ...(answer?.word !== undefined && { word: answer.word }),
    ...(endedAt !== undefined && { endedAt }),
    reach: {
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { phone }),
      ...(slack !== undefined && { slack }),
    },
  };
}

function historyOf(team: Team, known: readonly KnownHandoff[]): HandoffView["history"] {
  return known
    .toReversed()
    .flatMap((one): HandoffView["history"] => {
      const handoff = handoffOf(one);
      if (handoff.kind === "withdrawn" || handoff.kind === "offered") return [];
      const people = { from: personRef(team, one.offer.from), to: personRef(team, one.offer.to) };
      if (handoff.kind === "lapsed") return [{ id: one.id, ...people, end: "lapsed", at: handoff.at }];
      const { at, word } = handoff.answer;
      return [{ id: one.id, ...people, end: handoff.kind, at, ...(word !== undefined && { word }) }];
    })
    .slice(0, mostHistory);
}
