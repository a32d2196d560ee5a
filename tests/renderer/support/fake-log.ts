import type { LogItem } from "../../../shared/log/log-item.ts";
import type { Contract, Outcome } from "../../../shared/rpc/contract.ts";
import type { Handlers } from "../../../shared/rpc/define.ts";
import type { DutyView, logContract } from "../../../shared/rpc/log-contract.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { people } from "./snapshots.ts";

const minute = 60_000;

const anItem = (seq: number, at: Instant, change: Partial<LogItem> & Pick<LogItem, "kind">): LogItem => ({
  seq,
  at,
  people: [],
  incidents: [],
  more: 0,
  links: [],
  stakeholders: [],
  ...change,
});

const ledger = {
  id: "prod/agg-profit/1",
  title: "Aggregate profit is 6 h late: yesterday's ledger has not arrived",
  service: "Aggregate Profit for Investors",
  severity: "critical",
} as const;

/** A night's story, oldest first, and as many pages of an older storm as it takes to fill a long log. */
function story(now: Instant): readonly LogItem[] {
  const storm = Array.from({ length: 400 }, (_, index) =>
    anItem(index + 1, after(now, (index - 500) * 7 * minute), {
      kind: index % 3 === 0 ? "paged" : index % 3 === 1 ? "acknowledged" : "resolved",
      ...(index % 3 === 0 ? { people: [people.alice] } : { by: people.alice }),
      incidents: [{ id: `prod/${index}`, title: `Row count dropped (${index})`, service: "Growth", severity: "minor" }],
    }),
  );
  const at = (minutes: number): Instant => after(now, -minutes * minute);
  return [
    ...storm,
    anItem(901, at(600), { kind: "drill-passed", subject: "812" }),
    anItem(902, at(240), { kind: "source-blind", subject: "Alertmanager at prod" }),
    anItem(903, at(231), { kind: "source-returned", subject: "Alertmanager at prod" }),
    anItem(904, at(180), { kind: "paged", people: [people.alice], incidents: [ledger] }),
    anItem(905, at(178), { kind: "acknowledged", by: people.alice, incidents: [ledger] }),
    anItem(906, at(170), {
      kind: "noted",
      by: people.alice,
      incidents: [ledger],
      text: "The export job of the bank failed.",
    }),
    anItem(907, at(150), {
      kind: "written",
      by: people.alice,
      text: "Called the bank: they send the ledger again by 04:00.\nFinance knows that the report is late.",
      stakeholders: ["Frida (Finance)", "The bank's hotline"],
      links: [{ title: "Ticket 4711", url: "https://tickets.example.com/4711" }],
      incidents: [ledger],
    }),
    anItem(908, at(120), { kind: "escalated", by: people.alice, people: [people.bob], incidents: [ledger] }),
    anItem(909, at(60), { kind: "resolved", incidents: [ledger] }),
    anItem(910, at(20), {
      kind: "paged",
      people: [people.alice],
      incidents: [{ id: "prod/x", service: "Salaries", severity: "major", sensitive: true }],
      more: 12,
    }),
  ];
}

type LogHandlers = Pick<Handlers<Contract>, keyof typeof logContract | "write-log" | "tick-duty">;

/** The log of a host in memory: a night's story, to which entries and ticks are added. */
export function fakeLog(now: () => Instant): LogHandlers {
  const items = [...story(now())];
  const ticked = new Map<string, NonNullable<DutyView["done"]>>();
  const done: Outcome = { kind: "done", count: 1 };
  return {
    log: ({ from, to, only, by, after: place, limit }) => {
      const found = items
        .filter((item) => item.at >= from && item.at < to)
        .filter((item) => only === undefined || (item.kind === "written") === (only === "written"))
        .filter((item) => by === undefined || item.by?.id === by)
        .filter((item) => place === undefined || item.at < place.at || (item.at === place.at && item.seq < place.seq))
        .toSorted((a, b) => b.at - a.at || b.seq - a.seq);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        kind: "page",
        items: page,
        ...(last && found.length > limit && { next: { at: last.at, seq: last.seq } }),
      };
    },
    "export-log": ({ title }) => ({ kind: "exported", markdown: `# ${title}`, json: "{}", cut: false }),
    "write-log": ({ text, links = [], stakeholders = [], corrects }) => {
      const written = { kind: "written", by: people.alice, text, links, stakeholders } as const;
      items.push(anItem(1_000 + items.length, now(), { ...written, ...(corrects !== undefined && { corrects }) }));
      return done;
    },
    duties: () =>
      [
        { title: "Answer users in #support, #operations and #general", url: "https://chat.example.com/support" },
        { title: "Check the console's status", url: "https://console.example.com/status" },
        { title: "Read the mailing list" },
      ].map((duty) => {
        const tick = ticked.get(duty.title);
        return { ...duty, ...(tick && { done: tick }) };
      }),
    "tick-duty": ({ duty, done: isDone }) => {
      if (isDone) ticked.set(duty, { by: people.alice, at: now() });
      else ticked.delete(duty);
      return done;
    },
  };
}
