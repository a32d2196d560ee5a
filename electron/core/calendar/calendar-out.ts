import * as v from "valibot";
import { calendarUrl, scopeKey, scopeOf } from "../../../shared/calendar/calendar-link.ts";
import { inScope, outgoingEvents } from "../../../shared/behaviour/calendar/outgoing-events.ts";
import { revise, type Revisions } from "../../../shared/calendar/revisions.ts";
import { scheduleName } from "../../../shared/team/named.ts";
import type { AppState } from "../../../shared/state/state.ts";
import type { CalendarScope, RevisedEvent } from "../../../shared/calendar/outgoing.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { findPerson, findSchedule } from "../../../shared/team/lookup.ts";
import type { Team } from "../../../shared/team/team.ts";
import { day } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import type { CalendarAnswer } from "../app-types.ts";
import type { CalendarFeeds, Clock } from "../ports.ts";

export type CalendarTools = {
  readonly feeds: CalendarFeeds;
  readonly clock: Pick<Clock, "now">;
  readonly state: () => AppState;
  /** Where the host's inbox is; undefined while it does not listen. */
  readonly inboxUrl: () => string | undefined;
};

export type CalendarRefusal = "no-team" | "not-found" | "not-kept" | "not-listening" | "invalid";

/** What calendars have: some weeks that are over, and a year ahead. */
const past = 28 * day;
const ahead = 366 * day;

/** The calendars that others read: their links, their contents, and what was given of each event before. */
export class CalendarOut {
  readonly #tools: CalendarTools;

  constructor(tools: CalendarTools) {
    this.#tools = tools;
  }

  /** What lies under a link. A token that is nobody's, and one that was replaced, are the same. */
  answer(token: string): CalendarAnswer {
    const key = this.#tools.feeds.calendarOf(token);
    const scope = key === undefined ? undefined : scopeOf(key);
    if (!scope) return { kind: "unknown" };
    const text = this.#text(scope);
    return text === undefined ? { kind: "no-team" } : { kind: "calendar", text };
  }

  /** The address of a calendar; `renew` makes the one before worthless. */
  link(scope: CalendarScope, what: "show" | "renew"): Result<string, CalendarRefusal> {
    const team = this.#tools.state().loaded?.team;
    if (!team) return err("no-team");
    if (!exists(team, scope)) return err("not-found");
    const inbox = this.#tools.inboxUrl();
    if (inbox === undefined) return err("not-listening");
    const { feeds } = this.#tools;
    const token = what === "renew" ? feeds.renew(scopeKey(scope)) : feeds.token(scopeKey(scope));
    return token.ok ? ok(calendarUrl(inbox, token.value)) : err("not-kept");
  }

  /** Writes a calendar to a file that a person named. */
  save(scope: CalendarScope, path: string): Result<void, CalendarRefusal> {
    const team = this.#tools.state().loaded?.team;
    if (!team) return err("no-team");
    if (!exists(team, scope)) return err("not-found");
    const saved = this.#tools.feeds.save(path, this.#text(scope) ?? "");
    if (saved.ok) return ok(undefined);
    return err(saved.error.kind === "no-calendar-file" ? "invalid" : "not-kept");
  }

  #text(scope: CalendarScope): string | undefined {
    const { loaded, settings } = this.#tools.state();
    if (!loaded) return undefined;
    const { team } = loaded;
    return this.#tools.feeds.write({
      team: team.id,
      name: `${team.name}: ${nameOfScope(team, scope)}`,
      events: inScope(this.#revised(team), scope),
      // Only one's own shifts ring.
      ...(scope.kind === "person" && settings.shiftLead > 0 && { alarm: settings.shiftLead }),
    });
  }

  #revised(team: Team): readonly RevisedEvent[] {
    const { clock, feeds } = this.#tools;
    const now = clock.now();
    const span = { from: after(now, -past), to: after(now, ahead) };
    const before = readRevisions(feeds.given(team.id));
    const next = revise(before, outgoingEvents(team, span), { span, now });
    if (JSON.stringify(next) !== JSON.stringify(before)) feeds.keepGiven(team.id, next);
    return Object.values(next);
  }
}

/** Written by this module and nobody else; anything that does not look like it begins anew. */
const readRevisions = (kept: unknown): Revisions => (v.is(revisionsSchema, kept) ? (kept as Revisions) : {});

const revisionsSchema = v.record(
  v.string(),
  v.looseObject({
    kind: v.picklist(["shift", "holiday"]),
    sequence: v.number(),
    changedAt: v.number(),
    cancelled: v.boolean(),
    title: v.string(),
  }),
);

function exists(team: Team, scope: CalendarScope): boolean {
  if (scope.kind === "all") return true;
  return (scope.kind === "person" ? findPerson(team, scope.id) : findSchedule(team, scope.id)) !== undefined;
}

function nameOfScope(team: Team, scope: CalendarScope): string {
  if (scope.kind === "all") return "on call";
  if (scope.kind === "person") return findPerson(team, scope.id)?.name ?? scope.id;
  const schedule = findSchedule(team, scope.id);
  return schedule ? scheduleName(schedule) : scope.id;
}
