import { personRef } from "../../../shared/team/named.ts";
import type { AppState } from "../../../shared/state/state.ts";
import type { Incident } from "../../../shared/incident/incident.ts";
import { suggestedCategory } from "../../../shared/log/categories.ts";
import { draftNote } from "../../../shared/log/draft-note.ts";
import { noteMarkdown } from "../../../shared/log/note-markdown.ts";
import type { PastRecord, PostIncidentNote } from "../../../shared/log/past-incident.ts";
import { recurrenceOf } from "../../../shared/log/similar.ts";
import type { Contract } from "../../../shared/rpc/contract.ts";
import type { Handlers, Input, Output } from "../../../shared/rpc/define.ts";
import type { pastContract } from "../../../shared/rpc/past-contract.ts";
import { findService, nameOf } from "../../../shared/team/lookup.ts";
import { ok } from "../../../shared/result.ts";
import type { LogTools } from "../log/log-handlers.ts";

/** Past incidents that are looked through for one that burns. */
const lookedThrough = 500;

/** The host's answers about incidents that ended. A note goes the way of every command, once its incident is found. */
export function pastHandlers(
  tools: LogTools,
): Omit<Pick<Handlers<Contract>, keyof typeof pastContract>, "save-post-incident-note"> {
  return {
    "post-incident-note": (input) => noteOrDraft(tools, input),
    "similar-incidents": ({ id }) => similar(tools, id),
  };
}

/** Whether an incident is in the state or among those that ended. */
export function isKnownIncident({ state, ports }: LogTools, id: string): boolean {
  if (state().incidents.has(id)) return true;
  const found = ports.store.past({ ids: [id] });
  return found.ok && found.value.length > 0;
}

type NoteAnswer = Output<Contract, "post-incident-note">;

function noteOrDraft({ state, ports }: LogTools, { id, zone }: Input<Contract, "post-incident-note">): NoteAnswer {
  const found = ports.store.past({ ids: [id] });
  const [past] = found.ok ? found.value : [];
  const incident = state().incidents.get(id);
  if (past === undefined || (incident !== undefined && incident.standing.kind !== "resolved")) return null;
  const service = serviceName(state(), past.service);
  const category = suggestedCategory(`${past.title ?? ""} ${Object.values(incident?.alert.labels ?? {}).join(" ")}`);
  const draft = {
    ...draftNote({ ...past, ...named(state(), past), ...timelineFacts(state(), incident) }, zone),
    ...(category !== undefined && { category }),
  };
  if (past.note === undefined) return { draft };
  const by = name(state(), past.note.by);
  const names = { by, zone, ...(service !== undefined && { service }) };
  return { draft, note: noteView(state(), past.note), markdown: noteMarkdown(past, past.note, names) };
}

function named(state: AppState, { service, by }: PastRecord): { readonly service?: string; readonly by?: string } {
  const known = serviceName(state, service);
  return { ...(known !== undefined && { service: known }), ...(by !== undefined && { by: name(state, by) }) };
}

function timelineFacts(state: AppState, incident: Incident | undefined) {
  const notes = (incident?.timeline ?? []).flatMap(({ at, by, what }) =>
    what.kind === "note" ? [{ at, by: by === undefined ? "Baton" : name(state, by), text: what.text }] : [],
  );
  return {
    notes,
    ...(incident?.respondBy !== undefined && { respondBy: incident.respondBy }),
    ...(incident?.resolveBy !== undefined && { resolveBy: incident.resolveBy }),
  };
}

function similar({ state, ports }: LogTools, id: string): Output<Contract, "similar-incidents"> {
  const known = state().incidents.get(id);
  const kept = known === undefined ? ports.store.past({ ids: [id] }) : ok([]);
  if (!kept.ok) return { kind: "unreadable", reason: kept.error.kind };
  const incident = known ? likenessOf(known) : kept.value[0];
  if (incident === undefined) return { kind: "found", count: 0, similar: [] };
  const { source, key, service } = incident;
  const sameKey = ports.store.past({ source, key, limit: lookedThrough });
  const sameService = service === undefined ? ok([]) : ports.store.past({ service, limit: lookedThrough });
  if (!sameKey.ok) return { kind: "unreadable", reason: sameKey.error.kind };
  if (!sameService.ok) return { kind: "unreadable", reason: sameService.error.kind };
  const found = recurrenceOf(incident, { sameKey: sameKey.value, sameService: sameService.value });
  return {
    ...found,
    kind: "found",
    similar: found.similar.map(({ why, ...past }) => ({ ...pastView(state(), past), why })),
  };
}

const likenessOf = ({ id, source, alert, service, openedAt }: Incident) => ({
  ...{ id, source, key: alert.key, title: alert.title, openedAt },
  ...(service !== undefined && { service }),
});

type Similar = Extract<Output<Contract, "similar-incidents">, { kind: "found" }>["similar"][number];

function pastView(state: AppState, past: PastRecord): Omit<Similar, "why"> {
  const { id, severity, title, openedAt, resolvedAt, by, note } = past;
  const service = serviceName(state, past.service);
  return {
    id,
    severity,
    openedAt,
    resolvedAt,
    ...(service !== undefined && { service }),
    ...(title !== undefined && { title }),
    ...(by !== undefined && { by: { id: by, name: name(state, by) } }),
    ...(note && { note: noteView(state, note) }),
  };
}

function noteView(state: AppState, note: PostIncidentNote): NonNullable<NonNullable<NoteAnswer>["note"]> {
  const { happened, impact, cause, helped, change, at, by, category } = note;
  const person = state.loaded ? personRef(state.loaded.team, by) : { id: by, name: by };
  return { happened, impact, cause, helped, change, at, category, by: person };
}

const name = ({ loaded }: AppState, id: string): string => (loaded ? nameOf(loaded.team, id) : id);

const serviceName = ({ loaded }: AppState, id: string | undefined): string | undefined =>
  loaded && id !== undefined ? (findService(loaded.team, id)?.name ?? id) : id;
