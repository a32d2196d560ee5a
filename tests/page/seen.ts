import type { IncidentDetail, IncidentRow } from "../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { SourceView } from "../../shared/source/source-shape.ts";
import { states } from "./states.ts";
import { night } from "./states/state.ts";

export { night };

/*
 * What a host tells a screen, as the core tells it: of a quiet night, and of one in which the ledger is late. A test changes what it is
 * about.
 */

const [quiet, burning] = await Promise.all([states.quiet.open(night), states.triggered.open(night)]);
const [calm, late] = [quiet.app.snapshot(), burning.app.snapshot()];
const [row] = burning.app.incidents().flatMap(({ rows }) => rows);
const [alertmanager, inbox] = calm.sources;
if (!row || !late.current || !alertmanager || !inbox) throw new Error("the stories have changed");
const { current } = late;

/** Alice is primary, and nothing is open. */
export const aSnapshot = (change: Partial<Snapshot> = {}): Snapshot => ({ ...calm, ...change });

/** The ledger is late, and nobody has taken it. */
export const aLateSnapshot = (): Snapshot => late;

export const aDetail = (change: Partial<IncidentDetail> = {}): IncidentDetail => ({ ...current, ...change });

export const aRow = (change: Partial<IncidentRow> = {}): IncidentRow => ({ ...row, ...change });

export const aSource = (change: Partial<SourceView> = {}): SourceView => ({ ...alertmanager, ...change });

export const anInbox = (): SourceView => inbox;
