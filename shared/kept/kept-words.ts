import type { UnreadCounts } from "../state/restored.ts";

/** What the kinds of things are called that are kept: one of each. */
const nouns: Readonly<Record<keyof UnreadCounts, string>> = {
  incident: "incident",
  outbox: "action of a source",
  telling: "notification told",
  source: "health of a source",
  calendar: "health of a calendar",
  "calendar-content": "content of a calendar",
  announcement: "announcement",
  ticks: "checklist of an incident",
  task: "task of a runbook",
  handoff: "handoff",
  "handoff-draft": "draft of a handoff",
  rounds: "list of rounds",
  "schedule-changes": "list of schedule changes",
  risks: "list of deadlines told",
  shifts: "list of shifts told",
  quiet: "time of quiet",
  other: "record of an unknown kind",
};

/** How many records there are of all kinds together. */
export const totalOf = (counts: UnreadCounts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What they are, such as "incident ×2, draft of a handoff". */
export function unreadWords(counts: UnreadCounts): string {
  const byKind: Readonly<Record<string, number>> = counts;
  return Object.entries(nouns)
    .flatMap(([kind, noun]) => {
      const count = byKind[kind] ?? 0;
      return count === 0 ? [] : [count === 1 ? noun : `${noun} ×${String(count)}`];
    })
    .join(", ");
}
