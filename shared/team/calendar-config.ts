import { checkFeedAddress, checkServerAddress } from "./address.ts";
import type { CalendarConfig, PagerDutyPart } from "./calendar.ts";
import type { CalendarFile, PartFile } from "./calendar-schema.ts";
import { checkId } from "./known-ids.ts";
import type { Item, Reading } from "./reading.ts";
import { isWritten, type Review } from "./review.ts";

/** Of accounts outside the EU. */
const pagerDutyUrl = "https://api.pagerduty.com";

/** Where a calendar is read from; `undefined` once a problem is reported. */
export const readCalendarConfig = (reading: Reading, item: Item<CalendarFile>): CalendarConfig | undefined =>
  item.value.kind === "pagerduty" ? readPagerDuty(reading, item) : readFeed(reading.review, item);

function readFeed(review: Review, item: Item<CalendarFile>): CalendarConfig | undefined {
  refuseKeys(review, item, ["token", "from", "people"]);
  const { value, path } = item;
  if (value.url === undefined) {
    if (!isWritten(review, [...path, "url"])) {
      const expected = "url: an https address, a path relative to this file, or secret:NAME";
      review.problem(path, { kind: "missing", found: "no url", expected });
    }
    return undefined;
  }
  const place = checkFeedAddress(review, [...path, "url"], value.url);
  return place && { kind: "ics", place };
}

function readPagerDuty(reading: Reading, item: Item<CalendarFile>): CalendarConfig | undefined {
  const { review } = reading;
  refuseKeys(review, item, ["role", "map", "timezone"]);
  const { value, path } = item;
  const { token, from, people = {} } = value;
  if (value.use !== "shifts") {
    const expected = "shifts, which is what PagerDuty's schedules are";
    review.problem([...path, "use"], { kind: "conflict", found: value.use, expected });
  }
  for (const [key, what] of [
    ["token", "token: secret:NAME of an API key"],
    ["from", "from: the schedules or policies that are read"],
  ] as const) {
    if (isWritten(review, [...path, key])) continue;
    review.problem(path, { kind: "missing", found: `no ${key}`, expected: what });
  }
  for (const [user, id] of Object.entries(people)) {
    checkId(review, [...path, "people", user], { id, wanted: reading.wants.person });
  }
  const url = value.url === undefined ? pagerDutyUrl : checkServerAddress(review, [...path, "url"], value.url);
  const parts = (from ?? []).flatMap((part, index) =>
    readPart(review, { value: part, path: [...path, "from", index] }),
  );
  if (token === undefined || url === undefined) return undefined;
  return { kind: "pagerduty", url, token: token.slice("secret:".length), parts, people };
}

function readPart(review: Review, { value, path }: Item<PartFile>): readonly PagerDutyPart[] {
  const { schedule, policy, role } = value;
  if ((schedule === undefined) === (policy === undefined)) {
    const found = schedule === undefined ? "neither" : "both schedule and policy";
    review.problem(path, {
      kind: schedule === undefined ? "missing" : "conflict",
      found,
      expected: "schedule or policy",
    });
    return [];
  }
  if (schedule !== undefined) return [{ kind: "schedule", id: schedule, role: role ?? "primary" }];
  if (role !== undefined) {
    const expected = "no role, since the policy's levels are the roles";
    review.keyProblem([...path, "role"], { kind: "conflict", found: role, expected });
  }
  return policy === undefined ? [] : [{ kind: "policy", id: policy }];
}

function refuseKeys(review: Review, { value, path }: Item<CalendarFile>, keys: readonly (keyof CalendarFile)[]): void {
  for (const key of keys) {
    if (!isWritten(review, [...path, key])) continue;
    const found = `the key ${key}, which a calendar of the kind ${value.kind} does not have`;
    review.keyProblem([...path, key], { kind: "unknown-key", found, expected: "a calendar without it" });
  }
}
