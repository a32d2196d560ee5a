import type { Contract } from "../../../shared/rpc/contract.ts";
import type { Handlers } from "../../../shared/rpc/define.ts";
import type { pastContract, PostIncidentView } from "../../../shared/rpc/past-contract.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { people } from "./snapshots.ts";

const day = 86_400_000;

/** The past of a host in memory: the ledger's alert has fired before, and a note was written then. */
export function fakePast(
  now: () => Instant,
): Pick<Handlers<Contract>, keyof typeof pastContract | "save-post-incident-note"> {
  const notes = new Map<string, NonNullable<PostIncidentView["note"]>>();
  const blank = { impact: "", cause: "", helped: "", change: "" };
  const old = (daysAgo: number) => ({
    openedAt: after(now(), -daysAgo * day),
    resolvedAt: after(now(), -daysAgo * day + day / 12),
  });
  const note = {
    happened: "The bank sent the ledger at 05:40 instead of 22:00.",
    impact: "The report for investors was 4 h late.",
    cause: "A certificate of the bank had expired.",
    helped: "Calling the bank's hotline; it is in the runbook now.",
    change: "Watch the certificate.",
    at: after(now(), -8 * day),
    by: people.bob,
    category: "dependency",
  } as const;
  return {
    "similar-incidents": ({ id }) => ({
      kind: "found",
      count: id === "prod/agg-profit/1" ? 2 : 0,
      ...(id === "prod/agg-profit/1" && { lastAt: after(now(), -9 * day) }),
      similar:
        id === "prod/agg-profit/1"
          ? [
              {
                id: "p1",
                severity: "critical",
                title: "Aggregate profit is 4 h late",
                ...old(9),
                by: people.bob,
                note,
                why: { kind: "same-key" },
              },
              {
                id: "p2",
                severity: "major",
                title: "Aggregate profit: the ledger has holes",
                ...old(21),
                why: { kind: "same-service", words: ["aggregate", "profit", "ledger"] },
              },
            ]
          : [],
    }),
    "post-incident-note": ({ id }) => {
      const known = notes.get(id);
      return {
        draft: {
          ...blank,
          happened: "Aggregate profit was 6 h late (critical). Acknowledged by Alice after 2 min, resolved after 1 h.",
        },
        ...(known && { note: known, markdown: "# Post-incident note" }),
      };
    },
    "save-post-incident-note": ({ id, ...text }) => {
      notes.set(id, { ...text, at: now(), by: people.alice });
      return { kind: "done", count: 1 };
    },
  };
}
