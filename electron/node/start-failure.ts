import { toIso } from "../../shared/time/instant.ts";
import type { StoreFailure } from "../core/ports.ts";
import type { Run } from "./single-run.ts";

/** Why a host could not have its data directory. */
export type DataDirFailure =
  | { readonly kind: "running"; readonly dir: string; readonly holder?: Run }
  | { readonly kind: "data-dir"; readonly dir: string; readonly failure: StoreFailure };

/** What is wrong, and what can be done, for the terminal. */
export function dataDirWords(failure: DataDirFailure): string {
  if (failure.kind === "data-dir") {
    return `The data directory ${failure.dir} cannot be used (${failure.failure.code}). Give another with --data.`;
  }
  const { holder, dir } = failure;
  const who = holder ? ` (${holder.host} host, process ${holder.pid}, since ${toIso(holder.startedAt)})` : "";
  return `Baton is already running over ${dir}${who}. End it first, or give this one its own --data directory.`;
}
