import type { AppEvent } from "../../../shared/state/event.ts";
import type { RunbookFact } from "../../../shared/runbook/runbook-state.ts";
import type { LoadedTeam } from "../../../shared/state/state.ts";
import { normalPath, placeOf } from "../../../shared/runbook/place.ts";
import { reviewDueAt } from "../../../shared/runbook/review.ts";
import type { Team } from "../../../shared/team/team.ts";
import { ParsedTexts } from "./parsed-texts.ts";
import type { IndexedRunbook, OpenRunbooks, RunbookIndex, RunbookPlace, Runbooks } from "./runbook-port.ts";

/** The runbooks of the team in use. What the core has to know of them goes to it as an event, whenever it is another. */
export class TeamRunbooks {
  readonly texts: ParsedTexts;
  readonly #port: Runbooks;
  readonly #dispatch: (event: AppEvent) => void;
  #open: { readonly runbooks: OpenRunbooks; readonly place: string } | undefined;
  #team: Team | undefined;
  #told = "";
  #revision = 0;

  /** `run` is another one for each run of the host. */
  constructor(port: Runbooks, run: string, dispatch: (event: AppEvent) => void) {
    this.#port = port;
    this.texts = new ParsedTexts((text, name) => port.parse(text, name), run);
    this.#dispatch = dispatch;
  }

  get open(): OpenRunbooks | undefined {
    return this.#open?.runbooks;
  }

  /** Takes a team into use; the folder stays open where it is the same. */
  use({ team, path, sample }: Pick<LoadedTeam, "team" | "path" | "sample">): void {
    const place = placeFor(team, path, sample);
    const key = JSON.stringify(place);
    this.#team = team;
    if (this.#open?.place !== key) {
      this.#open?.runbooks.close();
      this.#open = { runbooks: this.#port.open(place, () => this.#tell()), place: key };
    }
    this.#tell();
  }

  close(): void {
    this.#open?.runbooks.close();
    this.#open = undefined;
  }

  #tell(): void {
    const index = this.#open?.runbooks.index();
    if (!index || !this.#team) return;
    const known = knownOf(this.#team, index);
    // What a list would answer differently, though the core need not know it, is another revision too.
    const now = JSON.stringify([known, index.failures, index.copyOnly, index.runbooks.map(listed)]);
    if (now === this.#told) return;
    this.#told = now;
    this.#revision += 1;
    this.#dispatch({ kind: "runbooks-known", revision: this.#revision, ...known });
  }
}

const listed = ({ outline, stale }: IndexedRunbook) => [
  outline.frontMatter,
  outline.sections,
  outline.unwritten,
  stale,
];

function placeFor(team: Team, teamPath: string, sample: boolean): RunbookPlace {
  const named = team.services.flatMap(({ runbook }) => {
    const place = runbook === undefined ? undefined : placeOf(runbook);
    if (!place || place.kind === "outside") return [];
    return [place.kind === "address" ? place.url : place.path];
  });
  const { path } = team.runbooks;
  return { teamPath, ...(path !== undefined && { folder: path }), named: [...new Set(named)], sample };
}

type Known = Omit<Extract<AppEvent, { kind: "runbooks-known" }>, "kind" | "revision">;

function knownOf(team: Team, { state, runbooks }: RunbookIndex): Known {
  const { path } = team.runbooks;
  return {
    known: state !== "reading",
    ...(path !== undefined && { folder: normalPath(path) }),
    runbooks: runbooks.map((runbook) => factOf(team, runbook)),
  };
}

function factOf(team: Team, { id, outline }: IndexedRunbook): RunbookFact {
  const { frontMatter, title, unwritten } = outline;
  const review = reviewDueAt(team, outline);
  const owner = frontMatter.owners[0]?.id;
  return {
    id,
    title,
    services: frontMatter.services.map((service) => service.id),
    ...(owner !== undefined && { owner }),
    ...(review !== undefined && { review }),
    draft: unwritten.length > 0,
  };
}
