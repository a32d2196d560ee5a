import type { CoverProposal, Proposal } from "../../../shared/schedule/change-shape.ts";
import type { Contract } from "../../../shared/rpc/contract.ts";
import type { Handlers } from "../../../shared/rpc/define.ts";
import { hour } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";

/* What a host would say of changes to a schedule, canned. */

const alice = { id: "alice", name: "Alice" };
const bob = { id: "bob", name: "Bob" };
const dana = { id: "dana", name: "Dana" };

export const aProposal = (now: Instant): Proposal => ({
  kind: "proposed",
  effect: {
    from: now,
    to: after(now, 24 * hour),
    past: false,
    moved: [{ role: "primary", from: now, to: after(now, 24 * hour), before: [alice], after: [bob] }],
    fairness: {
      from: now,
      to: after(now, 24 * hour),
      index: { before: 92, after: 88 },
      loads: [
        { person: alice, before: 504, after: 480 },
        { person: bob, before: 336, after: 360 },
      ],
    },
    conflicts: { made: [], mended: [] },
    gaps: { made: [], mended: [] },
  },
  file: {
    kind: "diff",
    name: "team.yaml",
    digest: "digest",
    hunks: [
      {
        oldStart: 40,
        newStart: 40,
        lines: [
          { kind: "same", text: "    overrides:" },
          {
            kind: "added",
            text: "      - { role: primary, person: bob, from: 2027-01-04T13:00, to: 2027-01-05T13:00 }",
          },
        ],
      },
    ],
  },
});

const aCoverProposal: CoverProposal = {
  kind: "proposed",
  holders: [alice],
  substitutes: [
    { person: bob, hours: 168 },
    { person: dana, hours: 336 },
  ],
  title: "Alice asks for cover as primary",
  text: "**Alice** asks for cover as primary of Weekly rotation, 24 hours.\n\nCould take it: Bob (168 h in the weeks around).",
};

type ChangeCommand =
  "propose-schedule-change" | "apply-schedule-change" | "undo-schedule-change" | "propose-cover" | "ask-for-cover";

export const changeHandlers = (now: () => Instant): Pick<Handlers<Contract>, ChangeCommand> => ({
  "propose-schedule-change": () => aProposal(now()),
  "apply-schedule-change": () => ({ kind: "done", count: 1 }),
  "undo-schedule-change": () => ({ kind: "done", count: 1 }),
  "propose-cover": () => aCoverProposal,
  "ask-for-cover": () => ({ kind: "done", count: 1 }),
});
