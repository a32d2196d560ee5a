import { watchedSources } from "../../shared/team/watched-source.ts";
import type { LoadedTeam } from "../../shared/state/state.ts";
import type { SourceAction } from "../../shared/incident/outbox.ts";
import type { Source, SourceId, Team } from "../../shared/team/team.ts";
import type { SourceConnection, SourceKind, SourceTools } from "./source.ts";

type Open = { readonly declared: string; readonly connection: SourceConnection };

/** The connections to a team's sources. One whose declaration did not change keeps what it knows over a new team file. */
export class Connections {
  readonly #kinds: ReadonlyMap<string, SourceKind>;
  readonly #tools: Omit<SourceTools, "readText">;
  #open = new Map<SourceId, Open>();

  constructor(kinds: readonly SourceKind[], tools: Omit<SourceTools, "readText">) {
    this.#kinds = new Map(kinds.map((kind) => [kind.kind, kind]));
    this.#tools = tools;
  }

  /** Connects to the sources of a team, and lets go of those that it no longer has. */
  use(team: Team, readText: SourceTools["readText"]): void {
    const next = new Map<SourceId, Open>();
    for (const source of watchedSources(team)) {
      const declared = JSON.stringify(source);
      const known = this.#open.get(source.id);
      const kind = this.#kinds.get(source.config.kind);
      if (known?.declared === declared) next.set(source.id, known);
      else if (kind) next.set(source.id, { declared, connection: kind.connect(source, { ...this.#tools, readText }) });
    }
    this.#open = next;
  }

  get(source: SourceId): SourceConnection | undefined {
    return this.#open.get(source)?.connection;
  }

  /** What each source of a team can be asked to do. The inbox is Baton's own, and is not asked. */
  capabilities(team: Team): LoadedTeam["capabilities"] {
    const actions = (source: Source): readonly SourceAction["kind"][] =>
      source.config.kind === "inbox" ? [] : (this.#kinds.get(source.config.kind)?.actions ?? []);
    return Object.fromEntries(watchedSources(team).map((source) => [source.id, actions(source)]));
  }

  /** The secrets that a team's sources use, each with the sources that use it. */
  secrets(team: Team): ReadonlyMap<string, readonly SourceId[]> {
    const used = new Map<string, SourceId[]>();
    for (const source of watchedSources(team)) {
      for (const name of this.#kinds.get(source.config.kind)?.secrets(source) ?? []) {
        used.set(name, [...(used.get(name) ?? []), source.id]);
      }
    }
    return used;
  }
}
