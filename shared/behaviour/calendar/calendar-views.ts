import type { ReadFailure } from "../../calendar/read-failure.ts";
import type { DeclaredCalendar } from "../../team/calendar.ts";
import { personRef } from "../../team/named.ts";
import { missingSecrets, type Look } from "../../state/look.ts";
import type { AppState, LoadedTeam } from "../../state/state.ts";
import { freshnessOf } from "../../calendar/calendar-freshness.ts";
import type { CalendarView } from "../../calendar/calendar-shape.ts";
import type { CalendarState } from "../../calendar/calendar-state.ts";

type Facts = { readonly loaded: LoadedTeam; readonly look: Look };

const mostShown = 5;

/** The team's calendars for a screen, in the order of the file. */
export function calendarViews(state: AppState, look: Look): readonly CalendarView[] {
  const { loaded, calendars } = state;
  if (!loaded) return [];
  return loaded.declared.calendars.map((one) => calendarView(one, calendars.get(one.id), { loaded, look }));
}

function calendarView(
  calendar: DeclaredCalendar,
  state: CalendarState | undefined,
  { loaded, look }: Facts,
): CalendarView {
  const { now } = look;
  const { id, name, use, config } = calendar;
  const { known, lastGoodAt, failure } = state ?? {};
  const content = known?.content;
  const unmapped = content?.use === "shifts" ? content : undefined;
  return {
    id,
    name,
    kind: config.kind,
    use: use.kind,
    ...(use.kind !== "away" && use.schedule !== undefined && { schedule: use.schedule }),
    ...(use.kind === "away" && { person: personRef(loaded.declared, use.person) }),
    freshness: freshnessOf(calendar, state, now),
    reading: state?.askedAt !== undefined,
    ...(lastGoodAt !== undefined && { lastGoodAt }),
    ...(known?.changedAt !== undefined && { changedAt: known.changedAt }),
    nextReadAt: state?.nextReadAt ?? now,
    ...(failure && { failure: { kind: failure.kind, facts: factsOf(failure) } }),
    unread: content && content.use !== "shifts" ? content.unread.length : 0,
    unmapped: unmapped?.unmappedCount ?? 0,
    firstUnmapped: (unmapped?.unmapped ?? []).filter(({ to }) => to > now).slice(0, mostShown),
    missingSecrets: missingSecrets(look, id),
  };
}

/** What a failure has to say besides its kind, flat. Of events that could not be read, the first one. */
function factsOf(failure: ReadFailure): Record<string, string | number> {
  if (failure.kind !== "unread-events") {
    const { kind: _kind, ...facts } = failure;
    return Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.slice(0, 3).join("; ") : (value as string | number),
      ]),
    );
  }
  const [first] = failure.events;
  const { fault } = first ?? {};
  return {
    count: failure.count,
    ...(first && { line: first.line }),
    ...(fault && { fault: fault.kind, what: fault.kind === "unknown-zone" ? fault.zone : fault.property }),
  };
}
