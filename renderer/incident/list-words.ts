import type { StateChoice } from "../store/filter.ts";

export const listWords = {
  incidents: "Incidents",
  search: "Search incidents",
  searchPlaceholder: "Search",
  filters: "Filters",
  mine: "Mine",
  severity: "Severity",
  state: "State",
  service: "Service",
  source: "Source",
  any: "Any",
  clear: "Clear filters",
  clearSelection: "Clear selection",
  selectAll: "Select all",
  selected: (count: number): string => `${count.toLocaleString("en-US")} selected`,
  acknowledgeSelected: "Acknowledge selected",
  snoozeSelected: "Snooze selected",
  shown: (shown: number, all: number): string =>
    shown === all ? all.toLocaleString("en-US") : `${shown.toLocaleString("en-US")} of ${all.toLocaleString("en-US")}`,
  columns: {
    chosen: "Selected",
    severity: "Severity",
    title: "Incident",
    service: "Service",
    state: "State",
    due: "Due",
    age: "Age",
  },
  select: (title: string): string => `Select ${title}`,
  noneOpen: "Nothing is open",
  noneMatch: "Nothing matches these filters",
  back: "Back to the list",
  detail: "Incident",
  detailEmpty: "Choose an incident to see all of it here.",
  gone: "This incident is no longer kept.",
  mark: { mine: "Yours", investorImpact: "Investor impact", unconfirmed: "Not confirmed" },
} as const;

export const stateChoiceWords: Readonly<Record<StateChoice, string>> = {
  open: "Open",
  triggered: "Triggered",
  acknowledged: "Acknowledged",
  snoozed: "Snoozed",
  suppressed: "Muted in the source",
  resolved: "Resolved",
  all: "All",
};
