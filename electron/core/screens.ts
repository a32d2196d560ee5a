import { snapshot } from "../../shared/app/snapshot.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { IncidentsChange } from "../../shared/incident/incident-shape.ts";
import type { AppState } from "../../shared/state/state.ts";
import type { AppOptions, AppPorts, AppPush } from "./app-types.ts";
import { IncidentRows } from "./incident/incident-rows.ts";
import type { Cancel } from "./records.ts";
import { Revision } from "./revision.ts";
import { secretViews } from "./secret-views.ts";

type Shown = { readonly state: () => AppState; readonly inbox: () => Snapshot["inbox"] };

/** What screens are told: the rows of the list as they change, and the rest as one snapshot for all that happens at one moment. */
export class Screens {
  readonly #ports: Pick<AppPorts, "clock" | "secrets">;
  readonly #options: Pick<AppOptions, "host" | "version" | "zone" | "trayAvailable">;
  readonly #shown: Shown;
  readonly #rows = new IncidentRows();
  readonly #teamRevision = new Revision();
  readonly #listeners = new Set<(push: AppPush) => void>();
  #publishing = false;

  constructor(
    ports: Pick<AppPorts, "clock" | "secrets">,
    options: Pick<AppOptions, "host" | "version" | "zone" | "trayAvailable">,
    shown: Shown,
  ) {
    this.#ports = ports;
    this.#options = options;
    this.#shown = shown;
  }

  /** The whole of what a screen shows but the rows. */
  snapshot(): Snapshot {
    this.#publishRows();
    return this.#snapshot();
  }

  /** All rows as they were last brought up to date, as changes that begin anew. */
  incidents(): readonly IncidentsChange[] {
    return this.#rows.all();
  }

  subscribe(listener: (push: AppPush) => void): Cancel {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  push(push: AppPush): void {
    for (const listener of this.#listeners) listener(push);
  }

  /** Many events of one moment are one push. */
  changed(): void {
    if (this.#publishing) return;
    this.#publishing = true;
    queueMicrotask(() => {
      this.#publishing = false;
      this.#publishRows();
      if (this.#listeners.size > 0) this.push({ push: "snapshot", payload: this.#snapshot() });
    });
  }

  close(): void {
    this.#listeners.clear();
  }

  /** Whoever asks for the rows to be brought up to date, every screen hears what changed. */
  #publishRows(): void {
    const changes = this.#rows.update(this.#shown.state(), this.#ports.clock.now());
    for (const payload of changes) this.push({ push: "incidents", payload });
  }

  #snapshot(): Snapshot {
    const { clock, secrets } = this.#ports;
    const { host, version, zone, trayAvailable } = this.#options;
    const state = this.#shown.state();
    const team = state.loaded?.team;
    const inbox = this.#shown.inbox();
    const facts = {
      ...{ host, version, zone, trayAvailable },
      teamRevision: this.#teamRevision.of(team),
      secretKeeping: secrets.keeping,
      secrets: secretViews(team, secrets),
      ...(inbox && { inbox }),
    };
    return snapshot(state, facts, { now: clock.now(), tally: this.#rows.tally });
  }
}
