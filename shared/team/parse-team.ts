import { err, ok, type Result } from "../result.ts";
import { parseDuration } from "../time/duration.ts";
import { gatherIds, wants } from "../team-file/known-ids.ts";
import { checkZone, durationOf } from "../team-file/local-value.ts";
import { nearest } from "../team-file/nearest.ts";
import { readCalendars } from "./read-calendars.ts";
import { readDuties } from "./read-duties.ts";
import { readHandoff } from "./read-handoff.ts";
import { readGroups, readPeople } from "./read-people.ts";
import { readEscalations, readSlas } from "./read-policies.ts";
import { readSchedules } from "./read-schedules.ts";
import { readServices } from "./read-services.ts";
import { checkPlanned, readSources } from "./read-sources.ts";
import { sectionOf, type Reading } from "../team-file/reading.ts";
import { openReview, type Review } from "../team-file/review.ts";
import type { Hours, QuietHours, Retention, Team } from "./team.ts";
import { isMapping, valueAt, type Path, type TeamDocument } from "../team-file/team-document.ts";
import type { TeamNote } from "../team-file/team-note.ts";
import { foundText, type TeamProblem } from "../team-file/team-problem.ts";
import { teamEntries } from "./team-schema.ts";

/** A team that can be used, and what its people should know about the file. */
export type ParsedTeam = { readonly team: Team; readonly notes: readonly TeamNote[] };

const officeHours: Hours = { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" };

/** Reads a whole team file. Every problem is reported at once, in the order of the file; nothing is thrown. */
export function parseTeam(document: TeamDocument): Result<ParsedTeam, readonly TeamProblem[]> {
  const review = openReview(document);
  if (!isMapping(document.value)) {
    review.problem([], {
      kind: "wrong-type",
      found: foundText(document.value),
      expected: "a mapping with baton, team and people",
    });
    return err(review.problems());
  }
  refuseReservedKeys(review, document.value, []);
  checkTopLevel(review, document.value);
  const team = readTeam(review);
  const problems = review.problems();
  return problems.length > 0 || team === undefined ? err(problems) : ok({ team, notes: review.notes() });
}

/** Names that JavaScript objects answer to by themselves; refused everywhere, so that no table can be tricked. */
const reserved = new Set(["__proto__", "prototype", "constructor"]);

function refuseReservedKeys(review: Review, value: unknown, path: Path): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    if (reserved.has(key)) {
      review.keyProblem(place, {
        kind: "unknown-key",
        found: `the reserved key ${foundText(key)}`,
        expected: "another name",
      });
    }
    refuseReservedKeys(review, item, place);
  }
}

function checkTopLevel(review: Review, file: Readonly<Record<string, unknown>>): void {
  const known = Object.keys(teamEntries);
  for (const key of Object.keys(file)) {
    if (Object.hasOwn(teamEntries, key) || reserved.has(key)) continue;
    const finding = {
      found: `the unknown key ${foundText(key)}`,
      expected: known.join(", "),
      nearest: nearest(key, known),
    };
    review.keyProblem([key], { kind: "unknown-key", ...finding });
  }
  for (const key of ["baton", "team"] as const) {
    if (Object.hasOwn(file, key)) continue;
    review.problem([key], {
      kind: "missing",
      found: `no ${JSON.stringify(key)}`,
      expected: `a value for ${JSON.stringify(key)}`,
    });
  }
}

function readTeam(review: Review): Team | undefined {
  sectionOf(review, "baton", teamEntries.baton);
  const identity = sectionOf(review, "team", teamEntries.team);
  const timezone = zoneOf(review);
  if (identity) checkZone(review, ["team", "timezone"], identity.value.timezone);
  const known = gatherIds(review);
  const reading: Reading = { review, known, wants: wants(known), timezone };
  const groups = readGroups(reading);
  const people = readPeople(reading);
  const services = readServices(reading);
  const schedules = readSchedules(reading);
  const parts = {
    people,
    groups,
    services,
    schedules,
    slas: readSlas(reading, groups),
    escalations: readEscalations(reading, groups),
    sources: readSources(reading),
    calendars: readCalendars(reading, { people, schedules }),
    duties: readDuties(review),
  };
  checkPlanned(reading);
  const retention = readRetention(review);
  const quietHours = readQuietHours(review);
  const runbooks = readRunbooks(review);
  const handoff = readHandoff(reading);
  if (!identity) return undefined;
  const { id, name, workingHours = officeHours } = identity.value;
  return {
    id,
    name,
    timezone,
    workingHours,
    ...parts,
    ...(quietHours ? { quietHours } : {}),
    ...(retention ? { retention } : {}),
    runbooks,
    handoff,
  };
}

/** The team's zone even where the rest of `team` is wrong; UTC only in a file that is refused anyway. */
function zoneOf(review: Review): string {
  const zone = valueAt(review.document.value, ["team", "timezone"]);
  return typeof zone === "string" ? zone : "UTC";
}

function readQuietHours(review: Review): QuietHours | undefined {
  const section = sectionOf(review, "quietHours", teamEntries.quietHours.wrapped);
  if (!section) return undefined;
  const { from, to, allow = ["critical"] } = section.value;
  if (from === to) {
    const expected = "an end that differs from the beginning";
    review.problem(["quietHours", "to"], { kind: "out-of-range", found: foundText(to), expected });
  }
  return { from, to, allow };
}

function readRunbooks(review: Review): Team["runbooks"] {
  const section = sectionOf(review, "runbooks", teamEntries.runbooks.wrapped);
  const { path, reviewEvery, require = [] } = section?.value ?? {};
  const every = reviewEvery === undefined ? undefined : parseDuration(reviewEvery);
  return { ...(path !== undefined && { path }), ...(every !== undefined && { reviewEvery: every }), require };
}

function readRetention(review: Review): Retention | undefined {
  const section = sectionOf(review, "retention", teamEntries.retention.wrapped);
  if (!section) return undefined;
  const { incidents, log, personalData } = section.value;
  return {
    ...(incidents !== undefined && { incidents: durationOf(incidents) }),
    ...(log !== undefined && { log: durationOf(log) }),
    ...(personalData !== undefined && { personalData: durationOf(personalData) }),
  };
}
