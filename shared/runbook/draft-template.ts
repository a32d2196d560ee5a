import type { RunbookSection } from "../team/team.ts";

/** Stands where a draft waits for somebody's words; a runbook that has it is not finished. */
export const placeholder = "*To be written.*";

/** The sections of a new runbook (001-4, 003-6, 004-3), in the order in which somebody who was just woken up needs them. */
export const draftSections: readonly (readonly [RunbookSection, string])[] = [
  ["purpose", "Purpose"],
  ["owners", "Owners"],
  ["types-of-data", "Types of data"],
  ["metrics", "Metrics"],
  ["frequency", "Frequency"],
  ["on-call-procedure", "On-call procedure"],
  ["failure-modes", "Failure modes"],
  ["common-issues", "Common issues"],
  ["sla", "SLAs"],
  ["monitoring-and-alerts", "Monitoring and alerts"],
  ["recovery", "Recovery"],
  ["rollback", "Rollback"],
];
