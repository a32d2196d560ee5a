import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dutyAt } from "../../shared/state/duty.ts";
import { handoffView } from "../../shared/behaviour/handoff/handoff-view.ts";
import { shiftView } from "../../shared/schedule/shift-view.ts";
import { emptyState } from "../../shared/state/state.ts";
import { decide } from "../../shared/app/decide.ts";
import { handoffOf } from "../../shared/handoff/papers.ts";
import { knownLine } from "../../shared/log/journal-kinds.ts";
import { hour, minute } from "../../shared/time/duration.ts";
import { after, type Instant } from "../../shared/time/instant.ts";
import { orderOfCycle } from "../../shared/schedule/shuffle.ts";
import { alert, answer, at, Scenario } from "../support/scenario.ts";
import { service, team, weekly } from "../support/team-builder.ts";
import { SharedFolder } from "../support/two-people.ts";

/** An hour before Alice's week ends and Bob's begins. */
const evening = at("2027-01-10T23:00:00Z");
const boundary = at("2027-01-11T00:00:00Z");
const because = "My train leaves";

const primaryOf = ({ state, now }: Scenario): readonly string[] => {
  if (!state.loaded) throw new Error("no team");
  return dutyAt(state.loaded.team, now).of(state.loaded.team.services[0]).people.primary;
};
const viewOf = ({ state, now }: Scenario) => handoffView(state, now);
const offers = (scenario: Scenario, to = "bob", takes: "rest" | "next" = "next") =>
  scenario.command({ kind: "offer-handoff", to, takes, because });
const incomingId = (scenario: Scenario): string => viewOf(scenario).incoming[0]?.id ?? "none";
const told = (scenario: Scenario): readonly unknown[] =>
  scenario.notices.flatMap((facts) => (facts.kind === "handoff" ? [[facts.what, facts.person]] : []));
/** The kinds of what was written down of handoffs, each with the fields of its kind. */
const written = (scenario: Scenario): readonly string[] =>
  scenario.entries
    .flatMap((entry) => knownLine({ seq: 1, ...entry })?.kind ?? [])
    .filter((kind) => kind.startsWith("handoff-"));

const aliceAndBob = (offs: { readonly alice?: number; readonly bob?: number } = {}) => {
  const folder = new SharedFolder();
  const alice = folder.person("alice", { now: evening, off: offs.alice ?? 0 });
  const bob = folder.person("bob", { now: evening, off: offs.bob ?? 0 });
  return { folder, alice, bob };
};
const passes = (milliseconds: number, ...people: readonly Scenario[]): void => {
  for (const person of people) {
    person.now = after(person.now, milliseconds);
    person.send({ kind: "woke" });
  }
};

describe("handing over", () => {
  it("002-7 informs the next on-call engineer, moves the baton, and writes both down", () => {
    const { folder, alice, bob } = aliceAndBob();
    offers(alice);
    folder.sync();
    expect(told(bob)).toEqual([["offered", "Alice"]]);
    expect(primaryOf(bob)).toEqual(["alice"]);
    bob.command({ kind: "accept-handoff", id: incomingId(bob), word: "Sleep well" });
    folder.sync();
    expect(told(alice)).toEqual([["accepted", "Bob"]]);
    expect([primaryOf(alice), primaryOf(bob)]).toEqual([["bob"], ["bob"]]);
    expect([written(alice), written(bob)]).toEqual([
      ["handoff-offered", "handoff-accepted"],
      ["handoff-offered", "handoff-accepted"],
    ]);
    expect(viewOf(alice).history).toMatchObject([
      { end: "accepted", word: "Sleep well", from: { id: "alice" }, to: { id: "bob" } },
    ]);
  });

  it("passes on the incidents that the giver had taken, and no others", () => {
    const schedules = [weekly(), { ...weekly(), id: "nightly" }];
    const services = [service("profit"), service("growth", { schedule: "nightly" })];
    const folder = new SharedFolder();
    const people = ["alice", "bob"].map((me) =>
      folder.person(me, { team: team({ schedules, services }), now: evening }),
    );
    const [alice, bob] = people as [Scenario, Scenario];
    alice.answers(answer([alert("a"), alert("b", { labels: { pipeline: "growth" } }), alert("c")]));
    const ids = ["a", "b"].map((key) => alice.incident(key).id);
    alice.command({ kind: "acknowledge", ids });
    offers(alice);
    folder.sync();
    const assignees = () => ["a", "b", "c"].map((key) => alice.incident(key).assignee);
    expect(assignees()).toEqual(["alice", "alice", undefined]);
    bob.command({ kind: "accept-handoff", id: incomingId(bob) });
    folder.sync();
    expect(assignees()).toEqual(["bob", "alice", undefined]);
    const again = alice.incident("a").id;
    alice.command({ kind: "unacknowledge", ids: [again] });
    alice.command({ kind: "acknowledge", ids: [again] });
    passes(minute, alice);
    expect(assignees()).toEqual(["alice", "alice", undefined]);
  });

  it("leaves the one who hands over responsible when it is declined, and says so with the word", () => {
    const { folder, alice, bob } = aliceAndBob();
    offers(alice);
    folder.sync();
    bob.command({ kind: "decline-handoff", id: incomingId(bob), word: "I am ill" });
    folder.sync();
    expect(viewOf(alice)).toMatchObject({ state: "declined", offer: { word: "I am ill" } });
    passes(2 * hour, alice, bob);
    expect([primaryOf(alice), primaryOf(bob)]).toEqual([["alice"], ["alice"]]);
    expect(viewOf(alice).heldOver).toBe(true);
  });

  it("lapses when nobody answers in time, tells both, and leaves the first responsible past the end of the shift", () => {
    const { folder, alice, bob } = aliceAndBob();
    offers(alice);
    folder.sync();
    passes(31 * minute, alice, bob);
    folder.sync();
    expect(told(alice)).toEqual([["lapsed", "Bob"]]);
    expect(told(bob)).toEqual([
      ["offered", "Alice"],
      ["missed", "Alice"],
    ]);
    passes(hour, alice, bob);
    expect(alice.now).toBeGreaterThan(boundary);
    expect([primaryOf(alice), primaryOf(bob)]).toEqual([["alice"], ["alice"]]);
    offers(alice);
    folder.sync();
    bob.command({ kind: "accept-handoff", id: incomingId(bob) });
    folder.sync();
    expect([primaryOf(alice), primaryOf(bob)]).toEqual([["bob"], ["bob"]]);
    expect(viewOf(alice).state).toBe("idle");
  });

  it("follows the schedule again once the offer is withdrawn", () => {
    const { folder, alice, bob } = aliceAndBob();
    offers(alice);
    folder.sync();
    alice.command({ kind: "withdraw-handoff", id: viewOf(alice).offer?.id ?? "" });
    folder.sync();
    expect(viewOf(bob).incoming).toEqual([]);
    passes(2 * hour, alice, bob);
    expect([primaryOf(alice), primaryOf(bob)]).toEqual([["bob"], ["bob"]]);
  });

  it("to another than the next gives them the rest of the shift, or the next one in the place of who has it", () => {
    const { folder, alice, bob } = aliceAndBob();
    const charlie = folder.person("charlie", { now: evening });
    offers(alice, "charlie", "rest");
    folder.sync();
    charlie.command({ kind: "accept-handoff", id: incomingId(charlie) });
    folder.sync();
    expect(primaryOf(bob)).toEqual(["charlie"]);
    passes(hour, alice, bob, charlie);
    expect(primaryOf(bob)).toEqual(["bob"]);
    offers(bob, "charlie", "rest");
    folder.sync();
    charlie.command({ kind: "accept-handoff", id: incomingId(charlie) });
    folder.sync();
    passes(3 * 24 * hour, alice, bob, charlie);
    expect([primaryOf(alice), primaryOf(bob), primaryOf(charlie)]).toEqual([["charlie"], ["charlie"], ["charlie"]]);
  });

  it("yields to an override that the team file gets afterwards", () => {
    const { folder, alice, bob } = aliceAndBob();
    offers(alice);
    folder.sync();
    bob.command({ kind: "accept-handoff", id: incomingId(bob) });
    folder.sync();
    const dana = { role: "primary", person: "dana", from: "2027-01-10T00:00", to: "2027-01-12T00:00" } as const;
    const changed = team({ schedules: [weekly({ overrides: [dana] })] });
    const { loaded } = alice.state;
    if (!loaded) throw new Error("no team");
    alice.send({ kind: "team-loaded", loaded: { ...loaded, team: changed } });
    expect(primaryOf(alice)).toEqual(["dana"]);
  });

  it("is stronger than an override that stood in the file before", () => {
    const folder = new SharedFolder();
    const mine = { role: "primary", person: "alice", from: "2027-01-10T00:00", to: "2027-01-12T00:00" } as const;
    const declared = team({ schedules: [weekly({ overrides: [mine] })] });
    const alice = folder.person("alice", { team: declared, now: evening });
    const charlie = folder.person("charlie", { team: declared, now: evening });
    offers(alice, "charlie", "rest");
    folder.sync();
    charlie.command({ kind: "accept-handoff", id: incomingId(charlie) });
    folder.sync();
    expect([primaryOf(alice), primaryOf(charlie)]).toEqual([["charlie"], ["charlie"]]);
  });

  it("goes by hand where the folder cannot be used, and takes the answer that was given by call", () => {
    const alice = new Scenario({ me: "alice", now: evening });
    alice.send({ kind: "handoffs-unshared", reason: "remote-team" });
    offers(alice);
    expect(viewOf(alice)).toMatchObject({ state: "offered", offer: { delivery: "by-hand" }, folder: { kind: "none" } });
    expect(alice.effects.filter(({ kind }) => kind === "write-paper")).toEqual([]);
    alice.command({ kind: "record-answer", id: viewOf(alice).offer?.id ?? "", answer: "accepted", word: "By phone" });
    expect(primaryOf(alice)).toEqual(["bob"]);
  });

  it("is refused to whoever is not on call, to nobody, twice, and by another's answer", () => {
    const { folder, alice, bob } = aliceAndBob();
    const reason = (decision: ReturnType<Scenario["command"]>) =>
      decision.reply?.kind === "refused" && decision.reply.reason;
    expect(reason(offers(bob, "alice"))).toBe("not-on-duty");
    expect(reason(offers(alice, "alice"))).toBe("unknown-person");
    expect(reason(alice.command({ kind: "offer-handoff", to: "bob", takes: "next" }))).toBe("unfinished");
    expect(reason(offers(alice))).toBe(false);
    expect(reason(offers(alice))).toBe("already-offered");
    expect(reason(alice.command({ kind: "note-handoff", text: "late" }))).toBe("already-offered");
    folder.sync();
    expect(reason(alice.command({ kind: "accept-handoff", id: incomingId(bob) }))).toBe("not-offered");
  });

  it("is tried again, and said, while the folder does not take it", () => {
    const alice = new SharedFolder().person("alice", { now: evening });
    offers(alice);
    const id = viewOf(alice).offer?.id ?? "";
    alice.send({ kind: "paper-failed", id, paper: "offer", code: "ENOSPC" });
    expect(viewOf(alice).offer).toMatchObject({ delivery: "failing", failure: "ENOSPC" });
    alice.clear();
    passes(61_000, alice);
    expect(alice.effects.filter(({ kind }) => kind === "write-paper")).toHaveLength(1);
  });
});

/** The list below the last heading of the draft's report. */
const logIn = (scenario: Scenario): string =>
  (viewOf(scenario).draft?.report ?? "").replace(/^.*\n## Log of the shift\n\n/s, "");

describe("the draft", () => {
  const busy = () => {
    const alice = new SharedFolder().person("alice", { now: evening });
    const seenAt = alice.now;
    const late = alert("Late", { seenAt, startedAt: seenAt });
    const dropped = alert("Dropped", { seenAt, startedAt: seenAt, severity: "major", labels: { pipeline: "growth" } });
    alice.answers(answer([late, dropped]));
    passes(20_000, alice);
    alice.answers(answer([{ ...late, seenAt: alice.now }]));
    return alice;
  };

  const growth = "write-runbook growth";
  const runbook = { id: "runbooks/growth.md", title: "Growth", services: ["growth"] };
  const missing = (scenario: Scenario) => viewOf(scenario).draft?.missing;

  it("002-4 asks of everything resolved without a runbook who writes it and by when", () => {
    const alice = busy();
    expect(missing(alice)).toEqual([
      {
        id: growth,
        what: "write-runbook",
        service: "The growth",
        title: "Alert Dropped",
        owner: { id: "alice", name: "Alice" },
        by: "2027-01-17",
        promised: false,
      },
    ]);
    alice.command({ kind: "promise-runbook", task: growth, person: "bob", by: "2027-01-15" });
    expect(missing(alice)).toMatchObject([{ owner: { id: "bob" }, by: "2027-01-15", promised: true }]);
    expect(alice.state.tasks.get(growth)).toMatchObject({ owner: "bob", promised: true });
    expect(viewOf(alice).draft?.items.find(({ id }) => id === "runbooks-written")).toMatchObject({
      standing: "done-by-baton",
      why: "1 runbook is promised",
    });
  });

  it("002-4 takes what was promised in the list of runbooks for a promise", () => {
    const alice = busy();
    const dueAt = at("2027-01-14T22:00:00Z");
    alice.command({ kind: "assign-task", task: growth, person: "dana", dueAt });
    expect(missing(alice)).toMatchObject([{ owner: { id: "dana" }, by: "2027-01-14", promised: true }]);
  });

  it("002-4 promises what is there to be written, and to people of the team", () => {
    const alice = busy();
    const promise = (task: string, person: string) =>
      alice.command({ kind: "promise-runbook", task, person, by: "2027-01-15" }).reply;
    expect(promise("write-runbook profit", "bob")).toEqual({ kind: "refused", reason: "not-found" });
    expect(promise(growth, "zoe")).toEqual({ kind: "refused", reason: "unknown-person" });
    offers(alice);
    expect(promise(growth, "bob")).toEqual({ kind: "refused", reason: "already-offered" });
  });

  it("002-4 carries what is to be written, and then finished, into every handoff until it is done", () => {
    const alice = busy();
    passes(4 * 7 * 24 * hour, alice);
    expect(missing(alice)).toMatchObject([{ id: growth }]);
    alice.send({
      kind: "runbooks-known",
      revision: 1,
      known: true,
      folder: "runbooks",
      runbooks: [{ ...runbook, draft: true }],
    });
    expect(missing(alice)).toMatchObject([{ what: "finish-draft", title: "Growth", owner: { id: "alice" } }]);
    expect(viewOf(alice).draft?.report).toContain("- Growth, a draft to finish: nobody has promised it");
    alice.send({
      kind: "runbooks-known",
      revision: 2,
      known: true,
      folder: "runbooks",
      runbooks: [{ ...runbook, draft: false }],
    });
    expect(missing(alice)).toEqual([]);
  });

  it("002-4 leaves what other schedules are to write to them", () => {
    const schedules = [weekly(), { ...weekly(), id: "nightly" }];
    const services = [service("profit"), service("growth", { schedule: "nightly" })];
    const alice = new SharedFolder().person("alice", { team: team({ schedules, services }), now: evening });
    alice.answers(answer([alert("a"), alert("b", { labels: { pipeline: "growth" } })]));
    passes(minute, alice);
    alice.answers(answer([]));
    expect(missing(alice)?.map(({ id }) => id)).toEqual(["write-runbook profit"]);
  });

  it("002-5 carries what happened in the shift, and the lines on where it stands", () => {
    const alice = busy();
    const id = alice.incident("Late").id;
    alice.command({ kind: "add-note", id, text: "Restarted the loader" });
    alice.command({ kind: "say-where-it-stands", incident: id, text: "Waits for the vendor" });
    alice.command({
      kind: "write-log",
      text: "Asked the vendor",
      links: [{ title: "Ticket", url: "https://t.example/1" }],
    });
    expect(viewOf(alice).draft?.report).toContain("Waits for the vendor");
    expect(logIn(alice))
      .toBe(`- 2027-01-10 23:00 Paged Alice: Critical · The profit · Alert Late; Major · The growth · Alert Dropped
- 2027-01-10 23:00 Resolved: Major · The growth · Alert Dropped
- 2027-01-10 23:00 Alice noted: Critical · The profit · Alert Late
  Restarted the loader
- 2027-01-10 23:00 Alice wrote
  Asked the vendor${"  "}
  Ticket: https://t.example/1
`);
  });

  it("002-5 tells a page that repeats once, and remembers over a restart what was written", () => {
    const alice = new SharedFolder().person("alice", { now: evening });
    alice.answers(answer([alert("Late")]));
    alice.passesAnswering(10 * minute);
    alice.command({ kind: "write-log", text: "Asked the vendor" });
    const before = logIn(alice);
    expect(before).toBe(`- 2027-01-10 23:00 Paged Alice: Critical · The profit · Alert Late
- 2027-01-10 23:10 Alice wrote
  Asked the vendor
`);
    const restored = { incident: alice.incidents };
    const again = new Scenario({ me: "alice", now: alice.now, restored, log: alice.entries });
    expect(logIn(again)).toBe(before);
  });

  it("002-5 leaves the log of another schedule to it, and what was written about sensitive incidents", () => {
    const schedules = [weekly(), { ...weekly(), id: "nightly" }];
    const services = [
      service("profit"),
      service("growth", { schedule: "nightly" }),
      service("pay", { sensitive: true }),
    ];
    const alice = new SharedFolder().person("alice", { team: team({ schedules, services }), now: evening });
    alice.answers(
      answer([alert("b", { labels: { pipeline: "growth" } }), alert("c", { labels: { pipeline: "pay" } })]),
    );
    alice.command({ kind: "add-note", id: alice.incident("b").id, text: "Of the night" });
    alice.command({ kind: "add-note", id: alice.incident("c").id, text: "Of the pay" });
    expect(logIn(alice))
      .toBe(`- 2027-01-10 23:00 Paged Alice: Critical · The growth · Alert b; Critical · The pay · Sensitive incident
- 2027-01-10 23:00 Alice noted: Critical · The pay · Sensitive incident
`);
  });

  it("002-5 is not crowded out by a storm", () => {
    const alice = new SharedFolder().person("alice", { now: evening });
    alice.command({ kind: "write-log", text: "Asked the vendor" });
    alice.answers(answer(Array.from({ length: 1_000 }, (_, index) => alert(`a${index}`))));
    alice.now = after(alice.now, 20_000);
    alice.answers(answer([]));
    expect(logIn(alice)).toContain("Asked the vendor");
    expect(logIn(alice).split("\n- ").length).toBeLessThan(100);
    expect(alice.state.recentLog.length).toBeLessThan(500);
  });

  it("000-7 says what is not finished, and is handed over all the same with a reason", () => {
    const alice = busy();
    expect(viewOf(alice).draft?.unfinished).toContain("Open incidents described");
    offers(alice);
    expect(viewOf(alice).offer).toMatchObject({ because });
    expect(viewOf(alice).offer?.report).toContain(`Handed over unfinished: ${because}`);
  });

  it("is current until it is offered, and stands still afterwards", () => {
    const alice = busy();
    const before = viewOf(alice).draft?.report;
    alice.command({ kind: "acknowledge", ids: [alice.incident("Late").id] });
    expect(viewOf(alice).draft?.report).not.toBe(before);
    offers(alice);
    const offered = viewOf(alice).offer?.report;
    alice.command({ kind: "unacknowledge", ids: [alice.incident("Late").id] });
    expect(viewOf(alice).offer?.report).toBe(offered);
  });

  it("says nothing of a sensitive service but that it burns", () => {
    const declared = team({ services: [service("salaries", { sensitive: true })] });
    const alice = new SharedFolder().person("alice", { team: declared, now: evening });
    alice.answers(answer([alert("Secret", { labels: { pipeline: "salaries" } })]));
    const { draft } = viewOf(alice);
    expect(draft?.open).toHaveLength(1);
    expect(JSON.stringify(draft)).not.toContain("Secret");
    expect(draft?.report).toContain("Sensitive incident");
  });

  it("begins anew with the next shift, and survives everything before", () => {
    const alice = busy();
    alice.command({ kind: "tick-handoff", item: "console", done: true });
    alice.command({ kind: "note-handoff", text: "Mind the deploy" });
    passes(10 * minute, alice);
    expect(viewOf(alice).draft).toMatchObject({ notes: "Mind the deploy" });
    passes(4 * 7 * 24 * hour - 60 * minute, alice);
    expect(viewOf(alice).draft).toMatchObject({ notes: "", from: after(boundary, 3 * 7 * 24 * hour) });
  });
});

describe("a list that is shuffled", () => {
  const participants = ["alice", "bob", "charlie", "dana"];
  const shuffled = (first: number) => {
    const [rotation, others] = weekly().rotations;
    if (rotation?.kind !== "turns" || !others) throw new Error("no rotation");
    const schedules = [weekly({ rotations: [{ ...rotation, onCycleEnd: "shuffle" }, others] })];
    const person = participants[first] ?? "";
    return new SharedFolder().person(person, { team: team({ schedules }), now: after(evening, first * 7 * 24 * hour) });
  };

  it("002-7 is shuffled when the last one on it hands over: Baton ticks it, and the log has the new order", () => {
    const last = shuffled(3);
    const order = orderOfCycle("weekly", participants, 1);
    const names = order.map((id) => `${id.charAt(0).toUpperCase()}${id.slice(1)}`);
    expect(viewOf(last).draft?.nextOrder).toEqual(names);
    expect(viewOf(last).draft?.items.find(({ id }) => id === "list-shuffled")).toMatchObject({
      standing: "done-by-baton",
    });
    passes(hour, last);
    expect(last.entries.filter(({ kind }) => kind === "shuffled")).toEqual([
      { at: after(boundary, 3 * 7 * 24 * hour), kind: "shuffled", body: { schedule: "weekly", round: 1, order } },
    ]);
  });

  it("002-7 is left alone by everybody before", () => {
    const second = shuffled(1);
    expect(viewOf(second).draft?.nextOrder).toBeUndefined();
    expect(viewOf(second).draft?.items.map(({ id }) => id)).not.toContain("list-shuffled");
    passes(2 * hour, second);
    expect(second.entries.filter(({ kind }) => kind === "shuffled")).toEqual([]);
  });
});

describe("two clocks that disagree by ten minutes", () => {
  it.each([
    ["Alice's is fast", { alice: 10 * minute }],
    ["Bob's is fast", { bob: 10 * minute }],
    ["Alice's is slow", { alice: -10 * minute }],
    ["Bob's is slow", { bob: -10 * minute }],
  ])("give the whole time to answer, and one person on call in both, where %s", (_, offs) => {
    const { folder, alice, bob } = aliceAndBob(offs);
    offers(alice);
    folder.sync();
    passes(28 * minute, alice, bob);
    folder.sync();
    expect(viewOf(bob).incoming[0]?.lapsesAt).toBe(after(bob.now, 2 * minute));
    bob.command({ kind: "accept-handoff", id: incomingId(bob) });
    folder.sync();
    expect([primaryOf(alice), primaryOf(bob)]).toEqual([["bob"], ["bob"]]);
    passes(5 * minute, alice, bob);
    folder.sync();
    expect(told(alice)).toEqual([["accepted", "Bob"]]);
  });

  it("an answer and a lapse that cross agree on the lapse, whoever reads them first", () => {
    const { folder, alice, bob } = aliceAndBob({ bob: -10 * minute });
    offers(alice);
    folder.sync();
    passes(31 * minute, alice, bob);
    bob.command({ kind: "accept-handoff", id: incomingId(bob) });
    folder.sync();
    expect([viewOf(alice).state, viewOf(bob).history[0]?.end]).toEqual(["lapsed", "lapsed"]);
    expect([primaryOf(alice), primaryOf(bob)]).toEqual([["alice"], ["alice"]]);
    expect(told(bob).at(-1)).toEqual(["missed", "Alice"]);
  });

  it("an answer that arrived in time is not undone by a machine that slept", () => {
    const { folder, alice, bob } = aliceAndBob();
    offers(alice);
    folder.sync();
    bob.command({ kind: "accept-handoff", id: incomingId(bob) });
    folder.collect();
    alice.now = after(alice.now, 8 * hour);
    alice.send({ kind: "machine", what: "resumed" });
    folder.sync();
    expect([viewOf(alice).history[0]?.end, primaryOf(alice)]).toEqual(["accepted", ["bob"]]);
  });
});

describe("any story of three people over one folder", () => {
  type Act = (people: readonly Scenario[], folder: SharedFolder) => void;
  const one = fc.nat({ max: 2 });
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.tuple(one, one, fc.boolean()).map(([from, to, rest]): Act => (people) => {
      const [a, b] = [people[from], people[to]];
      const me = b?.state.givenMe;
      if (a && me !== undefined) offers(a, me, rest ? "rest" : "next");
    }),
    fc.tuple(one, fc.boolean()).map(([who, yes]): Act => (people) => {
      const person = people[who];
      if (!person) return;
      const id = incomingId(person);
      person.command(yes ? { kind: "accept-handoff", id } : { kind: "decline-handoff", id, word: "no" });
    }),
    one.map((who): Act => (people) => {
      const id = people[who] && viewOf(people[who]).offer?.id;
      if (id !== undefined) people[who]?.command({ kind: "withdraw-handoff", id });
    }),
    one.map((who): Act => (people, folder) => {
      folder.collect();
      if (people[who]) folder.read(people[who]);
    }),
    fc.integer({ min: 1, max: 40 * minute }).map(
      (milliseconds): Act =>
        (people) =>
          passes(milliseconds, ...people),
    ),
  );

  it("ends with the same one person on call in all, however they crossed, and replays from its events", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 10 }), fc.integer({ min: -10, max: 10 }), (acts, off) => {
        const folder = new SharedFolder();
        const people = ["alice", "bob", "charlie"].map((me, index) =>
          folder.person(me, { now: evening, off: index === 1 ? off * minute : 0 }),
        );
        for (const run of acts) run(people, folder);
        folder.sync();
        folder.sync();
        const ends = people.map(({ state }) =>
          [...state.handoffs.known.values()].map((known) => [known.id, handoffOf(known).kind]).toSorted(),
        );
        expect(ends[1]).toEqual(ends[0]);
        expect(ends[2]).toEqual(ends[0]);
        const same: Instant = after(people[0]!.now, 11 * minute);
        const primaries = people.map((person) => {
          const { state } = decide(person.state, { kind: "woke" }, { now: same, roll: 0.5 });
          return shiftView(state.loaded!.team, "alice", same)
            .onCallNow[0]?.people.filter(({ role }) => role === "primary")
            .map(({ id }) => id);
        });
        expect(primaries[0]).toHaveLength(1);
        expect(primaries).toEqual([primaries[0], primaries[0], primaries[0]]);
        const [alice] = people;
        let replayed = emptyState(alice!.state.notifier);
        for (const { event, stamp } of JSON.parse(JSON.stringify(alice!.events)) as Scenario["events"]) {
          replayed = decide(replayed, event, stamp).state;
        }
        expect(replayed).toEqual(alice!.state);
      }),
      { numRuns: 25 },
    );
  }, 30_000);
});
