import { unfinished } from "../../handoff/checklist.ts";
import type { OwnWords } from "../../handoff/draft.ts";
import type { HandoffAnswer, HandoffId, Offer } from "../../handoff/handoff.ts";
import { handoffId } from "../../handoff/paper-file.ts";
import { handoffOf } from "../../handoff/papers.ts";
import { findPerson, findSchedule, nameOf } from "../../team/lookup.ts";
import type { PersonId } from "../../team/team.ts";
import type { Instant } from "../../time/instant.ts";
import { toInstant, toLocal } from "../../time/zoned.ts";
import { refused } from "../../state/command-tools.ts";
import { announce } from "../../state/announce.ts";
import { andThen, becomes, type Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import { assignTask } from "../../state/assign-task.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import type { CommandOf } from "../../state/command.ts";
import type { Feature } from "../../state/feature.ts";
import { draftOf, wordsOf, type Draft } from "./draft.ts";
import { dutyKey, type KnownHandoff, type Unsent } from "../../handoff/handoff-state.ts";
import { overridesNow } from "./in-force.ts";
import { myDuty, type MyDuty } from "./my-duty.ts";
import { openOffer } from "./my-handoff.ts";

/** The commands of handoffs, each with how it is carried out. */
export const handoffCommands = {
  "say-where-it-stands": (state, { incident, text }, stamp) =>
    say(state, stamp, ({ lines, ...words }) => ({ ...words, lines: { ...lines, [incident]: text } })),
  "tick-handoff": (state, { item, done: ticked }, stamp) =>
    say(state, stamp, ({ ticks, ...words }) => ({ ...words, ticks: put(ticks, item, ticked ? stamp.now : undefined) })),
  "waive-handoff": (state, { item, sentence }, stamp) =>
    say(state, stamp, ({ waivers, ...words }) => ({ ...words, waivers: put(waivers, item, sentence ?? undefined) })),
  "promise-runbook": promise,
  "note-handoff": (state, { text }, stamp) => say(state, stamp, (words) => ({ ...words, notes: text })),
  "offer-handoff": offer,
  "withdraw-handoff": withdraw,
  "accept-handoff": (state, command, stamp) => answer(state, { ...command, answer: "accepted" }, stamp),
  "decline-handoff": (state, command, stamp) => answer(state, { ...command, answer: "declined" }, stamp),
  "record-answer": record,
} satisfies Feature["command"];

function put<T>(table: Readonly<Record<string, T>>, key: string, value: T | undefined): Readonly<Record<string, T>> {
  const { [key]: _before, ...rest } = table;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** Changes the words of the draft. */
const say = (state: AppState, { now }: Stamp, change: (words: OwnWords) => OwnWords): Decision =>
  whileDrafting(state, now, ({ duty }) => {
    const draft = { duty: dutyKey(duty), words: change(wordsOf(state, duty)) };
    return done({ ...state, handoffs: { ...state.handoffs, draft } });
  });

/** What is offered is said. */
function whileDrafting(state: AppState, now: Instant, then: (mine: MyDuty) => Decision): Decision {
  const mine = myDuty(state, now);
  if (!mine) return refused(state, "not-on-duty");
  return openOffer(state, now) ? refused(state, "already-offered") : then(mine);
}

const done = (state: AppState): Decision => ({ ...becomes(state), reply: { kind: "done", count: 1 } });

/** A promise is the task's, so that the list of runbooks and the next handoff know of it: to the end of the day in the schedule's zone. */
function promise(state: AppState, { task, person, by }: CommandOf<"promise-runbook">, stamp: Stamp): Decision {
  return whileDrafting(state, stamp.now, ({ duty }) => {
    const schedule = state.loaded && findSchedule(state.loaded.team, duty.schedule);
    if (!schedule) return refused(state, "not-on-duty");
    return assignTask(state, { task, person, dueAt: toInstant(schedule.timezone, `${by}T23:59`) }, stamp);
  });
}

/** Offers the duty; what is not finished needs a reason. */
function offer(state: AppState, { to, takes, because }: CommandOf<"offer-handoff">, { now, roll }: Stamp): Decision {
  const mine = myDuty(state, now);
  const team = state.loaded?.team;
  if (!mine || !team) return refused(state, "not-on-duty");
  if (!findPerson(team, to) || to === mine.me) return refused(state, "unknown-person");
  if (openOffer(state, now)) return refused(state, "already-offered");
  const reason = because?.trim();
  const draft = draftOf(state, mine, { now, to, ...(reason !== undefined && reason !== "" && { because: reason }) });
  if (!draft) return refused(state, "not-on-duty");
  const left = unfinished(draft.checklist);
  if (left.length > 0 && (reason === undefined || reason === "")) return refused(state, "unfinished");
  const id = handoffId(mine.me, to, { date: toLocal(team.timezone, now).date, chance: roll });
  const made = offerOf(
    { id, mine, to, takes, now, ...(left.length > 0 && { because: reason }) },
    team.handoff.acceptWithin,
  );
  const known = added(state, made, { draft, now });
  const announcement = {
    id: `handoff:${id}`,
    topic: "handoff",
    title: titleOf(state, made),
    text: draft.report,
  } as const;
  return andThen(done(withKnown(state, known)), (next) => announce(next, { announcement, now }));
}

type Wish = {
  readonly id: HandoffId;
  readonly mine: MyDuty;
  readonly to: PersonId;
  readonly takes: "rest" | "next";
  readonly now: Instant;
  readonly because?: string | undefined;
};

/** Whoever is next by the schedule takes the next shift; so does another once the shift itself is over. */
function offerOf({ id, mine, to, takes, now, because }: Wish, acceptWithin: number): Offer {
  const { me, duty, next } = mine;
  const nextToo = next !== undefined && (takes === "next" || to === next.person || duty.to <= now);
  return {
    id,
    duty,
    from: me,
    to,
    ...(next && { next }),
    until: nextToo ? next.until : duty.to,
    offeredAt: now,
    acceptWithin,
    ...(because !== undefined && { unfinishedBecause: because }),
  };
}

function added(
  state: AppState,
  made: Offer,
  { draft, now }: { readonly draft: Draft; readonly now: Instant },
): KnownHandoff {
  const { folder } = state.handoffs;
  const byHand = folder.kind === "none" || (folder.kind === "shared" && !folder.writable);
  return {
    id: made.id,
    offer: made,
    report: draft.report,
    seenAt: now,
    unsent: byHand ? [] : [unsent("offer", now)],
    byHand,
    overrides: overridesNow(state, made),
  };
}

const unsent = (paper: Unsent["paper"], now: Instant): Unsent => ({ paper, nextAt: now });

function titleOf({ loaded }: AppState, { from, to }: Offer): string {
  const name = (id: string): string => (loaded ? nameOf(loaded.team, id) : id);
  return `${name(from)} hands over to ${name(to)}`;
}

/** The state with one handoff put in or replaced. */
export const withKnown = (state: AppState, handoff: KnownHandoff): AppState => ({
  ...state,
  handoffs: { ...state.handoffs, known: new Map(state.handoffs.known).set(handoff.id, handoff) },
});

function withdraw(state: AppState, { id }: CommandOf<"withdraw-handoff">, { now }: Stamp): Decision {
  const known = state.handoffs.known.get(id);
  if (!known || known.offer.from !== whoAmI(state) || handoffOf(known).kind !== "offered") {
    return refused(state, "not-offered");
  }
  return done(withKnown(state, closed(known, "withdrawn", now)));
}

/** Ends an offer of mine. */
export function closed(known: KnownHandoff, kind: "lapsed" | "withdrawn", now: Instant): KnownHandoff {
  const papers = known.byHand ? known.unsent : [...known.unsent, unsent("closing", now)];
  return { ...known, closing: { kind, at: now }, unsent: papers };
}

type Answering = { readonly id: HandoffId; readonly answer: HandoffAnswer["kind"]; readonly word?: string };

function answer(state: AppState, { id, answer: kind, word }: Answering, { now }: Stamp): Decision {
  const known = state.handoffs.known.get(id);
  const me = whoAmI(state);
  if (me === undefined || known?.offer.to !== me || !isOpenAt(known, now)) return refused(state, "not-offered");
  return answered(state, known, { kind, by: me, at: now, ...(word !== undefined && { word }) });
}

function record(state: AppState, { id, answer: kind, word }: CommandOf<"record-answer">, { now }: Stamp): Decision {
  const known = state.handoffs.known.get(id);
  if (!known || known.offer.from !== whoAmI(state) || !known.byHand || !isOpenAt(known, now)) {
    return refused(state, "not-offered");
  }
  return answered(state, known, { kind, by: known.offer.to, at: now, ...(word !== undefined && { word }) });
}

const isOpenAt = (known: KnownHandoff, now: Instant): boolean =>
  handoffOf(known).kind === "offered" && now < known.offer.until;

function answered(state: AppState, known: KnownHandoff, word: HandoffAnswer): Decision {
  const papers = known.byHand ? known.unsent : [...known.unsent, unsent("answer", word.at)];
  const overrides = overridesNow(state, known.offer);
  const next = withKnown(state, { ...known, answer: word, answerSeenAt: word.at, unsent: papers, overrides });
  if (word.kind === "declined") return done(next);
  const { id } = known;
  const announcement = {
    id: `handoff:${id}:accepted`,
    topic: "handoff",
    title: acceptedTitle(state, known.offer),
    text: "",
  } as const;
  return andThen(done(next), (announced) => announce(announced, { announcement, now: word.at }));
}

function acceptedTitle({ loaded }: AppState, { from, to }: Offer): string {
  const name = (id: string): string => (loaded ? nameOf(loaded.team, id) : id);
  return `${name(to)} has taken over from ${name(from)}`;
}
