import * as v from "valibot";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Span } from "../../../shared/schedule/shift.ts";
import type { Role } from "../../../shared/team/team.ts";
import { toIso } from "../../../shared/time/instant.ts";
import type { ReadFailure } from "../../../shared/calendar/read-failure.ts";
import { ask, time, type Account } from "./api.ts";
import type { Entry } from "./entry.ts";

type Entries = Result<readonly Entry[], ReadFailure>;

/** One schedule: what is finally in force, overrides included. */
type ScheduleQuestion = { readonly id: string; readonly role: Role; readonly span: Span };

/**
 * The final entries of a schedule. One of the old kind is at /schedules; the new kind, made of shifts, only at /v3/schedules, and which
 * one an id is, the API tells by not finding it.
 */
export async function scheduleEntries(account: Account, question: ScheduleQuestion): Promise<Entries> {
  const layered = await layeredEntries(account, question);
  if (layered.ok || layered.error.kind !== "status" || !isNotThisKind(layered.error.status)) return layered;
  const flexible = await flexibleEntries(account, question);
  // Found in neither place: what the first one said is the plainer word.
  return flexible.ok || !isSameStatus(flexible.error, layered.error.status) ? flexible : err(layered.error);
}

const isNotThisKind = (status: number): boolean => status === 400 || status === 404;

const isSameStatus = (failure: ReadFailure, status: number): boolean =>
  failure.kind === "status" && failure.status === status;

const user = v.object({ id: v.string(), summary: v.nullish(v.string()) });

const layeredSchema = v.object({
  schedule: v.object({
    final_schedule: v.object({
      rendered_schedule_entries: v.array(v.object({ start: time, end: time, user: v.nullish(user) })),
    }),
  }),
});

async function layeredEntries(account: Account, { id, role, span }: ScheduleQuestion): Promise<Entries> {
  const answer = await ask(account, {
    path: `/schedules/${encodeURIComponent(id)}`,
    // Entries come whole; without `overflow` they would be cut at the ends of the question.
    query: [
      ["since", toIso(span.from)],
      ["until", toIso(span.to)],
      ["time_zone", "UTC"],
      ["overflow", "true"],
    ],
    schema: layeredSchema,
  });
  if (!answer.ok) return answer;
  const { rendered_schedule_entries: entries } = answer.value.schedule.final_schedule;
  // An entry without a user is a hole, which is what leaving it out makes of it.
  return ok(
    entries.flatMap(({ start, end, user: who }) =>
      who ? [{ role, from: start, to: end, user: { id: who.id, ...named(who.summary) } }] : [],
    ),
  );
}

const flexibleSchema = v.object({
  schedule: v.object({
    final_schedule: v.object({
      computed_shift_assignments: v.array(
        v.object({
          start_time: time,
          end_time: time,
          // `empty_member` is a place that is left free on purpose.
          member: v.object({ type: v.string(), user_id: v.nullish(v.string()), name: v.nullish(v.string()) }),
        }),
      ),
    }),
  }),
});

async function flexibleEntries(account: Account, { id, role, span }: ScheduleQuestion): Promise<Entries> {
  const answer = await ask(account, {
    path: `/v3/schedules/${encodeURIComponent(id)}`,
    query: [
      ["since", toIso(span.from)],
      ["until", toIso(span.to)],
      ["time_zone", "UTC"],
      ["include[]", "final_schedule"],
    ],
    schema: flexibleSchema,
    early: true,
  });
  if (!answer.ok) return answer;
  const { computed_shift_assignments: assignments } = answer.value.schedule.final_schedule;
  return ok(
    assignments.flatMap(({ start_time: from, end_time: to, member }) =>
      typeof member.user_id === "string"
        ? [{ role, from, to, user: { id: member.user_id, ...named(member.name) } }]
        : [],
    ),
  );
}

const named = (name: string | null | undefined): { readonly name?: string } =>
  typeof name === "string" && name !== "" ? { name } : {};
