import type { HandoffDraft, HandoffView } from "../../shared/handoff/handoff-shape.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { countdown, moment, localDay } from "../../shared/time/phrase.ts";
import { count } from "../../shared/text/sentence.ts";
import { roleWords } from "../../shared/words/role-words.ts";
import { myZone } from "../words/zone.ts";

export const handoffWords = {
  handOver: "Hand over",
  accept: "Accept handoff",
  decline: "Decline handoff",
  withdraw: "Withdraw",
  to: "To",
  takes: "They take",
  takesRest: (until: string): string => `the rest of my shift, until ${until}`,
  takesNext: (until: string): string => `the next shift too, until ${until}`,
  next: (name: string): string => `${name}, who is next`,
  because: "Why it is handed over unfinished",
  becausePlaceholder: "What is left, and why it can wait",
  word: "A word with it",
  declineWhy: "Why you decline",
  idle: "You have nothing to hand over",
  idleBody: "A handoff begins with a shift of yours, as primary or secondary.",
  checklist: "Handoff checklist",
  byBaton: "Baton",
  leaveOut: "Leave out…",
  leaveOutWhy: "Why it is left out",
  askAgain: "Ask again",
  open: "Open incidents",
  nothingOpen: "Nothing is open.",
  where: "Where it stands",
  wherePlaceholder: "Where it stands, and what comes next",
  missing: "Runbooks to write",
  missingBody: "Resolved without a runbook, or begun and not finished. Each needs somebody who writes it by a day.",
  toFinish: "a draft to finish",
  who: "Who writes it",
  nobodyYet: "Nobody yet",
  byDay: "By",
  promise: "Promise",
  promised: "Promised",
  atRisk: "Deadlines at risk",
  ahead: "Coming up",
  order: "The next round",
  notes: "Notes",
  notesPlaceholder: "Anything else that the next one should know",
  preview: "The report",
  incoming: "Offered to you",
  history: "Earlier handoffs",
  sensitive: "Sensitive incident",
  notOverYet: "The shift is over by the schedule. You stay responsible until somebody accepts.",
  saveSentence: "Save",
  cancel: "Cancel",
  letterSubject: (from: string, to: string): string => `Handoff: ${from} to ${to}`,
  saidYes: "They said yes",
  saidNo: "They said no",
  byHand: "Baton has no folder to put it into. Copy the report, or send it by chat or mail, and note the answer here.",
} as const;

const at = (instant: Instant, now: Instant): string => moment(instant, now, myZone());

/** "Weekly, primary, Mon 09:00 to today 11:00": a time alone would be taken for one of the day before it. */
export const spanWords = (
  { schedule, role, from, to }: Pick<HandoffDraft, "schedule" | "role" | "from" | "to">,
  now: Instant,
): string => {
  const [begun, ends, today] = [from, to, now].map((instant) => localDay(instant, myZone()));
  const day = ends === today && begun !== today ? "today " : "";
  return `${schedule}, ${roleWords[role].toLowerCase()}, ${at(from, now)} to ${day}${at(to, now)}`;
};

/** What stands above the draft: whether it is finished, or what became of the offer. */
export function stateWords({ state, offer, draft }: HandoffView, now: Instant): string {
  const name = offer?.to.name ?? "";
  switch (state) {
    case "idle":
      return handoffWords.idle;
    case "offered":
      return offer?.delivery === "by-hand"
        ? `Offered to ${name} by hand`
        : `Offered to ${name}. You stay responsible until they accept.`;
    case "declined":
      return `${name} declined ${at(offer?.endedAt ?? now, now)}. You stay responsible.`;
    case "lapsed":
      return `${name} did not answer in time. You stay responsible.`;
    case "drafted":
      return unfinishedWords(draft?.unfinished ?? []);
  }
}

export const unfinishedWords = (left: readonly string[]): string =>
  left.length === 0
    ? "Everything is done."
    : `${count(left.length, "thing is", "things are")} not finished: ${left.join(" · ")}`;

/** "lapses in 29:12"; after its end, that whoever offered has not closed it yet. */
export const lapseWords = (lapsesAt: Instant, now: Instant): string =>
  lapsesAt > now ? `lapses in ${countdown(lapsesAt - now)}` : "the time to answer is over";

export const offerWords = ({ from, until, because }: HandoffView["incoming"][number], now: Instant): string => {
  const reason = because === undefined ? "" : ` Not everything is finished: ${because}`;
  return `${from.name} stays responsible until you accept. Then you are, until ${at(until, now)}.${reason}`;
};

export const endWords: Readonly<Record<HandoffView["history"][number]["end"], string>> = {
  accepted: "accepted",
  declined: "declined",
  lapsed: "not answered in time",
};

const deliveries: Readonly<Record<NonNullable<HandoffView["offer"]>["delivery"], string>> = {
  sending: "On its way to the team's folder.",
  delivered: "It lies in the team's folder.",
  failing: "The team's folder does not take it. Baton tries again every minute.",
  "by-hand": handoffWords.byHand,
};
export const deliveryWords = ({ delivery, failure }: NonNullable<HandoffView["offer"]>): string =>
  failure === undefined ? deliveries[delivery] : `${deliveries[delivery]} (${failure})`;

const reasons: Readonly<Record<string, string>> = {
  "remote-team":
    "The team file comes from an address, so there is no folder to share handoffs in. They go by copy or mail.",
  "sample-team": "The sample team has no folder to share. Handoffs go by copy or mail.",
};

const problems: Readonly<Record<string, string>> = {
  "not-a-paper": "it is no handoff",
  "not-front-matter": "it does not begin with front matter",
  "not-yaml": "its front matter is not YAML",
  "newer-format": "a newer Baton wrote it",
  "bad-values": "its front matter makes no sense",
  "not-a-file": "it is no file",
  "too-large": "it is too large",
};

/** What is wrong with the folder, one line each. */
export function folderWords({ folder, unsent }: Pick<HandoffView, "folder" | "unsent">): readonly string[] {
  const waiting = unsent
    .filter(({ paper }) => paper !== "offer")
    .map(
      ({ failure }) =>
        `Your answer is not in the team's folder yet (${failure}). Tell them; Baton tries again every minute.`,
    );
  if (folder.kind === "none") return [reasons[folder.reason] ?? folder.reason, ...waiting];
  if (folder.kind === "unknown") return waiting;
  const readOnly = folder.writable ? [] : [`${folder.path} cannot be written to. Handoffs go by copy or mail.`];
  return [
    ...readOnly,
    ...waiting,
    ...folder.problems.map(({ name, reason }) => `${name || folder.path}: ${problems[reason] ?? reason}`),
  ];
}
