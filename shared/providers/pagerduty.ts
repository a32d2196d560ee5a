import * as v from "valibot";
import { checkServerAddress } from "../team-file/address.ts";
import { roles, type PersonId, type Role, type SecretName } from "../team-file/ids.ts";
import { checkId } from "../team-file/known-ids.ts";
import type { Item } from "../team-file/reading.ts";
import { isWritten, type Review } from "../team-file/review.ts";
import { shape, someOf, tableOf } from "../team-file/shape.ts";
import { formats, text } from "../team-file/text-format.ts";
import { minute } from "../time/duration.ts";
import { secretName } from "./access.ts";
import { declare } from "./declaration.ts";
import { reachEntries } from "./reach.ts";

/** A schedule of PagerDuty, of either kind, or an escalation policy whose levels are the roles. */
export type PagerDutyPart =
  | { readonly kind: "schedule"; readonly id: string; readonly role: Role }
  | { readonly kind: "policy"; readonly id: string };

export type PagerDutySchedules = {
  readonly kind: "pagerduty";
  /** Without slashes at its end. */
  readonly url: string;
  readonly token: SecretName;
  readonly parts: readonly PagerDutyPart[];
  /** PagerDuty's user ids to people, where neither name nor address tells. */
  readonly people: Readonly<Record<string, PersonId>>;
};

/** Of accounts outside the EU. */
const defaultUrl = "https://api.pagerduty.com";

const about = v.description;
const optional = v.exactOptional;

const partSchema = shape({
  schedule: optional(v.pipe(text(formats.id), about("Id of a schedule of PagerDuty"))),
  policy: optional(
    v.pipe(text(formats.id), about("Id of an escalation policy of PagerDuty; its levels are the roles")),
  ),
  role: optional(v.pipe(v.picklist(roles), about("Of a schedule; default primary"))),
});

const entries = {
  ...reachEntries,
  url: optional(v.pipe(v.string(), about("Address of the API; default https://api.pagerduty.com"))),
  use: v.pipe(v.literal("shifts"), about("Which is what PagerDuty's schedules are")),
  token: optional(v.pipe(text(formats.secret), about("PagerDuty's API key; read-only is enough"))),
  from: optional(v.pipe(someOf(partSchema, 50), about("What of PagerDuty is read"))),
  people: optional(
    v.pipe(tableOf(v.string()), about("PagerDuty's user ids to ids of people, where neither address nor name tells")),
  ),
};

/** Schedules and escalation policies of PagerDuty, as a calendar of shifts. */
export const pagerDutySchedules = declare({
  entries,
  poll: () => 15 * minute,
  secrets: ({ token }: PagerDutySchedules) => [token],
  read({ value, path }, { review, wants }): PagerDutySchedules | undefined {
    const { token, from = [], people = {} } = value;
    for (const [key, expected] of [
      ["token", "token: secret:NAME of an API key"],
      ["from", "from: the schedules or policies that are read"],
    ] as const) {
      if (!isWritten(review, [...path, key])) review.problem(path, { kind: "missing", found: `no ${key}`, expected });
    }
    for (const [user, id] of Object.entries(people)) {
      checkId(review, [...path, "people", user], { id, wanted: wants.person });
    }
    const url = value.url === undefined ? defaultUrl : checkServerAddress(review, [...path, "url"], value.url);
    const parts = from.flatMap((part, index) => readPart(review, { value: part, path: [...path, "from", index] }));
    if (token === undefined || url === undefined) return undefined;
    return { kind: "pagerduty", url, token: secretName(token), parts, people };
  },
});

type PartFile = v.InferOutput<typeof partSchema>;

function readPart(review: Review, { value, path }: Item<PartFile>): readonly PagerDutyPart[] {
  const { schedule, policy, role } = value;
  if ((schedule === undefined) === (policy === undefined)) {
    const found = schedule === undefined ? "neither" : "both schedule and policy";
    const kind = schedule === undefined ? "missing" : "conflict";
    review.problem(path, { kind, found, expected: "schedule or policy" });
    return [];
  }
  if (schedule !== undefined) return [{ kind: "schedule", id: schedule, role: role ?? "primary" }];
  if (role !== undefined) {
    const expected = "no role, since the policy's levels are the roles";
    review.keyProblem([...path, "role"], { kind: "conflict", found: role, expected });
  }
  return policy === undefined ? [] : [{ kind: "policy", id: policy }];
}
