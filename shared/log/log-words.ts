import { capitalised, series } from "../text/sentence.ts";
import { length } from "../time/phrase.ts";
import type { LoggedIncident, LogItem } from "./log-item.ts";

/*
 * What the on-call log says, on the screen and in what is exported: both read the same, so the words stand here and not with the
 * screen's others.
 */

/** "Alice acknowledged", "Paged Alice and Bob": what happened, without the incidents and without what was written. */
export function itemPhrase(item: LogItem): string {
  const by = item.by?.name;
  const people = series(item.people.map(({ name }) => name));
  switch (item.kind) {
    case "written":
      return item.corrects === undefined ? `${by ?? "Somebody"} wrote` : `${by ?? "Somebody"} corrected an entry`;
    case "paged":
      return people === "" ? "Paged" : `Paged ${people}`;
    case "escalated":
      return `${by === undefined ? "Escalated" : `${by} escalated`}${people === "" ? "" : ` to ${people}`}`;
    case "acknowledged":
      return by === undefined ? "Acknowledged in the source" : `${by} acknowledged`;
    case "taken-back":
      return `${by ?? "Somebody"} took back the acknowledgement`;
    case "snoozed":
      return `${by ?? "Somebody"} snoozed${item.until === undefined ? "" : ` for ${length(item.until - item.at)}`}`;
    case "snooze-over":
      return "The snooze ended";
    case "resolved":
      return by === undefined ? "Resolved" : `${by} resolved`;
    case "triaged":
      return `${by ?? "Somebody"} judged it ${item.subject ?? ""}`;
    case "noted":
      return `${by ?? "Somebody"} noted`;
    case "post-incident":
      return `${by ?? "Somebody"} wrote a post-incident note`;
    case "duty":
      return `${by ?? "Somebody"} did a duty: ${item.subject ?? ""}`;
    case "handoff-offered":
    case "handoff-accepted":
    case "handoff-declined":
    case "handoff-withdrawn":
    case "handoff-lapsed":
      return handoffPhrase(item.kind, { by: by ?? "Somebody", other: people, schedule: item.subject ?? "" });
    case "shuffled":
      return `${item.subject ?? ""} was shuffled: ${people}`;
    case "overridden":
      return `${by ?? "Somebody"} put ${people} on call in ${item.subject ?? ""}`;
    case "swapped":
      return `${by ?? "Somebody"} swapped ${people} in ${item.subject ?? ""}`;
    case "change-undone":
      return `${by ?? "Somebody"} undid a change of ${item.subject ?? ""} for ${people}`;
    case "cover-asked":
      return `${by ?? "Somebody"} asked for cover in ${item.subject ?? ""}`;
    case "step-done":
      return `${by ?? "Somebody"} ticked a step of the runbook`;
    case "runbook-drafted":
      return `${by ?? "Somebody"} drafted the runbook ${item.subject ?? ""}`;
    case "runbook-reviewed":
      return `${by ?? "Somebody"} reviewed the runbook ${item.subject ?? ""}`;
    case "drill-passed":
      return `Pager check passed: the page was shown after ${seconds(item.subject)}`;
    case "drill-failed":
      return `Pager check failed: ${item.subject === "not-shown" ? "no notification could be shown" : "nobody answered"}`;
    case "source-stale":
      return `${item.subject ?? ""} did not answer`;
    case "source-blind":
      return `Blind: ${item.subject ?? ""} had not answered for long. Incidents may be missing here`;
    case "source-returned":
      return `${item.subject ?? ""} answers again`;
    case "retention":
      return retentionPhrase(item.subject ?? "");
    case "not-shown":
      return "A notification could not be shown; a sound and the window stood in for it";
  }
}

type HandoffKind = Extract<LogItem["kind"], `handoff-${string}`>;
type HandoffNames = { readonly by: string; readonly other: string; readonly schedule: string };

function handoffPhrase(kind: HandoffKind, { by, other, schedule }: HandoffNames): string {
  switch (kind) {
    case "handoff-offered":
      return `${by} offered the baton of ${schedule} to ${other}`;
    case "handoff-accepted":
      return `${by} took the baton of ${schedule} from ${other}`;
    case "handoff-declined":
      return `${by} declined the baton of ${schedule} from ${other}`;
    case "handoff-withdrawn":
      return `${by} withdrew the offer of ${schedule} to ${other}`;
    case "handoff-lapsed":
      return `${other} did not answer: ${by} keeps the baton of ${schedule}`;
  }
}

/** "Critical · Aggregate Profit · The ledger is late"; a sensitive service keeps its title. */
export function incidentPhrase({ id, title, service, severity, sensitive }: LoggedIncident): string {
  const what =
    sensitive === true ? "Sensitive incident" : (title ?? (service === undefined ? `Incident ${id}` : undefined));
  const parts = [severity === undefined ? undefined : capitalised(severity), service, what];
  return parts.filter((part) => part !== undefined).join(" · ");
}

export const morePhrase = (count: number): string => `and ${count.toLocaleString("en-US")} more`;

const seconds = (milliseconds: string | undefined): string => `${(Number(milliseconds ?? 0) / 1_000).toFixed(1)} s`;

/** What retention took away; the kinds are those of the journal's line. */
function retentionPhrase(subject: string): string {
  const [what = "", count = "0"] = subject.split(" ");
  const number = Number(count).toLocaleString("en-US");
  switch (what) {
    case "log-removed":
      return `Retention removed the ${number} oldest lines of the log`;
    case "log-pseudonymised":
      return `Retention took people's names out of ${number} old lines of the log`;
    case "incidents-removed":
      return `Retention removed what was kept of ${number} old incidents`;
    case "incidents-pseudonymised":
      return `Retention took people's names out of what is kept of ${number} old incidents`;
    default:
      return `A privacy request took a person out of ${number} records`;
  }
}
