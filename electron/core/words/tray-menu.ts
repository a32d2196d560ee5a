import { hour } from "../../../shared/time/duration.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import type { IncidentRow } from "../../../shared/incident/incident-shape.ts";
import type { ViewName } from "../../../shared/rpc/view-name.ts";
import { compareRows } from "../../../shared/incident/priority.ts";
import { cleanLine } from "../../../shared/text/clean.ts";
import { moment } from "../../../shared/time/phrase.ts";
import { severityWords } from "../../../shared/words/severity-words.ts";
import { shortNames } from "../../../shared/text/short-names.ts";
import { duty, type TrayFacts } from "./tray-words.ts";

/** What a menu item does: ask the core, show a screen, or end Baton. */
export type TrayAct =
  | { readonly kind: "request"; readonly command: "acknowledge" | "pager-check" | "quiet"; readonly input: object }
  | { readonly kind: "show-incident"; readonly incident: string }
  | { readonly kind: "show-view"; readonly view: ViewName }
  | { readonly kind: "open" }
  | { readonly kind: "quit" };

export type TrayItem =
  | { readonly kind: "words"; readonly label: string }
  | { readonly kind: "separator" }
  | { readonly kind: "act"; readonly label: string; readonly act: TrayAct };

/** Incidents of mine that the menu names; the rest are counted. */
const mostIncidents = 5;
/** Of a service's name and of a title; menus do not wrap. */
const longestPart = 50;
const quietFor = hour;

/** The tray's menu in the order of its rank: who and until when, my incidents, and what can be done. `mine` are open. */
export function trayMenu(facts: TrayFacts, mine: readonly IncidentRow[], now: Instant): readonly TrayItem[] {
  const incidents = incidentItems(mine);
  return [
    { kind: "words", label: whoAndUntilWhen(facts, now) },
    { kind: "separator" },
    ...incidents,
    ...(incidents.length > 0 ? [{ kind: "separator" } as const] : []),
    { kind: "act", label: "Hand over…", act: { kind: "show-view", view: "handoff" } },
    request("Pager check", "pager-check", {}),
    facts.tray.quietUntil === undefined
      ? request("Quiet for 1 h", "quiet", { for: quietFor })
      : request("End quiet", "quiet", { for: null }),
    { kind: "separator" },
    { kind: "act", label: "Open Baton", act: { kind: "open" } },
    { kind: "act", label: "Quit", act: { kind: "quit" } },
  ];
}

function whoAndUntilWhen(facts: TrayFacts, now: Instant): string {
  const mine = duty(facts, now);
  if (facts.tray.role !== undefined) return facts.tray.next === undefined ? mine : `${mine}, then ${facts.tray.next}`;
  const others = facts.shift.onCallNow.flatMap(({ people }) => people).filter(({ role }) => role === "primary");
  const [first] = others;
  if (!first) return mine;
  const until = others.length === 1 ? ` until ${moment(first.until, now, facts.zone)}` : "";
  return `${mine} · ${shortNames([...new Set(others.map(({ name }) => name))])} on call${until}`;
}

function incidentItems(mine: readonly IncidentRow[]): readonly TrayItem[] {
  const ordered = [...mine].sort(compareRows);
  const waiting = ordered.filter(isWaiting);
  const items = ordered.slice(0, mostIncidents).map(incidentItem);
  const hidden = ordered.length - items.length;
  return [
    ...items,
    ...(hidden > 0 ? [{ kind: "words", label: `and ${hidden} more` } as const] : []),
    ...(waiting.length > 0 ? [request("Acknowledge all", "acknowledge", { ids: waiting.map(({ id }) => id) })] : []),
  ];
}

const isWaiting = (row: IncidentRow): boolean => row.standing === "triggered" && !row.suppressed;

function incidentItem(row: IncidentRow): TrayItem {
  const words = [severityWords[row.severity], row.serviceName, row.sensitive ? "Sensitive incident" : row.title]
    .filter((part) => part !== undefined)
    .map((part) => cleanLine(part, longestPart))
    .join(" · ");
  if (isWaiting(row)) return request(`Acknowledge: ${words}`, "acknowledge", { ids: [row.id] });
  const standing = row.suppressed ? "suppressed" : row.standing;
  return { kind: "act", label: `${words} (${standing})`, act: { kind: "show-incident", incident: row.id } };
}

const request = (label: string, command: (TrayAct & { kind: "request" })["command"], input: object): TrayItem => ({
  kind: "act",
  label,
  act: { kind: "request", command, input },
});
