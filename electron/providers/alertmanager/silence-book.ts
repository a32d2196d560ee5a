import { minute, second } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import type { Silence } from "./silence.ts";

/** More unknown silences than this are asked for in one list instead of one by one. */
const mostSingleQuestions = 20;

/** A silence that nobody could tell about, or that is about to end, is asked about again this much later. */
const askAgainAfter = 30 * second;

/** Anyone may extend a silence, which changes nothing in the list of alerts: near its known end it is looked at again. */
const nearEnd = 2 * minute;

/** How to ask the cluster; `undefined` and an empty list where it does not say. */
export type SilenceQuestions = {
  one(id: string): Promise<Silence | undefined>;
  all(): Promise<readonly Silence[]>;
};

/** What is known of the silences that hold alerts. */
export type SilenceBook = {
  get(id: string): Silence | undefined;
  /** Counts each change of what is known. */
  revision(): number;
  learn(silence: Silence): void;
  forget(id: string): void;
  /** Asks about those of `wanted` that are unknown or near their end, and forgets the rest once they are over. */
  refresh(wanted: ReadonlySet<string>, now: Instant, ask: SilenceQuestions): Promise<void>;
};

export function createSilenceBook(): SilenceBook {
  const known = new Map<string, Silence>();
  const askedAt = new Map<string, Instant>();
  let revision = 0;

  const learn = (silence: Silence): void => {
    if (sameWords(known.get(silence.id), silence)) return;
    known.set(silence.id, silence);
    revision += 1;
  };
  const forget = (id: string): void => {
    askedAt.delete(id);
    if (known.delete(id)) revision += 1;
  };
  const isDue = (id: string, now: Instant): boolean => {
    const silence = known.get(id);
    const asked = askedAt.get(id);
    return (
      (!silence || silence.until < after(now, nearEnd)) && (asked === undefined || after(asked, askAgainAfter) <= now)
    );
  };

  return {
    get: (id) => known.get(id),
    revision: () => revision,
    learn,
    forget,
    async refresh(wanted, now, ask) {
      for (const silence of known.values()) {
        if (!wanted.has(silence.id) && silence.until < now) known.delete(silence.id);
      }
      for (const id of askedAt.keys()) if (!wanted.has(id)) askedAt.delete(id);
      const due = [...wanted].filter((id) => isDue(id, now));
      for (const id of due) askedAt.set(id, now);
      const told = due.length > mostSingleQuestions ? await ask.all() : await Promise.all(due.map((id) => ask.one(id)));
      for (const silence of told) if (silence && wanted.has(silence.id)) learn(silence);
    },
  };
}

const sameWords = (a: Silence | undefined, b: Silence): boolean =>
  a?.until === b.until && a.author === b.author && a.comment === b.comment && a.state === b.state;
