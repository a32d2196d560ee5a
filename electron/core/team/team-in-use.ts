import * as v from "valibot";
import type { Team } from "../../../shared/team/team.ts";
import type { TeamFiles, TeamReading } from "../app-types.ts";
import type { Documents } from "../ports.ts";
import type { Cancel } from "../records.ts";

type Loaded = Extract<TeamReading, { kind: "loaded" }>;

/** The document that keeps the last good team, so that a bad edit costs nothing even over a restart. */
const document = "last-good-team";
const keptSchema = v.object({
  version: v.string(),
  path: v.string(),
  digest: v.string(),
  team: v.custom<Team>((value) => typeof value === "object" && value !== null && "calendars" in value),
});

export type TeamListener = {
  readonly loaded: (reading: Loaded) => void;
  readonly refused: (problems: readonly string[]) => void;
};

type Tools = { readonly teamFiles: TeamFiles; readonly documents: Documents; readonly version: string };

/** Watches one team file at a time, and falls back to the last good one of the same path and version. */
export class TeamInUse {
  readonly #tools: Tools;
  readonly #listener: TeamListener;
  #cancel: Cancel = () => undefined;
  #hasTeam = false;

  constructor(tools: Tools, listener: TeamListener) {
    this.#tools = tools;
    this.#listener = listener;
  }

  /** Watches `path` from now on; says how it was read first. */
  watch(path: string): TeamReading | undefined {
    this.#cancel();
    let first: TeamReading | undefined;
    this.#cancel = this.#tools.teamFiles.watch(path, (reading) => {
      first ??= reading;
      this.#hear(reading);
    });
    return first;
  }

  close(): void {
    this.#cancel();
  }

  #hear(reading: TeamReading): void {
    if (reading.kind === "loaded") {
      this.#hasTeam = true;
      const { path, digest, team, sample } = reading;
      if (!sample) this.#tools.documents.write(document, { version: this.#tools.version, path, digest, team });
      return this.#listener.loaded(reading);
    }
    if (!this.#hasTeam) this.#fallBack(reading.path);
    this.#listener.refused(reading.problems);
  }

  #fallBack(path: string): void {
    const kept = v.safeParse(keptSchema, this.#tools.documents.read(document));
    if (!kept.success || kept.output.path !== path || kept.output.version !== this.#tools.version) return;
    this.#hasTeam = true;
    this.#listener.loaded({ kind: "loaded", team: kept.output.team, path, digest: kept.output.digest, sample: false });
  }
}
