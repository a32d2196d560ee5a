import type { CalendarEvent } from "../../shared/calendar/calendar-report.ts";
import type { Effect } from "../../shared/state/effect.ts";
import type { CalendarId, Team } from "../../shared/team/team.ts";
import type { CalendarConnection, CalendarKind, CalendarTools } from "./calendar.ts";
import type { Log } from "./ports.ts";

type Open = { readonly declared: string; readonly connection: CalendarConnection };
type Tools = Omit<CalendarTools, "readBytes">;

/** The connections to a team's calendars. One whose declaration did not change keeps what it knows over a new team file. */
export class CalendarConnections {
  readonly #kinds: ReadonlyMap<string, CalendarKind>;
  readonly #tools: Tools;
  #open = new Map<CalendarId, Open>();

  constructor(kinds: readonly CalendarKind[], tools: Tools) {
    this.#kinds = new Map(kinds.map((kind) => [kind.kind, kind]));
    this.#tools = tools;
  }

  /** Connects to the calendars of a team, and lets go of those that it no longer has. */
  use({ calendars, people }: Team, readBytes: CalendarTools["readBytes"]): void {
    const known = people.map(({ id, name, email }) => ({ id, name, ...(email !== undefined && { email }) }));
    const next = new Map<CalendarId, Open>();
    for (const calendar of calendars) {
      const declared = JSON.stringify([calendar, known]);
      const before = this.#open.get(calendar.id);
      const kind = this.#kinds.get(calendar.config.kind);
      if (before?.declared === declared) next.set(calendar.id, before);
      else if (kind) {
        const connection = kind.connect(calendar, known, { ...this.#tools, readBytes });
        next.set(calendar.id, { declared, connection });
      }
    }
    this.#open = next;
  }

  /** Reads a calendar, and says what became of it. A fault in an adapter is a bug: it is logged, and the reading has failed. */
  async read({ calendar, window }: Extract<Effect, { kind: "read-calendar" }>, log: Log): Promise<CalendarEvent> {
    const failed = { kind: "calendar-failed", calendar } as const;
    try {
      const result = await this.#open.get(calendar)?.connection.read(window);
      if (!result) return { ...failed, failure: { kind: "internal" } };
      if (!result.ok) return { ...failed, failure: result.error };
      return { kind: "calendar-read", calendar, window, answer: result.value };
    } catch (fault) {
      log("error", "reading a calendar threw", { calendar, fault: fault instanceof Error ? fault.name : typeof fault });
      return { ...failed, failure: { kind: "internal" } };
    }
  }

  /** The secrets that a team's calendars use, each with the calendars that use it. */
  secrets({ calendars }: Team): ReadonlyMap<string, readonly CalendarId[]> {
    const used = new Map<string, CalendarId[]>();
    for (const calendar of calendars) {
      for (const name of this.#kinds.get(calendar.config.kind)?.secrets(calendar) ?? []) {
        used.set(name, [...(used.get(name) ?? []), calendar.id]);
      }
    }
    return used;
  }
}
