import * as v from "valibot";
import type { Instant } from "../time/instant.ts";
import { instantSchema, listOf, sameJson, tableOf, type Output } from "../wire.ts";

const text = v.string();

export const labelsSchema = tableOf(text);
export type Labels = Output<typeof labelsSchema>;
const linkSchema = v.object({ title: text, url: text });
export type Link = Output<typeof linkSchema>;

/** What fires, as its source says it. An incident holds it whole, and the very object while the source says the same. */
export const alertSchema = v.object({
  /** The source's own identity of it. */
  key: text,
  title: text,
  /** The source's own word in lower case; the team's table maps it. Empty where it names none. */
  severity: text,
  /** A service's id, where the sender names one. */
  service: v.exactOptional(text),
  labels: labelsSchema,
  links: listOf(linkSchema),
  runbook: v.exactOptional(text),
  /** By the source's clock. */
  startedAt: instantSchema,
});
export type Alert = Output<typeof alertSchema>;

/** The alert of before where the one of now says nothing else, so that whoever holds it need not look closer. */
export const sameOrNew = (before: Alert, now: Alert): Alert => (sameJson(before, now) ? before : now);

/** Muted in the source by somebody or something that is not this team's acknowledgement. */
export const suppressionSchema = v.object({
  by: v.picklist(["silence", "inhibition", "mute-time"]),
  ids: listOf(text),
  author: v.exactOptional(text),
  comment: v.exactOptional(text),
  until: v.exactOptional(instantSchema),
});
export type Suppression = Output<typeof suppressionSchema>;

/** An alert as it was last seen firing at its source: when, by whom, and how it was muted there. */
export type Sighting = {
  readonly alert: Alert;
  /** By the source's clock. */
  readonly seenAt: Instant;
  /** Names of the peers that report it; one name for a source without peers. */
  readonly seenBy: readonly string[];
  readonly suppression?: Suppression;
  /** Set where the suppression is an acknowledgement made through Baton, here or elsewhere. */
  readonly acknowledgement?: { readonly by: string; readonly handle: string; readonly until: Instant };
};

/** By key. */
export type Sightings = ReadonlyMap<string, Sighting>;
