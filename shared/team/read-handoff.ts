import { minute } from "../time/duration.ts";
import { checkId } from "../team-file/known-ids.ts";
import { durationOf } from "../team-file/local-value.ts";
import { sectionOf, type Reading } from "../team-file/reading.ts";
import type { HandoffTerms } from "./team.ts";
import { foundText } from "../team-file/team-problem.ts";
import { teamEntries } from "./team-schema.ts";

const usualTerms: HandoffTerms = { acceptWithin: 30 * minute, announce: [], path: "handoffs" };

/** How the team hands over; what the file does not say is as usual. */
export function readHandoff({ review, wants }: Reading): HandoffTerms {
  const section = sectionOf(review, "handoff", teamEntries.handoff.wrapped);
  if (!section) return usualTerms;
  const { checklist, acceptWithin, announce, path } = section.value;
  announce?.forEach((id, index) => {
    checkId(review, ["handoff", "announce", index], { id, wanted: wants.channel });
  });
  checklist?.forEach((item, index) => {
    if (checklist.indexOf(item) === index) return;
    const finding = { kind: "conflict", found: foundText(item), expected: "each item once" } as const;
    review.problem(["handoff", "checklist", index], finding);
  });
  const within = acceptWithin === undefined ? usualTerms.acceptWithin : durationOf(acceptWithin);
  if (within < minute || within > 7 * 24 * 60 * minute) {
    const finding = { kind: "out-of-range", found: foundText(acceptWithin), expected: "1m to 7d" } as const;
    review.problem(["handoff", "acceptWithin"], finding);
  }
  return {
    ...usualTerms,
    acceptWithin: within,
    ...(checklist && { checklist }),
    ...(announce && { announce }),
    ...(path !== undefined && { path }),
  };
}
