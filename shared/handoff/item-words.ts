import { assertNever } from "../result.ts";
import { count } from "../text/sentence.ts";
import type { Finding } from "./checklist.ts";
import { isUsual, type ItemId, type UsualItem } from "./usual-items.ts";

/* What the checklist says, in the report and on the screen alike. */

const items: Readonly<Record<UsualItem, string>> = {
  "support-channels": "Support channels answered",
  console: "Console checked",
  "incidents-described": "Open incidents described",
  "log-up-to-date": "Log up to date",
  "runbooks-written": "Missing runbooks written",
  "next-informed": "Next engineer informed, by call or chat",
  "checkbox-moved": "Checkbox moved",
  "list-shuffled": "List shuffled",
};

/** An item of the usual list by its words; one of the team's own is its words. */
export const itemText = (id: ItemId): string => (isUsual(id) ? items[id] : id);

/** What Baton saw when it looked for itself. */
export function findingText(finding: Finding): string {
  switch (finding.kind) {
    case "none-open":
      return "nothing is open";
    case "all-described":
      return `${count(finding.count, "incident has", "incidents have")} a line`;
    case "not-described":
      return `${count(finding.count, "open incident has", "open incidents have")} no line on where it stands`;
    case "none-missing":
      return "everything resolved has a runbook";
    case "all-promised":
      return `${count(finding.count, "runbook is", "runbooks are")} promised`;
    case "not-promised":
      return `${count(finding.count, "runbook is", "runbooks are")} to be written, without a person and a date`;
    case "by-acceptance":
      return "done by the acceptance";
    case "shuffled":
      return `the next round is ${finding.order.join(", ")}`;
    default:
      return assertNever(finding);
  }
}
