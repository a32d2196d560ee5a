import type { JournalEntry } from "../../../electron/core/records.ts";
import type { IncidentFact } from "../../../shared/insight/incident-fact.ts";
import { hour, minute } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { memoryStore, type MemoryStore } from "../../support/memory-store.ts";
import { someIncidents } from "../../support/some-incidents.ts";
import { pageTeam } from "../page-team.ts";
import type { Stage } from "../stage.ts";
import { begun, ledger, tonight, type State } from "./state.ts";

/** A store whose journal tells of incidents as a busy team has them. */
function storeWith(facts: readonly IncidentFact[]): MemoryStore {
  const store = memoryStore();
  const entries = facts.flatMap(linesOf).toSorted((a, b) => a.at - b.at);
  store.commit({ entries, puts: [], removes: [] });
  return store;
}

/** The lines that a running Baton writes of one incident. */
function linesOf(fact: IncidentFact): readonly JournalEntry[] {
  const { id, openedAt, respondedAt, respondedBy, resolvedAt, resolvedBy, pages, touched: _, ...rest } = fact;
  const body = { ...rest, incident: id, openedAt, title: "Daily load has not finished by 06:00" };
  return [
    { at: openedAt, kind: "incident-triggered", body },
    ...pages.map(({ person, at }) => ({
      at,
      kind: "escalation",
      body: { incidents: [id], step: 0, round: 0, people: [person] },
    })),
    ...(respondedAt === undefined || respondedBy === undefined
      ? []
      : [{ at: respondedAt, kind: "acknowledged", body: { by: respondedBy, incidents: [id] } }]),
    ...(resolvedAt === undefined
      ? []
      : [
          {
            at: resolvedAt,
            kind: "incident-resolved",
            body: {
              ...body,
              ...(respondedAt !== undefined && { respondedAt }),
              ...(resolvedBy !== undefined && { by: resolvedBy }),
            },
          },
        ]),
  ];
}

const busy = (now: Instant, count: number, days: number): readonly IncidentFact[] => {
  const { services, people } = pageTeam();
  return someIncidents({
    until: after(now, -11 * hour),
    count,
    days,
    services: services.slice(0, 3).map(({ id }) => id),
    people: people.map(({ id }) => id),
  });
};

/** A night's story, told by what happened in it. */
async function told(now: Instant): Promise<Stage> {
  const stage = await begun(now, 10 * hour, { store: storeWith(busy(now, 400, 29)) });
  await stage.ask("pager-check", {});
  await stage.passes(800);
  await stage.ask("answer-drill", {});
  stage.clock.sleep(6 * hour);
  await stage.until(after(now, -4 * hour));
  stage.source.fails({ kind: "unreachable", code: "ECONNREFUSED" });
  await stage.passes(9 * minute);
  stage.source.fails();
  await stage.until(after(now, -3 * hour));
  stage.source.fires(ledger(now, { startedAt: after(now, -3 * hour) }));
  await stage.passes(2 * minute);
  const id = stage.app.snapshot().current?.id ?? "";
  await stage.ask("acknowledge", { ids: [id] });
  await stage.ask("add-note", { id, text: "The export job of the bank failed." });
  await stage.passes(20 * minute);
  await stage.ask("write-log", {
    text: "Called the bank: they send the ledger again by 04:00.\nFinance knows that the report is late.",
    stakeholders: ["Frida (Finance)", "The bank's hotline"],
    links: [{ title: "Ticket 4711", url: "https://tickets.example.com/4711" }],
    incident: id,
  });
  await stage.ask("escalate", { id });
  await stage.until(after(now, -hour));
  stage.source.ends("ledger");
  await stage.until(now);
  return stage;
}

export const logStates = {
  /** The shift so far, after two busy weeks. */
  logged: tonight(told),
  /** Thirteen weeks of a busy team. */
  figures: tonight(async (now) => {
    const stage = await begun(now, minute, { store: storeWith(busy(now, 520, 91)) });
    await stage.until(now);
    return stage;
  }),
} satisfies Readonly<Record<string, State>>;
