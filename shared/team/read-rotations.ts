import { checkId } from "../team-file/known-ids.ts";
import { checkDate, checkZone } from "../team-file/local-value.ts";
import type { Item, Reading } from "../team-file/reading.ts";
import { isWritten, type Review } from "../team-file/review.ts";
import type { RotationFile } from "./schedule-schema.ts";
import type { Coverage, Following, Role, Turns } from "./team.ts";
import { foundText } from "../team-file/team-problem.ts";

const turnsKeys = ["participants", "shift", "start", "handoffAt", "timezone", "coverage", "onCycleEnd"] as const;
const neededForTurns = ["participants", "shift", "start"] as const;

/** The rotations of one schedule; those that lack what they need are reported and left out. */
export function readRotations(
  reading: Reading,
  { value, path }: Item<readonly RotationFile[]>,
): readonly (Turns | Following)[] {
  checkRoles(reading.review, { value, path });
  return value.flatMap((rotation, index): readonly (Turns | Following)[] => {
    const item = { value: rotation, path: [...path, index] };
    const read = rotation.follow === undefined ? readTurns(reading, item) : readFollowing(reading, item);
    return read === undefined ? [] : [read];
  });
}

function readTurns({ review, wants }: Reading, { value, path }: Item<RotationFile>): Turns | undefined {
  const { role, participants, shift, start, handoffAt = "00:00", timezone, coverage, onCycleEnd = "repeat" } = value;
  participants?.forEach((id, index) => checkId(review, [...path, "participants", index], { id, wanted: wants.person }));
  if (start !== undefined) checkDate(review, [...path, "start"], start);
  if (timezone !== undefined) checkZone(review, [...path, "timezone"], timezone);
  if (value.offset !== undefined) {
    review.keyProblem([...path, "offset"], {
      kind: "conflict",
      found: "offset without follow",
      expected: "both, or neither",
    });
  }
  for (const key of neededForTurns) {
    if (isWritten(review, [...path, key]) || isWritten(review, [...path, "follow"])) continue;
    review.problem(path, { kind: "missing", found: `no ${key}`, expected: `${key}, or follow` });
  }
  if (participants === undefined || shift === undefined || start === undefined) return undefined;
  return {
    kind: "turns",
    role,
    participants,
    shift: { every: shift.every ?? 1, unit: shift.unit },
    start,
    handoffAt,
    ...(timezone === undefined ? {} : { timezone }),
    ...(coverage === undefined ? {} : { coverage: readCoverage(coverage) }),
    onCycleEnd,
  };
}

const readCoverage = (coverage: NonNullable<RotationFile["coverage"]>): Coverage =>
  typeof coverage === "string" ? { kind: coverage } : { kind: "windows", windows: coverage };

function readFollowing({ review }: Reading, { value, path }: Item<RotationFile>): Following | undefined {
  for (const key of turnsKeys) {
    if (value[key] === undefined) continue;
    review.keyProblem([...path, key], { kind: "conflict", found: `both follow and ${key}`, expected: "one of them" });
  }
  const { role, follow } = value;
  if (follow === undefined) return undefined;
  if (follow !== "others") return { kind: "offset", role, follow, offset: value.offset ?? 1 };
  if (value.offset !== undefined) {
    const expected = "no offset, since all others follow";
    review.keyProblem([...path, "offset"], { kind: "conflict", found: "an offset", expected });
  }
  return { kind: "others", role };
}

/** A role is filled once, or by sites that share the day; whoever is followed takes turns. */
function checkRoles(review: Review, { value, path }: Item<readonly RotationFile[]>): void {
  /** Whether each rotation of a role has hours of its own. */
  const taken = new Map<Role, boolean>();
  value.forEach((rotation, index) => {
    const shares =
      sharesDay(rotation) || (rotation.coverage === undefined && isWritten(review, [...path, index, "coverage"]));
    const before = taken.get(rotation.role);
    if (before !== undefined && !(before && shares)) {
      const expected = "one rotation a role, or several that each have a coverage of their own";
      review.problem([...path, index, "role"], { kind: "conflict", found: `a second ${rotation.role}`, expected });
    }
    taken.set(rotation.role, shares);
  });
  if (!taken.has("primary")) {
    review.problem(path, { kind: "missing", found: "no primary", expected: "a rotation with the role primary" });
  }
  const turning = new Set(value.filter((rotation) => rotation.follow === undefined).map((rotation) => rotation.role));
  value.forEach((rotation, index) => {
    const followed = rotation.follow === "others" ? "primary" : rotation.follow;
    if (followed === undefined || turning.has(followed) || !taken.has("primary")) return;
    const expected = `a role that takes turns: ${[...turning].join(", ")}`;
    review.problem([...path, index, "follow"], { kind: "conflict", found: foundText(rotation.follow), expected });
  });
}

const sharesDay = (rotation: RotationFile): boolean =>
  rotation.follow === undefined && rotation.coverage !== undefined && rotation.coverage !== "always";
