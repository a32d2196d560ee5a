import { openCalendarFeeds } from "../../electron/node/calendar/calendar-feeds.ts";
import { openDocuments } from "../../electron/node/documents.ts";
import { openStore, storeFileName } from "../../electron/node/store/store.ts";
import type { TeamEdits } from "../../electron/core/app-types.ts";
import type { ReadResult } from "../../electron/core/calendar.ts";
import type { CalendarProvider, SourceProvider } from "../../electron/core/provider.ts";
import type { Documents, Store } from "../../electron/core/ports.ts";
import type { JournalEntry } from "../../electron/core/records.ts";
import type { PollResult, SourceConnection } from "../../electron/core/source.ts";
import { providers } from "../../electron/providers/registry.ts";
import type { CalendarContent } from "../../shared/calendar/calendar-content.ts";
import type { Sighting } from "../../shared/incident/alert.ts";
import type { InboxItem } from "../../shared/incident/inbox-item.ts";
import type { KeptRecord, Place } from "../../shared/kept/kept-thing.ts";
import type { PastIncident } from "../../shared/log/past-incident.ts";
import { err, ok } from "../../shared/result.ts";
import { placeholder } from "../../shared/runbook/draft-template.ts";
import { hour, minute, second } from "../../shared/time/duration.ts";
import { after } from "../../shared/time/instant.ts";
import { join } from "node:path";
import { openTestApp, type AppUnderTest } from "./app-under-test.ts";
import { calendar, shiftOf, shiftsContent } from "./calendar-builder.ts";
import { manualClock } from "./manual-clock.ts";
import { memoryHandoffs } from "./memory-handoffs.ts";
import { memoryNotifier } from "./memory-notifier.ts";
import { memoryRunbooks } from "./memory-runbooks.ts";
import { memoryStore } from "./memory-store.ts";
import { alert, answer, at, noon } from "./scenario.ts";
import { alertmanagerSource, service, team, weekly } from "./team-builder.ts";

/*
 * Two busy hours of Alice's, lived by the real core over the real files of a data directory, after which these hold something of
 * everything that Baton keeps. Clock, chance, sources and calendars are scripted, so that the same code writes the same twice.
 */

/** What was given to the store, before it was written: everything of the journal and of the past, and the records that lie there last. */
export type Lived = {
  readonly entries: readonly JournalEntry[];
  readonly records: readonly KeptRecord[];
  readonly past: readonly PastIncident[];
};

/** Whose hours they are, and when they end. */
export const busyMe = "alice";
export const busyEnd = after(noon, 2 * hour);

export const busyTeam = team({
  services: [
    service("profit", { investorImpact: true, runbook: "runbooks/profit.md" }),
    service("growth"),
    service("salaries", { sensitive: true }),
  ],
  schedules: [
    weekly(),
    weekly({
      id: "shuffled",
      rotations: [
        {
          kind: "turns",
          role: "primary",
          participants: ["dana", "bob", "charlie"],
          shift: { every: 1, unit: "day" },
          start: "2027-01-01",
          handoffAt: "09:00",
          onCycleEnd: "shuffle",
        },
      ],
    }),
    weekly({ id: "bound" }),
  ],
  sources: ["prod", "east", "west", "south"].map((id) => alertmanagerSource({ id, name: id })),
  calendars: [
    calendar({ kind: "holidays", schedule: "weekly" }),
    calendar({ kind: "away", person: "dana" }),
    calendar({ kind: "shifts", schedule: "bound" }),
  ],
  duties: [{ title: "Answer the support channel" }],
  runbooks: { path: "./runbooks", require: [], reviewEvery: 30 * 24 * hour },
});

const contents: Readonly<Record<string, CalendarContent>> = {
  holidays: { use: "holidays", holidays: [{ date: "2027-01-06", name: "Epiphany" }], unread: [] },
  away: {
    use: "away",
    person: "dana",
    absences: [{ from: "2027-02-01", to: "2027-02-08", reason: "leave" }],
    unread: [],
  },
  shifts: shiftsContent([shiftOf("dana", "2027-01-04T00:00:00Z", "2027-01-11T00:00:00Z")], {
    schedule: "bound",
    unmapped: [
      { from: at("2027-01-11T00:00:00Z"), to: at("2027-01-12T00:00:00Z"), title: "Zoe", reason: "nobody-known" },
    ],
    unmappedCount: 1,
    unknown: [{ from: at("2027-01-11T00:00:00Z"), to: at("2027-01-12T00:00:00Z") }],
  }),
};

const runbooks = {
  "runbooks/profit.md":
    "---\nservice: profit\nowners: [bob]\nreviewed: 2026-10-01\n---\n\n# Profit\n\n## Procedure\n\n- [ ] Open the log.\n- [ ] Tell Bob.\n",
  "runbooks/salaries.md": `---\nservice: salaries\nowners: [de]\n---\n\n# Salaries\n\n## Purpose\n\n${placeholder}\n`,
};

/** Lives through it in a directory that exists. */
export async function liveBusyHours(dir: string): Promise<Lived> {
  const opened = openStore(join(dir, storeFileName), { now: () => noon });
  const documents = openDocuments(dir, { now: () => noon, onKeptAside: () => undefined });
  if (!opened.ok || !documents.ok) throw new Error("the directory cannot be written");
  const recorded = recording(opened.value.store);
  await live(recorded.store, documents.value, dir);
  return recorded.lived();
}

async function live(store: Store, documents: Documents, dir: string): Promise<void> {
  const peers = new Peers();
  const handoffs = memoryHandoffs();
  const notifier = memoryNotifier();
  let shows = notifier.show;
  const under = openTestApp({
    store: { ...memoryStore(), ...store },
    documents,
    handoffs,
    notifier: { ...notifier, show: (notice) => shows(notice) },
    clock: manualClock(noon),
    team: busyTeam,
    runbooks: memoryRunbooks(runbooks),
    calendarFeeds: openCalendarFeeds(dir, { token: () => "t".repeat(43) }),
    providers: {
      ...providers,
      sources: { ...providers.sources, alertmanager: sourceProvider(peers) },
      calendars: { ...providers.calendars, ics: calendarProvider(peers) },
    },
    teamEdits: edits,
    options: { me: busyMe, teamFile: "/teams/team.yaml" },
  });
  const hours = new Hours(under, peers);
  const hang = (): void => void (shows = () => new Promise(() => undefined));
  await firstHour(hours);
  await incidentsEnd(hours);
  await schedulesChange(hours);
  await handOver(hours, handoffs);
  await lastWords(hours, hang);
  const closed = under.app.close();
  under.clock.advance(second);
  await closed;
}

type Acknowledged = ReturnType<NonNullable<SourceConnection["actions"]["acknowledge"]>>;

/** What a test says in the place of everything that lies outside of Baton. */
class Peers {
  alerts: readonly Sighting[] = [];
  /** Sources and calendars that do not answer. */
  readonly silent = new Set<string>();
  /** What becomes of an acknowledgement of a key, where it is not done. */
  readonly unwilling = new Map<string, Acknowledged>([
    ["refused", Promise.resolve(err({ kind: "refused", reason: "silences are frozen" }))],
    ["queued", Promise.resolve(err({ kind: "unavailable", failure: { kind: "timeout", afterMs: 10_000 } }))],
    ["sending", new Promise(() => undefined)],
  ]);

  acknowledge(key: string): Acknowledged {
    return this.unwilling.get(key) ?? Promise.resolve(ok({ kind: "done", handle: "silence-1" }));
  }

  poll(source: string): PollResult {
    if (this.silent.has(source)) return err({ kind: "unreachable", code: "ECONNREFUSED" });
    return ok(answer(source === "prod" ? this.alerts : []));
  }

  read(id: string): ReadResult {
    const content = contents[id];
    if (!content || this.silent.has(id)) return err({ kind: "unreachable", code: "ENOTFOUND" });
    return ok({ content, ...(id === "shifts" && { changedAt: noon }) });
  }
}

const sourceProvider = (peers: Peers): SourceProvider<"alertmanager"> => ({
  connect: ({ id }) => ({
    poll: () => Promise.resolve(peers.poll(id)),
    actions: {
      acknowledge: ({ key }) => peers.acknowledge(key),
      unacknowledge: () => Promise.resolve(ok({ kind: "done" })),
    },
  }),
});

const calendarProvider = (peers: Peers): CalendarProvider<"ics"> => ({
  connect: ({ id }) => ({ read: () => Promise.resolve(peers.read(id)) }),
});

const digest = (text: string): string => text.repeat(64 / text.length);

/** A team file that takes every change. */
const edits: TeamEdits = {
  draft: (path, { schedule }) => {
    const insertions = [{ at: 120, text: `  # ${schedule}\n` }];
    const edit = { path, before: "/teams/team.yaml", after: digest("ab"), insertions };
    return Promise.resolve(ok({ name: "team.yaml", edit, hunks: [], patch: "", place: "file" }));
  },
  write: () => ok(undefined),
};

/** Alice at her machine. */
class Hours {
  readonly under: AppUnderTest;
  readonly peers: Peers;

  constructor(under: AppUnderTest, peers: Peers) {
    this.under = under;
    this.peers = peers;
  }

  async pass(milliseconds: number): Promise<void> {
    const { under } = this;
    for (let left = milliseconds; left > 0; left -= 10 * second) {
      under.clock.advance(Math.min(left, 10 * second));
      await under.settle();
    }
  }

  async ask(command: string, input: unknown): Promise<unknown> {
    const reply = await this.under.app.request(command, input);
    await this.under.settle();
    if (!reply.ok) throw new Error(`${command}: ${JSON.stringify(reply.error)}`);
    const { value } = reply;
    const isRefused = typeof value === "object" && value !== null && "kind" in value && value.kind === "refused";
    if (isRefused) throw new Error(`${command}: ${JSON.stringify(value)}`);
    return value;
  }

  /** The id of an incident by its key. */
  id(key: string): string {
    const rows = this.under.app.incidents().flatMap((change) => change.rows);
    const row = rows.find(({ title }) => title === titleOf(key));
    if (!row) throw new Error(`no incident ${key}`);
    return row.id;
  }
}

const titleOf = (key: string): string => `Alert ${key}`;

const ledger = alert("ledger", {
  labels: { alertname: "Ledger", pipeline: "profit", "weird name": 'ø " \\ \u202e' },
  links: [{ title: "Graph", url: "https://graphs.example.com/ledger" }],
});
const disk = alert("disk", { severity: "major", labels: { alertname: "Disk", pipeline: "growth" } });
const wages = alert("wages", { severity: "minor", labels: { alertname: "Wages", pipeline: "salaries" } });
const muted = alert("muted", {
  severity: "major",
  labels: { alertname: "Muted" },
  runbook: "https://runbooks.example.com/muted#late",
  suppression: {
    by: "silence",
    ids: ["silence-9"],
    author: "dana",
    comment: "known since Friday",
    until: after(noon, 5 * hour),
  },
});
const flapping = alert("flapping", { severity: "minor", labels: { alertname: "Flapping", pipeline: "growth" } });

const posted = (key: string): InboxItem => ({
  key,
  state: "triggered",
  title: titleOf(key),
  severity: "",
  labels: { step: "7" },
  links: [],
});

async function firstHour(hours: Hours): Promise<void> {
  const { under, peers } = hours;
  peers.alerts = [ledger, disk, wages, muted, flapping];
  await hours.pass(20 * second);
  under.app.receive(["deploy", "backup"].map(posted));
  await under.settle();
  await hours.ask("resolve", { ids: [hours.id("backup")] });
  await hours.ask("acknowledge", { ids: [hours.id("ledger")], for: 2 * hour });
  peers.alerts = [
    {
      ...ledger,
      suppression: { by: "silence", ids: ["silence-1"], author: "Alice", until: after(noon, 5 * hour) },
      acknowledgement: { by: "Alice", handle: "silence-1", until: after(noon, 5 * hour) },
    },
    disk,
    wages,
    muted,
    flapping,
  ];
  await hours.ask("add-note", { id: hours.id("ledger"), text: "The posting job waits for a *lock*." });
  const checklist = (await hours.ask("read-runbook", { id: "runbooks/profit.md" })) as {
    readonly checklist: readonly { readonly id: string }[];
  };
  await hours.ask("tick-runbook", { incident: hours.id("ledger"), item: checklist.checklist[0]?.id, done: true });
  await hours.ask("snooze", { ids: [hours.id("disk")], for: 2 * hour });
  await hours.ask("set-severity", { ids: [hours.id("wages")], severity: "major" });
  await hours.ask("escalate", { id: hours.id("wages") });
  peers.silent.add("east").add("west").add("south").add("away");
  await hours.pass(5 * minute);
  for (const _time of [1, 2, 3]) await flap(hours);
  await hours.pass(50 * minute);
}

/** It ends, and fires again. */
async function flap(hours: Hours): Promise<void> {
  const { peers } = hours;
  const firing = peers.alerts;
  peers.alerts = firing.filter(({ alert: { key } }) => key !== "flapping");
  await hours.pass(20 * second);
  peers.alerts = firing;
  await hours.pass(20 * second);
}

async function incidentsEnd(hours: Hours): Promise<void> {
  const { peers } = hours;
  const late = (key: string): Sighting =>
    alert(key, { labels: { alertname: key, pipeline: "growth" }, startedAt: after(noon, hour) });
  peers.alerts = [...peers.alerts, late("ended"), late("refused"), late("queued"), late("sending")];
  await hours.pass(20 * second);
  const ended = hours.id("ended");
  await hours.ask("acknowledge", { ids: [ended] });
  peers.alerts = peers.alerts.filter(({ alert: { key } }) => key !== "ended");
  await hours.pass(20 * second);
  await hours.ask("save-post-incident-note", {
    id: ended,
    category: "infrastructure",
    happened: "The disk was full.",
    impact: "None.",
    cause: "Old logs.",
    helped: "Deleting them.",
    change: "Rotate them.",
  });
  await hours.ask("acknowledge", { ids: [hours.id("refused")] });
}

async function schedulesChange(hours: Hours): Promise<void> {
  const change = {
    kind: "override",
    override: { role: "primary", person: "bob", from: "2027-01-05T09:00", to: "2027-01-06T09:00", reason: "dentist" },
  };
  await hours.ask("apply-schedule-change", { schedule: "weekly", change, digest: "/teams/team.yaml" });
}

async function handOver(hours: Hours, handoffs: ReturnType<typeof memoryHandoffs>): Promise<void> {
  const { under } = hours;
  const say = async (): Promise<void> => {
    await hours.ask("say-where-it-stands", { incident: hours.id("ledger"), text: "Waits for the lock." });
    await hours.ask("tick-handoff", { item: "support-channels", done: true });
    await hours.ask("waive-handoff", { item: "next-informed", sentence: "He sleeps." });
    await hours.ask("note-handoff", { text: "Look at the ledger first." });
  };
  const place = { team: "/teams/team.yaml", path: "handoffs" };
  const because = "My train leaves";
  await say();
  const task = under.app.snapshot().runbooks.tasks.find(({ kind }) => kind === "write-runbook");
  await hours.ask("promise-runbook", { task: task?.id, person: "bob", by: "2027-01-12" });
  await hours.ask("offer-handoff", { to: "bob", takes: "next", because });
  const declined = under.app.snapshot().handoff.offer?.id ?? "none";
  const no = { kind: "declined", by: "bob", at: under.clock.now(), word: "I am ill" } as const;
  await handoffs.write(place, { kind: "answer", id: declined, answer: no });
  await under.settle();
  const theirs = "2027-01-04-dana-alice-1";
  const duty = { schedule: "weekly", role: "backup", from: noon, to: after(noon, 24 * hour) } as const;
  const offer = { id: theirs, duty, from: "dana", to: "alice", until: duty.to, offeredAt: noon, acceptWithin: hour };
  await handoffs.write(place, { kind: "offer", id: theirs, offer, report: "# All is well\n" });
  await under.settle();
  await hours.ask("accept-handoff", { id: theirs, word: "Enjoy" });
  await say();
  handoffs.failWith("EACCES");
  await hours.pass(minute);
  await hours.ask("offer-handoff", { to: "charlie", takes: "rest", because });
}

async function lastWords(hours: Hours, hang: () => void): Promise<void> {
  const { under, peers } = hours;
  const { app, notifier } = under;
  const shift = under.clock.now();
  await hours.ask("write-log", {
    text: "Told sales.",
    links: [{ title: "Thread", url: "https://chat.example.com/1" }],
    stakeholders: ["Sales"],
    incident: hours.id("ledger"),
  });
  await hours.ask("write-log", { text: "Told marketing.", corrects: 3 });
  await hours.ask("tick-duty", { schedule: "weekly", shift, duty: "Answer the support channel", done: true });
  await hours.ask("change-settings", { sound: false, shiftLead: 45 });
  const [first] = app.snapshot().announcements;
  await hours.ask("dismiss-announcement", { id: first?.id });
  await hours.pass(busyEnd - under.clock.now() - minute);
  await hours.ask("offer-handoff", { to: "dana", takes: "next", because: "My train left" });
  await hours.ask("acknowledge", { ids: ["wages", "queued", "sending", "deploy"].map((key) => hours.id(key)) });
  notifier.fail("timeout");
  peers.alerts = [...peers.alerts, alert("unseen", { startedAt: after(busyEnd, -minute) })];
  await hours.pass(20 * second);
  notifier.fail();
  hang();
  peers.alerts = [...peers.alerts, alert("untold", { startedAt: after(busyEnd, -minute) })];
  await hours.pass(20 * second);
  await hours.ask("quiet", { for: hour });
  await hours.pass(busyEnd - under.clock.now());
}

/** A store that lets everything through and remembers what it was given. */
function recording(store: Store): { readonly store: Store; readonly lived: () => Lived } {
  const entries: JournalEntry[] = [];
  const records = new Map<string, KeptRecord>();
  const past = new Map<string, PastIncident>();
  const place = ({ collection, id }: Place): string => `${collection} ${id}`;
  return {
    store: {
      ...store,
      commit(change) {
        const committed = store.commit(change);
        if (!committed.ok) throw new Error(committed.error.code);
        entries.push(...change.entries);
        for (const kept of change.puts) records.set(place(kept), kept);
        for (const gone of change.removes) records.delete(place(gone));
        for (const incident of change.past ?? []) past.set(incident.id, { ...past.get(incident.id), ...incident });
        for (const { incident, note } of change.notes ?? []) {
          const known = past.get(incident);
          if (known) past.set(incident, { ...known, ...{ note } });
        }
        return committed;
      },
    },
    lived: () => ({ entries, records: [...records.values()], past: [...past.values()] }),
  };
}
