import type { Handoffs } from "../../../electron/core/ports.ts";
import type { Offer } from "../../../shared/handoff/handoff.ts";
import { day, hour, minute } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { at } from "../../support/scenario.ts";
import { pageTeam } from "../page-team.ts";
import { library } from "../runbook-texts.ts";
import { weeklyOfFour } from "../schedule-teams.ts";
import { shelf, type Setting, type Stage } from "../stage.ts";
import { alert, begun, ledger, type State } from "./state.ts";

/** A Monday morning, 40 minutes before Alice's week as primary ends. */
const morning = at("2027-01-11T07:20:00Z");
const place = { team: "oncall/team.yaml", path: "handoffs" };

const team = pageTeam({
  schedules: [
    {
      ...weeklyOfFour,
      holidays: {
        ...weeklyOfFour.holidays,
        dates: [{ date: "2027-01-14", name: "Plough Monday" }],
        policy: "swap-with-backup",
      },
    },
  ],
});

const draftRunbook = `---
service: engagement
owners: [alice]
---

# Daily Growth

## Purpose

*To be written.*
`;

/** What has come together in a shift, and what Alice has said of it so far. */
async function drafted(now: Instant, setting: Setting = {}): Promise<Stage> {
  const { "runbooks/engagement-rows.md": _, "runbooks/growth.md": __, ...files } = library;
  const runbooks = shelf({ ...files, "runbooks/daily-growth.md": draftRunbook });
  const stage = await begun(now, 3 * hour, { team, runbooks, ...setting });
  const begins = after(now, -3 * hour);
  stage.source.fires(
    ledger(now, { title: "The ledger is 6 h late", startedAt: begins }),
    alert({ key: "rows", startedAt: begins }),
  );
  await stage.passes(minute);
  const byTitle = (part: string): string =>
    stage.app
      .incidents()
      .flatMap(({ rows }) => rows)
      .find(({ title }) => title.includes(part))?.id ?? "";
  const [late, rows] = [byTitle("ledger"), byTitle("Row count")];
  await stage.ask("acknowledge", { ids: [late, rows] });
  stage.source.ends("rows");
  await stage.until(after(now, -20 * minute));
  stage.source.fires(
    alert({
      key: "salaries",
      labels: { pipeline: "salaries" },
      title: "Salaries of May are wrong",
      startedAt: after(now, -20 * minute),
    }),
  );
  await stage.passes(minute);
  await stage.ask("say-where-it-stands", { incident: late, text: "Waits for the vendor. Ticket 4711." });
  await stage.ask("tick-handoff", { item: "support-channels", done: true });
  await stage.ask("waive-handoff", { item: "log-up-to-date", sentence: "Nothing happened but this" });
  await stage.ask("promise-runbook", { task: "write-runbook growth", person: "bob", by: "2027-01-15" });
  await stage.ask("note-handoff", { text: "Mind the deploy on Tuesday." });
  await stage.until(now);
  return stage;
}

async function offered(now: Instant, setting: Setting = {}): Promise<Stage> {
  const stage = await drafted(now, setting);
  await stage.ask("offer-handoff", { to: "bob", takes: "next", because: "My train leaves" });
  return stage;
}

async function answered(now: Instant, kind: "accepted" | "declined", word: string): Promise<Stage> {
  const stage = await offered(after(now, -14 * minute));
  await stage.until(after(now, -4 * minute));
  const { id = "" } = stage.app.snapshot().handoff.offer ?? {};
  await stage.handoffs.write(place, { kind: "answer", id, answer: { kind, by: "bob", at: stage.clock.now(), word } });
  await stage.until(now);
  return stage;
}

/** Beside a team file that is fetched from an address. */
const nowhere: Handoffs = {
  watch(_place, listener) {
    listener({ kind: "none", reason: "remote-team" });
    return () => undefined;
  },
  write: () => Promise.reject(new Error("there is no folder")),
};

const offerToAlice = (now: Instant): Offer => ({
  id: "2027-01-18-bob-alice-000001",
  duty: { schedule: "weekly", role: "primary", from: after(now, 40 * minute - 7 * day), to: after(now, 40 * minute) },
  from: "bob",
  to: "alice",
  next: { person: "charlie", until: after(now, 7 * day + 40 * minute) },
  until: after(now, 7 * day + 40 * minute),
  offeredAt: after(now, -2 * minute),
  acceptWithin: 30 * minute,
  unfinishedBecause: "My train leaves",
});

const report = `# Handoff of Weekly: Bob to Alice

## Open incidents

- **Aggregate Profit for Investors: The ledger is 6 h late** (critical, acknowledged by Bob)
  Waits for the vendor. Ticket 4711.
`;

/** The Handoff view: mine before, while and after it is offered, and another's to me. */
export const handoffStates = {
  "handoff-drafted": { at: morning, open: (now) => drafted(now) },
  "handoff-offered": { at: morning, open: (now) => offered(now) },
  "handoff-by-hand": { at: morning, open: (now) => offered(now, { handoffs: nowhere }) },
  "handoff-declined": {
    at: after(morning, 10 * minute),
    open: (now) => answered(now, "declined", "I am ill, ask Charlie"),
  },
  "handoff-accepted": {
    at: after(morning, 10 * minute),
    open: (now) => answered(now, "accepted", "Have it. Sleep well"),
  },
  "handoff-incoming": {
    at: after(morning, 7 * day),
    open: async (now) => {
      const stage = await begun(now, 2 * minute, { team });
      const offer = offerToAlice(now);
      await stage.handoffs.write(place, { kind: "offer", id: offer.id, offer, report });
      await stage.until(now);
      return stage;
    },
  },
} satisfies Readonly<Record<string, State>>;
