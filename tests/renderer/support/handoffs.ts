import type { HandoffDraft, HandoffOffer, HandoffView } from "../../../shared/handoff/handoff-shape.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { idleHandoff, people } from "./snapshots.ts";

/** Builders of what a host tells of handoffs. All instants hang on the `now` that is given. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const report = `# Handoff of Weekly: Alice to Bob

Primary from 2027-01-04 09:00 to 2027-01-11 09:00 (Europe/Copenhagen)

## Open incidents

- **Aggregate Profit for Investors: The ledger is 6 h late** (critical, acknowledged by Alice, since 2027-01-11 02:09)
  Waits for the vendor\\. Ticket 4711\\.
`;

export const aDraft = (now: Instant, change: Partial<HandoffDraft> = {}): HandoffDraft => ({
  schedule: "Weekly",
  role: "primary",
  from: after(now, -6 * day),
  to: after(now, 40 * minute),
  zone: "Europe/Copenhagen",
  next: { person: people.bob, until: after(now, 7 * day) },
  others: [people.bob, people.charlie, people.dana],
  items: [
    { id: "support-channels", text: "Support channels answered", byHand: true, standing: "ticked" },
    { id: "console", text: "Console checked", byHand: true, standing: "open" },
    {
      id: "incidents-described",
      text: "Open incidents described",
      byHand: false,
      standing: "open",
      why: "1 open incident has no line on where it stands",
    },
    {
      id: "log-up-to-date",
      text: "Log up to date",
      byHand: true,
      standing: "waived",
      why: "Nothing happened but this",
    },
    {
      id: "runbooks-written",
      text: "Missing runbooks written",
      byHand: false,
      standing: "done-by-baton",
      why: "1 runbook is promised",
    },
    { id: "next-informed", text: "Next engineer informed, by call or chat", byHand: true, standing: "open" },
    {
      id: "checkbox-moved",
      text: "Checkbox moved",
      byHand: false,
      standing: "done-by-baton",
      why: "done by the acceptance",
    },
  ],
  open: [
    {
      id: "prod/agg-profit/1",
      title: "The ledger is 6 h late",
      service: "Aggregate Profit for Investors",
      severity: "critical",
      standing: "acknowledged",
      by: "Alice",
      since: after(now, -3 * hour),
      line: "Waits for the vendor. Ticket 4711.",
    },
    {
      id: "prod/salaries/2",
      service: "Salaries",
      severity: "major",
      standing: "triggered",
      since: after(now, -20 * minute),
      line: "",
    },
  ],
  moreOpen: 0,
  missing: [
    {
      id: "write-runbook growth",
      what: "write-runbook",
      title: "Row count dropped by 38 %",
      service: "Growth",
      owner: people.bob,
      by: "2027-01-15",
      promised: true,
    },
    {
      id: "finish-draft runbooks/daily-growth.md",
      what: "finish-draft",
      title: "Daily Growth",
      owner: people.alice,
      by: "2027-01-18",
      promised: false,
    },
  ],
  atRisk: [{ id: "prod/agg-profit/1", title: "The ledger is 6 h late", clock: "resolve", by: after(now, 20 * minute) }],
  ahead: [
    {
      because: "holiday",
      role: "primary",
      person: "Charlie",
      from: after(now, 3 * day),
      to: after(now, 4 * day),
      holiday: "Plough Monday",
    },
  ],
  notes: "Mind the deploy on Tuesday.",
  unfinished: ["Console checked", "Open incidents described", "Next engineer informed, by call or chat"],
  report,
  ...change,
});

export const anIncoming = (now: Instant): HandoffOffer => ({
  id: "2027-01-11-bob-alice-000001",
  from: people.bob,
  to: people.alice,
  schedule: "Weekly",
  role: "primary",
  duty: { from: after(now, -7 * day), to: after(now, 40 * minute) },
  until: after(now, 7 * day),
  seenAt: after(now, -2 * minute),
  lapsesAt: after(now, 28 * minute),
  report,
  because: "My train leaves",
});

const mine = (now: Instant): NonNullable<HandoffView["offer"]> => ({
  ...anIncoming(now),
  id: "2027-01-11-alice-bob-000001",
  from: people.alice,
  to: people.bob,
  delivery: "delivered",
  reach: { email: "bob@example.com", phone: "+4520000002", slack: "U02" },
});

export const handoffStates = {
  drafted: (now: Instant): HandoffView => ({
    ...idleHandoff,
    state: "drafted",
    draft: aDraft(now),
    history: [
      { id: "x", from: people.dana, to: people.alice, end: "accepted", at: after(now, -6 * day), word: "Sleep well" },
    ],
  }),
  offered: (now: Instant): HandoffView => ({ ...idleHandoff, state: "offered", draft: aDraft(now), offer: mine(now) }),
  "by-hand": (now: Instant): HandoffView => ({
    ...idleHandoff,
    state: "offered",
    draft: aDraft(now),
    offer: { ...mine(now), delivery: "by-hand" },
    folder: { kind: "none", reason: "remote-team" },
  }),
  declined: (now: Instant): HandoffView => ({
    ...idleHandoff,
    state: "declined",
    heldOver: true,
    draft: aDraft(now, { unfinished: [] }),
    offer: { ...mine(now), word: "I am ill, ask Charlie", endedAt: after(now, -10 * minute) },
  }),
  accepted: (now: Instant): HandoffView => ({
    ...idleHandoff,
    history: [
      {
        id: "y",
        from: people.alice,
        to: people.bob,
        end: "accepted",
        at: after(now, -4 * minute),
        word: "Have it. Sleep well",
      },
      { id: "x", from: people.dana, to: people.alice, end: "accepted", at: after(now, -7 * day) },
    ],
  }),
  incoming: (now: Instant): HandoffView => ({ ...idleHandoff, incoming: [anIncoming(now)] }),
} as const;
