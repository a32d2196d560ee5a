import type { AppEvent } from "../../../shared/state/event.ts";
import type { Paper } from "../../../shared/handoff/papers.ts";
import type { HandoffPlace, Handoffs } from "../ports.ts";
import type { Cancel } from "../records.ts";

/** Keeps the handoffs of the team in use: its folder is watched, and papers go there. */
export class HandoffExchange {
  readonly #port: Handoffs;
  readonly #dispatch: (event: AppEvent) => void;
  #place: HandoffPlace | undefined;
  #cancel: Cancel = () => undefined;

  constructor(port: Handoffs, dispatch: (event: AppEvent) => void) {
    this.#port = port;
    this.#dispatch = dispatch;
  }

  /** Takes the folder of a team into use; `undefined` for the sample, whose folder is Baton's own. */
  use(place: HandoffPlace | undefined): void {
    if (place !== undefined && place.team === this.#place?.team && place.path === this.#place.path) return;
    this.#cancel();
    this.#cancel = () => undefined;
    this.#place = place;
    if (place === undefined) return this.#dispatch({ kind: "handoffs-unshared", reason: "sample-team" });
    this.#cancel = this.#port.watch(place, (reading) => {
      if (reading.kind === "none") return this.#dispatch({ kind: "handoffs-unshared", reason: reading.reason });
      const { kind: _kind, ...read } = reading;
      this.#dispatch({ kind: "handoffs-read", ...read });
    });
  }

  /** Writes a paper; what became of it comes back as an event. */
  async write(paper: Paper): Promise<void> {
    const { id, kind } = paper;
    const place = this.#place;
    const written = place && (await this.#port.write(place, paper));
    if (written?.ok) this.#dispatch({ kind: "paper-written", id, paper: kind, was: written.value });
    else this.#dispatch({ kind: "paper-failed", id, paper: kind, code: written?.error.code ?? "NO_FOLDER" });
  }

  close(): void {
    this.#cancel();
  }
}
