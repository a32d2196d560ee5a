import { after, type Instant } from "../../time/instant.ts";
import { dutyAt } from "../../state/duty.ts";
import type { Duty } from "../../incident/duty.ts";
import { isOpen, type Incident } from "../../incident/incident.ts";
import { compareSeverity, worstSeverity } from "../../incident/severity.ts";
import { incidentNotice, summaryNotice, type NoticeOrder } from "../../paging/notice-facts.ts";
import { journalEntry } from "../../log/journal-kinds.ts";
import { repeatAfter, soundOf } from "../../paging/notice-policy.ts";
import { isHeld, quietEnds } from "../../paging/quiet-hours.ts";
import { isStorm, withinStorm } from "../../paging/storm.ts";
import { andThen, becomes, type Decision } from "../../state/decision.ts";
import type { Effect } from "../../state/effect.ts";
import type { Stamp } from "../../state/event.ts";
import { incidentFacts, summaryFacts } from "./notice-content.ts";
import { allTold, dueOf, pageableOf, type Pageable } from "./pageable.ts";
import { quietOf } from "../../state/quiet.ts";
import type { Telling } from "../../paging/telling.ts";
import { whoAmI, type AppState } from "../../state/state.ts";
import { isPolled, watchedSources } from "../../team/watched-source.ts";

/** Tells what is due, once; closes what is no longer mine to hear; gathers what comes in a storm, after sleep or after quiet. */
export function page(state: AppState, { now }: Stamp): Decision {
  if (!state.loaded) return becomes(state);
  const duty = dutyAt(state.loaded.team, now);
  const quiet = quietOf(state);
  const silent = quietEnds(quiet, now) !== undefined;
  const gathering = nextGathering(state, { silent, now });
  const pageable = pageableOf(state, duty);
  const { known, due: unheld } = dueOf(state, pageable, now);
  const closed = known === state.tellings.size ? becomes(state) : closeUnneeded(state, pageable);
  const due = unheld.filter(({ severity }) => !isHeld(quiet, now, severity));
  const waiting = gathering && now < gathering.until && !allAsked(state) ? gathering : undefined;
  const { gathering: _gathering, ...rest } = closed.state;
  const gathered: AppState = { ...rest, wasQuiet: silent, ...(waiting && { gathering: waiting }) };
  const same = gathered.wasQuiet === state.wasQuiet && gathered.gathering === state.gathering && closed.state === state;
  if (due.length === 0 || waiting) return { ...closed, state: same ? state : gathered };
  const told = tell(gathered, due, { duty, ...(gathering && { why: gathering.why }) });
  if (due.length === unheld.length) allTold(pageable, told.state.tellings);
  return { state: told.state, effects: [...closed.effects, ...told.effects], entries: told.entries };
}

function nextGathering(
  state: AppState,
  { silent, now }: { readonly silent: boolean; readonly now: Instant },
): AppState["gathering"] {
  if (state.wasQuiet && !silent) return { why: "digest", until: now };
  return state.gathering;
}

/** Every source was asked since the start or the sleep, so that all that was missed is known. */
const allAsked = (state: AppState): boolean =>
  state.loaded !== undefined &&
  watchedSources(state.loaded.team).every(
    (source) => !isPolled(source) || state.sources.get(source.id)?.asked === true,
  );

/** Notifications of what was taken, muted, ended or passed on go from the screen; a summary goes with its last incident. */
function closeUnneeded(state: AppState, pageable: Pageable): Decision {
  const gone: Telling[] = [];
  for (const telling of state.tellings.values()) if (!pageable.incidents.has(telling.incident)) gone.push(telling);
  const tellings = new Map(state.tellings);
  for (const { incident } of gone) tellings.delete(incident);
  const left = new Set([...tellings.values()].map(({ shownAs }) => shownAs));
  const keys = new Set(gone.map(({ shownAs }) => shownAs).filter((key) => !left.has(key)));
  const effects = [...keys].map((key): Effect => ({ kind: "close-notice", key }));
  return { state: { ...state, tellings }, effects, entries: [] };
}

type Occasion = { readonly duty: Duty; readonly why?: "missed" | "digest" };

/** What a run that ended may have shown without knowing is told again in its own place, so that it is not on the screen twice. */
function tell(state: AppState, due: readonly Incident[], { duty, why }: Occasion): Decision {
  const again = due.filter((incident) => mayBeShown(state, incident));
  const others = again.length === 0 ? due : due.filter((incident) => !again.includes(incident));
  if (again.length > 0) {
    const told = tellApart(state, again, duty);
    return others.length === 0 ? told : andThen(told, (next) => tell(next, others, { duty, ...(why && { why }) }));
  }
  const together = due.length > 1 && (why !== undefined || isStorm(state.recentNotices, duty.now, due.length));
  return together ? tellTogether(state, due, { duty, why: why ?? "storm" }) : tellApart(state, due, duty);
}

function mayBeShown({ tellings }: AppState, { id }: Incident): boolean {
  const telling = tellings.get(id);
  return telling?.confirmed === false && telling.shownAs === incidentNotice(id);
}

function tellApart(state: AppState, due: readonly Incident[], duty: Duty): Decision {
  const worstFirst = due.toSorted((a, b) => compareSeverity(a.severity, b.severity));
  const effects = worstFirst.map((incident): Effect => {
    const times = state.tellings.get(incident.id)?.times ?? 0;
    const facts = incidentFacts(incident, { duty, times });
    return { kind: "show-notice", order: order(state, facts, duty.now) };
  });
  return recorded(state, worstFirst, { now: duty.now, effects, shownAs: ({ id }) => incidentNotice(id) });
}

/** One summary stands for all that is due and for all that the summary before it stood for. */
function tellTogether(
  state: AppState,
  due: readonly Incident[],
  { duty, why }: { readonly duty: Duty; readonly why: "storm" | "missed" | "digest" },
): Decision {
  const ids = new Set(due.map(({ id }) => id));
  const before = [...state.tellings.values()].filter(
    ({ shownAs, incident }) => shownAs === summaryNotice && !ids.has(incident),
  );
  const standing = before.flatMap(({ incident }) => state.incidents.get(incident) ?? []).filter(isOpen);
  const facts = summaryFacts(duty, [...due, ...standing], why);
  const replaced = due.flatMap(({ id }) =>
    state.tellings.get(id)?.shownAs === incidentNotice(id) ? [incidentNotice(id)] : [],
  );
  const effects: readonly Effect[] = [
    { kind: "show-notice", order: order(state, facts, duty.now) },
    ...replaced.map((key): Effect => ({ kind: "close-notice", key })),
  ];
  return recorded(state, due, { now: duty.now, effects, shownAs: () => summaryNotice });
}

function order(
  state: AppState,
  facts: Extract<NoticeOrder["facts"], { severity: unknown }>,
  now: Instant,
): NoticeOrder {
  const sound = state.settings.sound ? soundOf(facts.severity) : "none";
  return { facts, now, sound, sticky: facts.severity === "critical" };
}

type Recording = {
  readonly now: Instant;
  readonly effects: readonly Effect[];
  readonly shownAs: (incident: Incident) => string;
};

/** Writes down what is told before it is told. */
function recorded(state: AppState, due: readonly Incident[], { now, effects, shownAs }: Recording): Decision {
  const tellings = new Map(state.tellings);
  for (const incident of due) {
    tellings.set(incident.id, tellingOf(incident, tellings.get(incident.id), { now, shownAs: shownAs(incident) }));
  }
  const notices = new Set(due.map(shownAs)).size;
  const recentNotices = [...withinStorm(state.recentNotices, now), ...Array.from({ length: notices }, () => now)];
  const severity = worstSeverity(due.map((incident) => incident.severity));
  const me = whoAmI(state);
  const body = { ...(me !== undefined && { me }), severity, incidents: due.map(({ id }) => id) };
  return { state: { ...state, tellings, recentNotices }, effects, entries: [journalEntry(now, "told", body)] };
}

function tellingOf(
  incident: Incident,
  before: Telling | undefined,
  { now, shownAs }: { readonly now: Instant; readonly shownAs: string },
): Telling {
  const pause = repeatAfter(incident.severity, incident.flaps.length);
  const times = (before?.times ?? 0) + 1;
  return {
    incident: incident.id,
    toldAt: now,
    times,
    shownAs,
    confirmed: false,
    ...(pause !== undefined && { nextAt: after(now, pause) }),
  };
}
