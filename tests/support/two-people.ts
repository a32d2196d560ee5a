import { gatherPapers, type Paper } from "../../shared/handoff/papers.ts";
import type { Team } from "../../shared/team/team.ts";
import { after, type Instant } from "../../shared/time/instant.ts";
import { noon, Scenario } from "./scenario.ts";

/** The cores of several people over one folder, each by a clock of its own. Papers arrive when the test says so. */
export class SharedFolder {
  readonly papers = new Map<string, Paper>();
  readonly #people: { readonly scenario: Scenario; taken: number }[] = [];

  /** Somebody whose clock is `off` milliseconds from noon. */
  person(
    me: string,
    { team, off = 0, now = noon }: { readonly team?: Team; readonly off?: number; readonly now?: Instant } = {},
  ): Scenario {
    const scenario = new Scenario({ me, now: after(now, off), ...(team && { team }) });
    this.#people.push({ scenario, taken: 0 });
    this.read(scenario);
    return scenario;
  }

  /** Takes in what the people have written, each paper once. */
  collect(): void {
    for (const person of this.#people) {
      const { effects } = person.scenario;
      for (const effect of effects.slice(person.taken)) {
        if (effect.kind !== "write-paper") continue;
        const { paper } = effect;
        const name = `${paper.id} ${paper.kind}`;
        const was = this.papers.has(name) ? "was-there" : "written";
        if (was === "written") this.papers.set(name, paper);
        person.taken = effects.length;
        person.scenario.send({ kind: "paper-written", id: paper.id, paper: paper.kind, was });
      }
      person.taken = effects.length;
    }
  }

  /** One of the people sees what lies there now. */
  read(scenario: Scenario): void {
    const papers = [...this.papers.values()];
    scenario.send({ kind: "handoffs-read", path: "handoffs", writable: true, papers, problems: [] });
  }

  /** Everybody writes, and everybody sees all of it. */
  sync(): void {
    this.collect();
    for (const { scenario } of this.#people) this.read(scenario);
    this.collect();
  }

  get handoffs() {
    return gatherPapers([...this.papers.values()]);
  }
}
