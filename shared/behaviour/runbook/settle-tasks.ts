import { isOpen, type Incident } from "../../incident/incident.ts";
import { matchRunbook } from "../../runbook/match.ts";
import type { Task } from "../../runbook/task.ts";
import { findService } from "../../team/lookup.ts";
import type { Service } from "../../team/team.ts";
import type { Instant } from "../../time/instant.ts";
import { becomes, andThen, type Decision } from "../../state/decision.ts";
import { dutyAt } from "../../state/duty.ts";
import { matchOf } from "../../state/incident-runbook.ts";
import type { Entry } from "../../state/effect.ts";
import type { Stamp } from "../../state/event.ts";
import type { AppState } from "../../state/state.ts";
import { shelfOf, type RunbookFact } from "../../runbook/runbook-state.ts";
import { dueAfter, finishDraftId, incidentsOf, reviewDueId, withTasks, writeRunbookId } from "../../state/tasks.ts";

/** What an event leaves to be done, and what it makes done. Compares with the state before it, so that nothing is asked twice. */
export function settleTasks(state: AppState, { now }: Stamp, heard: AppState): Decision {
  return [openGaps, openDrafts, closeDone, openReviews, forgetTicks].reduce(
    (current, step) => andThen(current, (next) => step(heard, next, now)),
    becomes(state),
  );
}

/** The next review that falls due after `now`. */
export function nextReview(state: AppState, now: Instant): Instant | undefined {
  let next: Instant | undefined;
  for (const { review } of state.runbooks.byId.values()) {
    if (typeof review === "number" && review > now && (next === undefined || review < next)) next = review;
  }
  return next;
}

/** An incident that ended without a runbook asks for one (002-4). */
function openGaps(before: AppState, state: AppState, now: Instant): Decision {
  if (before.incidents === state.incidents || !state.loaded) return becomes(state);
  const opened = new Map<string, Task>();
  for (const incident of state.incidents.values()) {
    if (isOpen(incident)) continue;
    const was = before.incidents.get(incident.id);
    if (!was || !isOpen(was) || hasRunbook(state, incident)) continue;
    const id = writeRunbookId(incident);
    opened.set(id, gapTask(state, { incident, known: opened.get(id) ?? state.tasks.get(id), now }));
  }
  const fresh = [...opened.values()].filter(({ id }) => !state.tasks.has(id));
  return {
    ...becomes(withTasks(state, { put: [...opened.values()] })),
    entries: fresh.map((task) => opening(task, now)),
  };
}

const mostIncidents = 20;

type Gap = { readonly incident: Incident; readonly known: Task | undefined; readonly now: Instant };

function gapTask(state: AppState, { incident, known, now }: Gap): Task {
  if (known?.kind === "write-runbook") {
    return { ...known, incidents: [...new Set([...known.incidents, incident.id])].slice(-mostIncidents) };
  }
  const service = serviceOf(state, incident);
  const owner = whoWrites(state, { incident, service, now });
  return {
    kind: "write-runbook",
    id: writeRunbookId(incident),
    title: incident.alert.title,
    madeAt: now,
    dueAt: dueAfter(now),
    incidents: [incident.id],
    ...(service && { service: service.id }),
    ...(owner !== undefined && { owner }),
  };
}

/** The engineer on call for the service, even when somebody else resolved it; without one, whoever took it or owns it (002-4). */
function whoWrites(
  state: AppState,
  {
    incident,
    service,
    now,
  }: { readonly incident: Incident; readonly service: Service | undefined; readonly now: Instant },
): string | undefined {
  const onCall = state.loaded && dutyAt(state.loaded.team, now).of(service).people.primary[0];
  return onCall ?? incident.assignee ?? service?.owners.primary;
}

const serviceOf = (state: AppState, { service }: Incident): Service | undefined =>
  service === undefined || !state.loaded ? undefined : findService(state.loaded.team, service);

function hasRunbook(state: AppState, incident: Incident): boolean {
  return matchOf(state, incident, serviceOf(state, incident)).kind !== "gap";
}

/** A draft asks to be finished, whoever wrote it and on whatever machine; where one was asked for, by the same person until the same day. */
function openDrafts(before: AppState, state: AppState, now: Instant): Decision {
  if (before.runbooks === state.runbooks && before.loaded === state.loaded) return becomes(state);
  if (!state.runbooks.known || !state.loaded) return becomes(state);
  const drafts = [...state.runbooks.byId.values()].filter(
    ({ id, draft }) => draft && !state.tasks.has(finishDraftId(id)),
  );
  const opened = drafts.map((fact) => draftTask(state, fact, now));
  return { ...becomes(withTasks(state, { put: opened })), entries: opened.map((task) => opening(task, now)) };
}

function draftTask(state: AppState, fact: RunbookFact, now: Instant): Task {
  const { service, owner } = ownedBy(state, fact);
  const wanted = service && state.tasks.get(writeRunbookId({ service: service.id, id: "" }));
  const whose = wanted?.owner ?? owner;
  return {
    kind: "finish-draft",
    id: finishDraftId(fact.id),
    runbook: fact.id,
    title: fact.title,
    madeAt: now,
    dueAt: wanted?.dueAt ?? dueAfter(now),
    incidents: incidentsOf(wanted),
    ...(whose !== undefined && { owner: whose }),
    ...(wanted?.promised && { promised: true }),
    ...(service && { service: service.id }),
  };
}

/** Takes away what is done by now, and what another team left behind. */
function closeDone(before: AppState, state: AppState, now: Instant): Decision {
  if (before.runbooks === state.runbooks && before.loaded === state.loaded) return becomes(state);
  const closed: Task[] = [];
  const gone: Task[] = [];
  for (const task of state.tasks.values()) {
    if (isForeign(before, state, task)) gone.push(task);
    else if (state.runbooks.known && isDone(state, task, now)) closed.push(task);
  }
  const entries = closed.map(({ id, kind }): Entry => ({ at: now, kind: "task-done", body: { task: id, kind } }));
  return { ...becomes(withTasks(state, { remove: [...closed, ...gone].map(({ id }) => id) })), entries };
}

function isForeign(before: AppState, state: AppState, task: Task): boolean {
  if (!state.loaded) return false;
  const { team } = state.loaded;
  if (before.loaded && before.loaded.team.id !== team.id) return true;
  return task.service !== undefined && !findService(team, task.service);
}

function isDone(state: AppState, task: Task, now: Instant): boolean {
  switch (task.kind) {
    case "write-runbook":
      return task.service === undefined ? incidentHasOne(state, task.incidents) : serviceHasOne(state, task.service);
    case "finish-draft": {
      const fact = state.runbooks.byId.get(task.runbook);
      if (fact) return !fact.draft;
      // Moved or renamed, it is found by its service; without one, what is owed to no incident goes with its file.
      return task.incidents.length === 0 || (task.service !== undefined && serviceHasOne(state, task.service));
    }
    case "review-due": {
      const fact = state.runbooks.byId.get(task.runbook);
      return !fact || !isReviewDue(fact, now);
    }
  }
}

const incidentHasOne = (state: AppState, ids: readonly string[]): boolean =>
  ids.some((id) => {
    const incident = state.incidents.get(id);
    return incident !== undefined && hasRunbook(state, incident);
  });

function serviceHasOne(state: AppState, id: string): boolean {
  const service = state.loaded && findService(state.loaded.team, id);
  return service !== undefined && matchRunbook({ service }, shelfOf(state.runbooks)).kind !== "gap";
}

/** A draft is finished first: nobody reviews what is not yet written. */
const isReviewDue = ({ review, draft }: RunbookFact, now: Instant): boolean =>
  !draft && (review === "never" || (review !== undefined && review <= now));

/** Runbooks whose review is due ask for it (001-7). */
function openReviews(_before: AppState, state: AppState, now: Instant): Decision {
  if (!state.runbooks.known || !state.loaded) return becomes(state);
  const due: Task[] = [];
  for (const fact of state.runbooks.byId.values()) {
    if (isReviewDue(fact, now) && !state.tasks.has(reviewDueId(fact.id))) due.push(reviewTask(state, fact, now));
  }
  if (due.length === 0) return becomes(state);
  return { ...becomes(withTasks(state, { put: due })), entries: due.map((task) => opening(task, now)) };
}

function reviewTask(state: AppState, fact: RunbookFact, now: Instant): Task {
  const { id, title, review } = fact;
  const { service, owner: whose } = ownedBy(state, fact);
  return {
    kind: "review-due",
    id: reviewDueId(id),
    title,
    runbook: id,
    madeAt: now,
    dueAt: typeof review === "number" ? review : dueAfter(now),
    ...(service && { service: service.id }),
    ...(whose !== undefined && { owner: whose }),
  };
}

/** The service that a runbook is about, and who answers for it. */
function ownedBy(
  { loaded }: AppState,
  { services, owner }: RunbookFact,
): { readonly service: Service | undefined; readonly owner: string | undefined } {
  const service = services.flatMap((one) => (loaded && findService(loaded.team, one)) ?? [])[0];
  return { service, owner: owner ?? service?.owners.primary };
}

const opening = ({ id, kind, owner, dueAt }: Task, now: Instant): Entry => ({
  at: now,
  kind: "task-opened",
  body: { task: id, kind, dueAt, ...(owner !== undefined && { owner }) },
});

/** Ticks go with the incident that they belong to. */
function forgetTicks(before: AppState, state: AppState): Decision {
  if (before.incidents === state.incidents || state.ticks.size === 0) return becomes(state);
  const kept = [...state.ticks].filter(([incident]) => state.incidents.has(incident));
  return becomes(kept.length === state.ticks.size ? state : { ...state, ticks: new Map(kept) });
}
