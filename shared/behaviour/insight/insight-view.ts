import { insightOf } from "../../insight/insight.ts";
import type { IncidentFact } from "../../insight/incident-fact.ts";
import { fairness } from "../../schedule/fairness.ts";
import { findPerson, findService, nameOf } from "../../team/lookup.ts";
import type { PersonId, Team } from "../../team/team.ts";
import type { Instant } from "../../time/instant.ts";
import type { InsightView, PersonFiguresView } from "../../insight/insight-shape.ts";

type Question = { readonly from: Instant; readonly to: Instant; readonly now: Instant };

/**
 * The figures of a team over a span: what its incidents say, and the hours that its schedules asked of its people. `facts` are all
 * incidents that were open within the span or opened in the 30 days before it.
 */
export function insightView(team: Team, facts: readonly IncidentFact[], question: Question): InsightView {
  const { from, to, now } = question;
  const zoneOf = (person: PersonId) => findPerson(team, person)?.timezone ?? team.timezone;
  const figures = insightOf(facts, {
    ...question,
    zone: team.timezone,
    services: team.services.map(({ id }) => id),
    zoneOf,
  });
  const { loads, services, ...rest } = figures;
  const until = now < to ? now : to;
  return {
    ...rest,
    until,
    zone: team.timezone,
    services: services.map((one) => ({
      ...one,
      ...(one.service !== undefined && { name: findService(team, one.service)?.name ?? one.service }),
    })),
    people: peopleOf(team, loads, { from, to: until }),
  };
}

const noHours = { hours: 0, nightHours: 0, weekendHours: 0, holidayHours: 0 };
const noLoad = { pages: 0, nightPages: 0, disturbedNights: 0, acknowledged: 0 };

/** Everybody of the team who was on call or paged, then whoever the team no longer has; in the order of the file. */
function peopleOf(
  team: Team,
  loads: ReturnType<typeof insightOf>["loads"],
  span: { readonly from: Instant; readonly to: Instant },
): readonly PersonFiguresView[] {
  const hours = onCallHours(team, span);
  const byPerson = new Map(loads.map(({ person, ...load }) => [person, load]));
  const known = team.people.map(({ id }) => id);
  const others = loads.map(({ person }) => person).filter((person) => !known.includes(person));
  return [...known, ...others]
    .filter((person) => byPerson.has(person) || hours.has(person))
    .map((person) => ({
      person,
      name: nameOf(team, person),
      ...(byPerson.get(person) ?? noLoad),
      ...(hours.get(person) ?? noHours),
    }));
}

function onCallHours(
  team: Team,
  span: { readonly from: Instant; readonly to: Instant },
): ReadonlyMap<PersonId, typeof noHours> {
  const sums = new Map<PersonId, typeof noHours>();
  if (span.from >= span.to) return sums;
  for (const schedule of team.schedules) {
    const { loads } = fairness(schedule, team, { span, people: team.people, roles: ["primary", "secondary"] });
    for (const { person, hours, nightHours, weekendHours, holidayHours } of loads) {
      if (hours === 0) continue;
      const sum = sums.get(person) ?? noHours;
      sums.set(person, {
        hours: sum.hours + hours,
        nightHours: sum.nightHours + nightHours,
        weekendHours: sum.weekendHours + weekendHours,
        holidayHours: sum.holidayHours + holidayHours,
      });
    }
  }
  return sums;
}
