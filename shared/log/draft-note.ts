import type { Zone } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { clockTime, fullMoment, length } from "../time/phrase.ts";
import type { NoteText } from "./past-incident.ts";

/** What a note is drafted from; people by their names. */
export type DraftFacts = {
  readonly title?: string;
  readonly severity: string;
  readonly service?: string;
  readonly openedAt: Instant;
  readonly respondedAt?: Instant;
  readonly resolvedAt: Instant;
  readonly by?: string;
  readonly respondBy?: Instant;
  readonly resolveBy?: Instant;
  /** What people noted while it burned, oldest first. */
  readonly notes: readonly { readonly at: Instant; readonly by: string; readonly text: string }[];
};

/** A post-incident note as far as Baton can write it: what happened, and whether the deadlines were met. The rest is for people. */
export function draftNote(facts: DraftFacts, zone: Zone): NoteText {
  const { openedAt, respondedAt, resolvedAt, by } = facts;
  const name = [facts.severity, facts.service, facts.title].filter((part) => part !== undefined).join(" · ");
  const taken =
    respondedAt === undefined ? "nobody acknowledged it" : `acknowledged after ${length(respondedAt - openedAt)}`;
  const ended = `resolved${by === undefined ? "" : ` by ${by}`} after ${length(resolvedAt - openedAt)}`;
  const notes = facts.notes.map(({ at, by: author, text }) => `- ${clockTime(at, zone)} ${author}: ${text}`);
  return {
    happened: [`${name}. Triggered ${fullMoment(openedAt, zone)}, ${taken}, ${ended}.`, ...notes].join("\n"),
    impact: deadlines(facts),
    cause: "",
    helped: "",
    change: "",
  };
}

function deadlines({ respondedAt, resolvedAt, respondBy, resolveBy }: DraftFacts): string {
  const said = (what: string, at: Instant | undefined, by: Instant | undefined): readonly string[] => {
    if (by === undefined) return [];
    if (at === undefined) return [`Nobody responded before it ended.`];
    return [
      at <= by ? `The deadline to ${what} was met.` : `The deadline to ${what} was missed by ${length(at - by)}.`,
    ];
  };
  return [...said("respond", respondedAt, respondBy), ...said("resolve", resolvedAt, resolveBy)].join(" ");
}
