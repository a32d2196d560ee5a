import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { Said } from "../store/screen.ts";
import { severityWords } from "../../shared/words/severity-words.ts";
import { count } from "../../shared/text/sentence.ts";

const spoken = 200;

/** What a screen reader says when one snapshot follows another: at once for what is triggered, in its turn for the rest. */
export function announce(before: Snapshot | undefined, after: Snapshot): Said | undefined {
  const { current } = after;
  if (current?.standing === "triggered" && isNews(before, after)) {
    return { assertive: pageWords(current, after.tray.count), polite: "" };
  }
  if (before === undefined) return undefined;
  const change = changeWords(before, after);
  return change === undefined ? undefined : { assertive: "", polite: change };
}

function isNews(before: Snapshot | undefined, after: Snapshot): boolean {
  if (before?.current?.standing !== "triggered") return true;
  return before.current.id !== after.current?.id || after.tray.count > before.tray.count;
}

function pageWords(current: IncidentDetail, waiting: number): string {
  const service = current.serviceName === undefined ? "" : ` on ${current.serviceName}`;
  const more = waiting > 1 ? `. ${count(waiting - 1, "more incident")} of yours` : "";
  const title = current.sensitive ? "Sensitive incident" : current.title.slice(0, spoken);
  return `${severityWords[current.severity]} incident${service}: ${title}${more}`;
}

function changeWords(before: Snapshot, after: Snapshot): string | undefined {
  if (
    before.current !== undefined &&
    before.current.id === after.current?.id &&
    before.current.standing !== after.current.standing
  ) {
    return `Incident ${after.current.standing}`;
  }
  if (before.quietSince === undefined && after.quietSince !== undefined) return "All quiet: no incident is open";
  if (before.drill?.kind === "running" && after.drill?.kind === "passed") return "Pager check passed";
  return undefined;
}
