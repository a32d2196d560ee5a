import { memoize } from "../../shared/memoize.ts";
import type { IncidentRow } from "../../shared/incident/incident-shape.ts";
import type { Severity } from "../../shared/team/team.ts";

export const stateChoices = ["open", "triggered", "acknowledged", "snoozed", "suppressed", "resolved", "all"] as const;
export type StateChoice = (typeof stateChoices)[number];

/** What the list shows. Absent means: any. */
export type Filter = {
  readonly text: string;
  readonly mine: boolean;
  readonly state: StateChoice;
  readonly severity?: Severity;
  readonly service?: string;
  readonly source?: string;
};

export const openOnly: Filter = { text: "", mine: false, state: "open" };

/** The same filter for one severity, or for any. */
export function withSeverity({ severity: _, ...rest }: Filter, severity: Severity | undefined): Filter {
  return severity === undefined ? rest : { ...rest, severity };
}

/** The same filter for one service, or for any where the id is empty. */
export function withService({ service: _, ...rest }: Filter, service: string): Filter {
  return service === "" ? rest : { ...rest, service };
}

/** The same filter for one source, or for any where the id is empty. */
export function withSource({ source: _, ...rest }: Filter, source: string): Filter {
  return source === "" ? rest : { ...rest, source };
}

/** The rows that pass, in the order given. Every word of the text must occur in the title, service, source or person. */
export function passing(rows: readonly IncidentRow[], filter: Filter): readonly IncidentRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      isInState(row, filter.state) &&
      (!filter.mine || row.mine) &&
      (filter.severity === undefined || row.severity === filter.severity) &&
      (filter.service === undefined || row.service === filter.service) &&
      (filter.source === undefined || row.source === filter.source) &&
      (words.length === 0 || words.every((word) => searchText(row).includes(word))),
  );
}

/** True where the list leaves something out that is open. */
export const isNarrowed = (filter: Filter): boolean =>
  filter.text.trim() !== "" ||
  filter.mine ||
  filter.state !== "open" ||
  filter.severity !== undefined ||
  filter.service !== undefined ||
  filter.source !== undefined;

function isInState(row: IncidentRow, state: StateChoice): boolean {
  switch (state) {
    case "all":
      return true;
    case "open":
      return row.standing !== "resolved";
    case "suppressed":
      return row.suppressed && row.standing !== "resolved";
    case "triggered":
      return row.standing === "triggered" && !row.suppressed;
    default:
      return row.standing === state;
  }
}

/** Made once per row: lower-casing 10,000 titles at each key press would be felt. */
const searchText = memoize((row: IncidentRow): string =>
  `${row.title}\n${row.serviceName ?? row.service ?? ""}\n${row.source}\n${row.by ?? ""}`.toLowerCase(),
);
