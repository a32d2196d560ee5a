import type { SourceFailure } from "../../shared/incident/answer.ts";
import type { ActionFailure } from "../../shared/incident/outbox.ts";
import fc from "fast-check";
import { calendarWindow } from "../../shared/behaviour/calendar/read-calendars.ts";
import type { Offer } from "../../shared/handoff/handoff.ts";
import { drillNotice, handoffNotice, incidentNotice, summaryNotice } from "../../shared/paging/notice-facts.ts";
import type { CommandOf, PersonCommand } from "../../shared/state/command.ts";
import type { AppEvent, EventOf } from "../../shared/state/event.ts";
import { defaultSettings } from "../../shared/state/settings.ts";
import { severities } from "../../shared/team/team.ts";
import { day, hour, minute } from "../../shared/time/duration.ts";
import { after, type Instant } from "../../shared/time/instant.ts";
import { calendar, shiftOf, shiftsContent } from "./calendar-builder.ts";
import { alert, answer, noon, Scenario, survived } from "./scenario.ts";
import { service, team, weekly } from "./team-builder.ts";

/*
 * Anything that may happen to Baton, drawn at random: every kind of event and every kind of command, so that a new kind does not
 * compile until it is drawn here as well.
 */

/** A team with everything that time does something to. */
export const everyTeam = team({
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
          participants: ["dana", "alice", "charlie"],
          shift: { every: 1, unit: "day" },
          start: "2027-01-01",
          handoffAt: "09:00",
          onCycleEnd: "shuffle",
        },
      ],
    }),
    weekly({ id: "bound" }),
  ],
  calendars: [calendar({ kind: "away", person: "dana" }), calendar({ kind: "shifts", schedule: "bound" })],
  duties: [{ title: "Answer the support channel" }],
  quietHours: { from: "22:00", to: "07:00", allow: ["critical"] },
});

type Run = (scenario: Scenario) => void;

/** What may happen, with the milliseconds that pass before it. */
export type Step = { readonly wait: number; readonly run: Run };

const key = fc.constantFrom("a", "b", "c", "d", "e");
const person = fc.constantFrom("alice", "bob", "charlie");
const minutes = (most: number) => fc.integer({ min: 1, max: most }).map((many) => many * minute);

/** Which of the incidents that there are. */
const which = fc.nat(99);
const idOf = ({ incidents }: Scenario, wanted: number): string => incidents[wanted % incidents.length]?.id ?? "none";
const firstOf = <V>(map: ReadonlyMap<string, V>): string => [...map.keys()][0] ?? "none";
const lastChange = ({ state }: Scenario) => state.scheduleChanges.made.at(-1);

/** An event of one kind, made of what the story has come to. */
type Drawn<K extends AppEvent["kind"]> = fc.Arbitrary<(scenario: Scenario) => EventOf<K>>;
type Asked<K extends PersonCommand["kind"]> = fc.Arbitrary<(scenario: Scenario) => Omit<CommandOf<K>, "kind">>;

const ids = which.map((wanted) => (scenario: Scenario) => ({ ids: [idOf(scenario, wanted)] }));
const nothing = fc.constant(() => ({}));

const override = (now: Instant, who: string) => {
  const local = (at: Instant): string => new Date(at).toISOString().slice(0, 16);
  return { role: "primary", person: who, from: local(after(now, hour)), to: local(after(now, 5 * hour)) } as const;
};

const commands: { readonly [K in PersonCommand["kind"]]: Asked<K> } = {
  acknowledge: ids,
  unacknowledge: ids,
  snooze: fc.tuple(ids, minutes(90)).map(([of, milliseconds]) => (story) => ({ ...of(story), for: milliseconds })),
  resolve: ids,
  escalate: which.map((wanted) => (story) => ({ id: idOf(story, wanted) })),
  "add-note": which.map((wanted) => (story) => ({ id: idOf(story, wanted), text: "looking" })),
  "set-severity": fc
    .tuple(ids, fc.constantFrom(...severities))
    .map(([of, severity]) => (story) => ({ ...of(story), severity })),
  "dismiss-delivery": fc.constant(({ state }) => ({ id: firstOf(state.outbox) })),
  "retry-source": fc.constant(() => ({ source: "prod" })),
  "retry-calendar": fc.constant(() => ({ calendar: "away" })),
  quiet: fc.option(minutes(240)).map((milliseconds) => () => ({ for: milliseconds })),
  "test-notification": nothing,
  "pager-check": nothing,
  "answer-drill": nothing,
  "dismiss-announcement": fc.constant(({ state }) => ({ id: firstOf(state.announcements) })),
  "write-log": which.map((wanted) => (story) => ({ text: "restarted the import", incident: idOf(story, wanted) })),
  "tick-duty": fc.boolean().map((done) => () => ({
    schedule: "weekly",
    shift: noon,
    duty: "Answer the support channel",
    done,
  })),
  "save-post-incident-note": which.map((wanted) => (story) => ({
    id: idOf(story, wanted),
    happened: "late",
    impact: "",
    cause: "disk",
    helped: "",
    change: "",
    category: "infrastructure",
  })),
  "assign-task": person.map((who) => ({ state, now }) => ({
    task: firstOf(state.tasks),
    person: who,
    dueAt: after(now, day),
  })),
  "say-where-it-stands": which.map((wanted) => (story) => ({ incident: idOf(story, wanted), text: "half done" })),
  "tick-handoff": fc.boolean().map((done) => () => ({ item: "open-incidents", done })),
  "waive-handoff": fc.option(fc.constant("not tonight")).map((sentence) => () => ({ item: "runbooks", sentence })),
  "promise-runbook": person.map((who) => ({ state }) => ({
    task: firstOf(state.tasks),
    person: who,
    by: "2027-01-08",
  })),
  "note-handoff": fc.constant(() => ({ text: "quiet week" })),
  "offer-handoff": fc
    .record({ to: person, takes: fc.constantFrom("rest" as const, "next" as const) })
    .map((wish) => () => ({ ...wish, because: "I am ill" })),
  "withdraw-handoff": fc.constant(({ state }) => ({ id: firstOf(state.handoffs.known) })),
  "accept-handoff": fc.constant(({ state }) => ({ id: firstOf(state.handoffs.known) })),
  "decline-handoff": fc.constant(({ state }) => ({ id: firstOf(state.handoffs.known), word: "I am away" })),
  "record-answer": fc
    .constantFrom("accepted" as const, "declined" as const)
    .map((said) => ({ state }) => ({ id: firstOf(state.handoffs.known), answer: said })),
  "undo-schedule-change": fc.constant((story) => ({ id: lastChange(story)?.id ?? "none" })),
  "ask-for-cover": fc.constant(({ now }) => {
    const { from, to } = override(now, "alice");
    return { schedule: "weekly", role: "primary", from, to };
  }),
  "tick-runbook": fc.tuple(which, fc.boolean()).map(([wanted, done]) => (story) => ({
    incident: idOf(story, wanted),
    item: "open-the-log",
    text: "Open the log.",
    done,
  })),
  "draft-written": which.map((wanted) => (story) => ({
    incident: idOf(story, wanted),
    runbook: "runbooks/new.md",
    title: "New",
  })),
  "runbook-reviewed": fc.constant(() => ({ runbook: "runbooks/profit.md", date: "2027-01-05" })),
  "change-schedule": person.map((who) => ({ now }) => ({
    schedule: "weekly",
    change: { kind: "override", override: override(now, who) },
    edit: { path: "team.yaml", before: "0", after: `edit-${String(now)}`, insertions: [{ at: 0, text: "x" }] },
  })),
};

/** What people do most, and what others of these rest on. */
const often: readonly PersonCommand["kind"][] = [
  "acknowledge",
  "unacknowledge",
  "snooze",
  "resolve",
  "escalate",
  "pager-check",
  "quiet",
  "offer-handoff",
  "ask-for-cover",
];

const command: Drawn<"command"> = fc.oneof(
  ...(Object.keys(commands) as readonly PersonCommand["kind"][]).map((kind) => ({
    weight: often.includes(kind) ? 6 : 1,
    arbitrary: commands[kind].map((asked) => (story: Scenario) => {
      // The table ties each kind to what it asks; a loop over its keys forgets that.
      const asking = { kind, ...asked(story) } as PersonCommand;
      return { kind: "command" as const, command: asking };
    }),
  })),
);

const alerts = fc.array(
  fc.record({ key, severity: fc.constantFrom(...severities), muted: fc.boolean(), partly: fc.nat(4) }),
  { minLength: 1, maxLength: 6 },
);

const anAnswer = alerts.map((chosen) => ({ now }: Scenario) => {
  const unique = [...new Map(chosen.map((one) => [one.key, one])).values()];
  const fired = unique.map(({ key: name, severity, muted }) =>
    alert(name, { severity, seenAt: now, ...(muted && { suppression: { by: "silence", ids: ["x"] } }) }),
  );
  const heartbeatMissing = chosen[0]?.partly === 0;
  return answer(fired, { heartbeatMissing, unparsed: chosen[1]?.partly === 1 ? 1 : 0 });
});

const failure = fc.constantFrom(
  { kind: "unreachable", code: "ECONNREFUSED" } as const,
  { kind: "rate-limited" } as const,
  { kind: "forbidden", needs: "incidents.write" } as const,
  { kind: "plan-limit" } as const,
  { kind: "internal" } as const,
);

/** What of a source's failures is a refusal where it was asked to do something. */
const refusals: Readonly<Partial<Record<SourceFailure["kind"], ActionFailure>>> = {
  internal: { kind: "refused", reason: "no" },
  forbidden: { kind: "forbidden", needs: "incidents.write" },
  "plan-limit": { kind: "plan-limit" },
};

const offerOf = (now: Instant, from: string, to: string): Offer => ({
  id: `2027-01-10-${from}-${to}-000001`,
  duty: { schedule: "weekly", role: "primary", from: noon, to: after(noon, 7 * day) },
  from,
  to,
  until: after(noon, 8 * day),
  offeredAt: now,
  acceptWithin: 30 * minute,
});

const sending = ({ state }: Scenario): string =>
  [...state.outbox.values()].find(({ state: at }) => at.kind === "sending")?.id ?? "none";
/** An action that the source has heard of: on its way, or accepted. */
const onItsWay = ({ state }: Scenario, wanted: number): string => {
  const heard = [...state.outbox.values()].filter(({ state: at }) => at.kind === "sending" || at.kind === "accepted");
  return heard[wanted % heard.length]?.id ?? "none";
};
const unsent = ({ state }: Scenario) => {
  const known = [...state.handoffs.known.values()].find((one) => one.unsent.length > 0);
  return { id: known?.id ?? "none", paper: known?.unsent[0]?.paper ?? ("offer" as const) };
};
const noticeKey = fc
  .tuple(fc.constantFrom("incident", "summary", "drill", "handoff"), which)
  .map(([what, wanted]) => (story: Scenario) => {
    if (what === "summary") return summaryNotice;
    if (what === "drill") return drillNotice;
    return what === "handoff"
      ? handoffNotice(firstOf(story.state.handoffs.known))
      : incidentNotice(idOf(story, wanted));
  });

const events: { readonly [K in AppEvent["kind"]]: Drawn<K> } = {
  started: fc.constant(({ state }) => ({
    kind: "started",
    restored: survived(state),
    keptAside: { now: {}, before: {} },
    settings: defaultSettings,
    me: "alice",
    journal: { kind: "ok" },
  })),
  "team-loaded": fc.constantFrom(everyTeam, team()).map((one) => () => ({ kind: "team-loaded", loaded: readOf(one) })),
  "team-refused": fc.constant(() => ({ kind: "team-refused", problems: ["line 3: no such person"] })),
  "settings-changed": fc
    .record({
      sound: fc.boolean(),
      notifyAll: fc.boolean(),
      shiftLead: fc.constantFrom(0, 30),
      shiftCheck: fc.boolean(),
    })
    .map((change) => ({ state }) => ({ kind: "settings-changed", settings: { ...state.settings, ...change } })),
  "source-answered": fc
    .oneof(
      anAnswer,
      fc.constant(() => "unchanged" as const),
    )
    .map((reply) => (story) => ({ kind: "source-answered", source: "prod", answer: reply(story) })),
  "source-failed": failure.map((why) => () => ({ kind: "source-failed", source: "prod", failure: why })),
  "calendar-read": fc.boolean().map((gap) => ({ now }) => ({
    kind: "calendar-read",
    calendar: "shifts",
    window: calendarWindow(now),
    answer: {
      content: shiftsContent([shiftOf("bob", "2027-01-04T00:00:00Z", "2027-01-05T12:00:00Z")], {
        schedule: "bound",
        unknown: gap ? [{ from: after(noon, day), to: after(noon, 2 * day) }] : [],
      }),
    },
  })),
  "calendar-failed": fc.constant(() => ({ kind: "calendar-failed", calendar: "away", failure: { kind: "internal" } })),
  "inbox-received": fc
    .record({ key, state: fc.constantFrom("triggered" as const, "resolved" as const) })
    .map((item) => () => ({
      kind: "inbox-received",
      items: [{ ...item, title: "By hand", severity: "major", labels: {}, links: [] }],
    })),
  "inbox-listening": fc
    .boolean()
    .map((fails) => () => ({ kind: "inbox-listening", ...(fails && { failure: "EADDRINUSE" }) })),
  "action-done": fc.constant((story) => ({
    kind: "action-done",
    id: sending(story),
    answer: { handle: "s", until: after(story.now, hour) },
  })),
  "action-accepted": which.map((wanted) => (story) => ({
    kind: "action-accepted",
    id: onItsWay(story, wanted),
    request: "r1",
  })),
  "action-failed": fc.tuple(failure, which).map(([why, wanted]) => (story) => ({
    kind: "action-failed",
    id: onItsWay(story, wanted),
    failure: refusals[why.kind] ?? { kind: "unavailable", failure: why },
  })),
  "notice-shown": noticeKey.map((of) => (story) => ({ kind: "notice-shown", key: of(story) })),
  "notice-failed": fc
    .tuple(noticeKey, fc.constantFrom(...severities))
    .map(([of, severity]) => (story) => ({ kind: "notice-failed", key: of(story), severity })),
  "notice-button": fc
    .tuple(noticeKey, fc.constantFrom("acknowledge", "snooze", "accept"))
    .map(([of, button]) => (story) => ({ kind: "notice-button", key: of(story), button })),
  "notifier-status": fc.boolean().map((works) => () => ({
    kind: "notifier-status",
    status: {
      adapter: "dbus",
      health: works ? { kind: "working" } : { kind: "failing", reason: "no-service" },
      buttons: works,
      closes: true,
      sounds: true,
    },
  })),
  "runbooks-known": fc
    .record({ known: fc.boolean(), draft: fc.boolean(), due: minutes(600) })
    .map(({ known, draft, due }) => ({ state, now }) => ({
      kind: "runbooks-known",
      revision: state.runbooks.revision + 1,
      known,
      runbooks: [{ id: "runbooks/profit.md", title: "Profit", services: ["profit"], draft, review: after(now, due) }],
    })),
  "team-file-written": fc.constant(() => ({ kind: "team-file-written" })),
  "team-file-kept": fc
    .constantFrom("changed" as const, "busy" as const)
    .map((kind) => () => ({ kind: "team-file-kept", failure: { kind } })),
  "journal-state": fc.boolean().map((kept) => ({ now }) => ({
    kind: "journal-state",
    state: kept ? { kind: "ok" } : { kind: "memory", reason: "disk-full", since: now },
  })),
  "handoffs-read": fc
    .record({ from: person, to: person, accepts: fc.boolean(), writable: fc.boolean() })
    .map(({ from, to, accepts, writable }) => ({ now }) => {
      const offer = offerOf(now, from, to);
      const { id } = offer;
      const said = { kind: "answer", id, answer: { kind: "accepted", by: to, at: now } } as const;
      const papers = [{ kind: "offer", id, offer, report: "# Report" } as const, ...(accepts ? [said] : [])];
      return { kind: "handoffs-read", path: "handoffs", writable, papers: from === to ? [] : papers, problems: [] };
    }),
  "handoffs-unshared": fc.constant(() => ({ kind: "handoffs-unshared", reason: "remote-team" })),
  "paper-written": fc
    .constantFrom("written" as const, "was-there" as const)
    .map((was) => (story) => ({ kind: "paper-written", ...unsent(story), was })),
  "paper-failed": fc.constant((story) => ({ kind: "paper-failed", ...unsent(story), code: "EROFS" })),
  command,
  woke: fc.constant(() => ({ kind: "woke" })),
  machine: fc
    .constantFrom("suspended", "resumed", "locked", "unlocked", "shutting-down")
    .map((what) => () => ({ kind: "machine", what })),
};

const readOf = (one: typeof everyTeam): EventOf<"team-loaded">["loaded"] => ({
  team: one,
  path: "team.yaml",
  sample: false,
  capabilities: { prod: ["acknowledge", "unacknowledge"], inbox: [] },
});

/** Alerts and commands come more often than the rest, as they do. */
const weights: Partial<Record<AppEvent["kind"], number>> = { "source-answered": 10, command: 20, "action-done": 2 };

const anyRun: fc.Arbitrary<Run> = fc.oneof(
  ...(Object.keys(events) as readonly AppEvent["kind"][]).map((kind) => ({
    weight: weights[kind] ?? 1,
    arbitrary: (events[kind] as Drawn<AppEvent["kind"]>).map((drawn) => (story: Scenario) => {
      // An answer counts only for a question.
      if (kind === "source-answered" || kind === "source-failed") askFirst(story);
      story.send(drawn(story));
    }),
  })),
);

function askFirst(story: Scenario): void {
  if (story.state.sources.get("prod")?.askedAt !== undefined) return;
  story.command({ kind: "retry-source", source: "prod" });
}

const wait = fc.oneof(fc.integer({ min: 0, max: 2 * minute }), fc.integer({ min: 0, max: 2 * hour }));

/** A story of Baton: up to so many things that happen, over hours. */
export const anyStory = (most: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(fc.record({ wait, run: anyRun }), { minLength: Math.floor(most / 2), maxLength: most });

/** Plays a story to a new Baton. */
export function play(story: readonly Step[]): Scenario {
  const scenario = new Scenario({ team: everyTeam });
  for (const { wait, run } of story) {
    scenario.now = after(scenario.now, wait);
    scenario.send({ kind: "woke" });
    run(scenario);
  }
  return scenario;
}
