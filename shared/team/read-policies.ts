import { checkId } from "../team-file/known-ids.ts";
import { allowanceOf, durationOf } from "../team-file/local-value.ts";
import { itemsOf, type Item, type Reading } from "../team-file/reading.ts";
import { isWritten } from "../team-file/review.ts";
import { leadOf, readTarget } from "./read-target.ts";
import {
  severities,
  type EscalationPolicy,
  type EscalationStep,
  type Group,
  type Sla,
  type SlaTarget,
} from "./team.ts";
import type { Path } from "../team-file/team-document.ts";
import { foundText } from "../team-file/team-problem.ts";
import { escalationSchema, most, slaSchema, type EscalationFile, type SlaFile } from "./team-schema.ts";

/** The SLAs of the file; `lead:GROUP` has become the lead. */
export function readSlas(reading: Reading, groups: readonly Group[]): readonly Sla[] {
  return itemsOf(reading.review, "slas", { schema: slaSchema, least: 0, most: most.policies }).map(
    ({ value, path }) => {
      const targets: [string, SlaTarget][] = [];
      for (const severity of [...severities, "any"] as const) {
        const found = value[severity];
        if (found) {
          targets.push([severity, readSlaTarget(reading, { value: found, path: [...path, severity] }, groups)]);
        }
      }
      if (
        targets.length === 0 &&
        ![...severities, "any"].some((severity) => isWritten(reading.review, [...path, severity]))
      ) {
        const expected = "a line for critical, major, minor, info or any";
        reading.review.problem(path, { kind: "missing", found: "no deadlines", expected });
      }
      return { id: value.id, targets: Object.fromEntries(targets) };
    },
  );
}

type SlaTargetFile = NonNullable<SlaFile["any"]>;

function readSlaTarget(reading: Reading, { value, path }: Item<SlaTargetFile>, groups: readonly Group[]): SlaTarget {
  const { respond, resolve, escalateTo, escalateWithin } = value;
  const told = escalateTo === undefined ? undefined : readTold(reading, { value: escalateTo, path }, groups);
  return {
    ...(respond === undefined ? {} : { respond: allowanceOf(respond) }),
    ...(resolve === undefined ? {} : { resolve: allowanceOf(resolve) }),
    ...(told === undefined ? {} : { escalateTo: told }),
    ...(escalateWithin === undefined ? {} : { escalateWithin: allowanceOf(escalateWithin) }),
  };
}

function readTold(reading: Reading, { value, path }: Item<string>, groups: readonly Group[]): string | undefined {
  const place = [...path, "escalateTo"];
  if (value.startsWith("lead:")) return leadOf(reading, { value, path: place }, groups);
  checkId(reading.review, place, { id: value, wanted: reading.wants.owner });
  return value;
}

/** The escalation policies of the file. */
export function readEscalations(reading: Reading, groups: readonly Group[]): readonly EscalationPolicy[] {
  const items = itemsOf(reading.review, "escalations", { schema: escalationSchema, least: 0, most: most.policies });
  return items.map(({ value, path }) => ({
    id: value.id,
    steps: readSteps(reading, { value: value.steps, path: [...path, "steps"] }, groups),
    repeat: value.repeat ?? 0,
  }));
}

function readSteps(
  reading: Reading,
  { value, path }: Item<EscalationFile["steps"]>,
  groups: readonly Group[],
): readonly EscalationStep[] {
  let before = -1;
  return value.map((step, index) => {
    const after = durationOf(step.after);
    if (after <= before) {
      const expected = "a step that is later than the one before it";
      reading.review.problem([...path, index, "after"], {
        kind: "out-of-range",
        found: foundText(step.after),
        expected,
      });
    }
    before = Math.max(before, after);
    const notify = step.notify.flatMap((target, at) => {
      const read = readTarget(reading, { value: target, path: [...path, index, "notify", at] }, groups);
      return read === undefined ? [] : [read];
    });
    const via = step.via ?? ["desktop"];
    checkVia(reading, via, [...path, index, "via"]);
    return { after, notify, via };
  });
}

const ways = new Set(["desktop", "email", "phone", "sms", "slack", "teams", "webhook"]);

function checkVia({ review, known }: Reading, via: readonly string[], path: Path): void {
  via.forEach((way, index) => {
    const place = [...path, index];
    const what = `${[...ways].join(", ")}, or the id of a channel`;
    const isKnown = checkId(review, place, { id: way, wanted: { ids: [ways, known.channels], what } });
    if (isKnown && way !== "desktop") review.notInUse(place, "escalation-via", way);
  });
}
