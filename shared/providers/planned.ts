import * as v from "valibot";
import type { Item } from "../team-file/reading.ts";
import type { Review } from "../team-file/review.ts";
import { oneOrMore, tableOf } from "../team-file/shape.ts";
import { formats, text } from "../team-file/text-format.ts";
import { addressEntries, authEntry, readAddresses } from "./access.ts";
import type { FileOf } from "./declaration.ts";

const optional = v.exactOptional;

/** A kind that the schema knows and that no adapter serves yet. */
export type PlannedConfig = { readonly kind: "planned"; readonly name: string };

/** What the file may say of any of them. */
const planned = {
  entries: {
    ...addressEntries,
    auth: authEntry,
    ca: optional(text(formats.name)),
    token: optional(text(formats.secret)),
    user: optional(text(formats.name)),
    filter: optional(tableOf(oneOrMore(v.string(), 100))),
  },
};

/** Kinds of sources that the format knows and that no adapter serves yet. */
export const plannedSources = {
  pagerduty: planned,
  grafana: planned,
  jsm: planned,
  opsgenie: planned,
  icinga2: planned,
  zabbix: planned,
  airflow: planned,
  prometheus: planned,
  github: planned,
  jira: planned,
  servicenow: planned,
  webhook: planned,
} as const;

type File = Item<{ readonly kind: string } & FileOf<typeof planned.entries>>;

/** Checks that it holds no secret, and notes that nothing uses it. */
export function readPlanned(review: Review, item: File): PlannedConfig {
  const { value, path } = item;
  if (value.url !== undefined || value.urls !== undefined) readAddresses(review, item);
  review.notInUse([...path, "kind"], "source-kind", value.kind);
  return { kind: "planned", name: value.kind };
}
