import * as v from "valibot";
import { instantSchema, type Output } from "../wire.ts";
import type { Shelf } from "./match.ts";
import type { RunbookId } from "./runbook.ts";
import type { ServiceId } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";

/** What the core has to know of one runbook. */
export type RunbookFact = {
  readonly id: RunbookId;
  readonly title: string;
  readonly services: readonly ServiceId[];
  /** The first of its front matter: a person's or a group's id. */
  readonly owner?: string;
  /** When its next review is due; absent where none is asked for. */
  readonly review?: Instant | "never";
  /** It was drafted, and lines of it wait to be written. */
  readonly draft: boolean;
};

/** The runbooks as the shell last read them. Never kept: they are read again at each start. */
export type KnownRunbooks = {
  readonly known: boolean;
  readonly revision: number;
  readonly folder?: string;
  readonly byId: ReadonlyMap<RunbookId, RunbookFact>;
  readonly byService: ReadonlyMap<ServiceId, RunbookId>;
};

export const noRunbooks: KnownRunbooks = { known: false, revision: 0, byId: new Map(), byService: new Map() };

/** A line of a runbook that somebody has done. The words are kept too: they outlive the runbook that they stood in. */
const keptTickSchema = v.object({ item: v.string(), text: v.string(), by: v.string(), at: instantSchema });
export type Tick = Output<typeof keptTickSchema>;

export const incidentTicksSchema = v.object({ incident: v.string(), ticks: v.array(keptTickSchema) });
export type IncidentTicks = Output<typeof incidentTicksSchema>;

/** The runbooks as matching asks for them. */
export const shelfOf = ({ known, folder, byId, byService }: KnownRunbooks): Shelf => ({
  known,
  ...(folder !== undefined && { folder }),
  has: (id) => byId.has(id),
  ofService: (service) => byService.get(service),
});

/** What the shell says of the runbooks whenever they changed. */
export type RunbooksKnown = {
  readonly kind: "runbooks-known";
  readonly revision: number;
  /** False while the first look at the folder is under way. */
  readonly known: boolean;
  readonly folder?: string;
  readonly runbooks: readonly RunbookFact[];
};
