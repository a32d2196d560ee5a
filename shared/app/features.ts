import { announcement } from "../behaviour/announcement/feature.ts";
import { calendar } from "../behaviour/calendar/feature.ts";
import { drill } from "../behaviour/drill/feature.ts";
import { handoff } from "../behaviour/handoff/feature.ts";
import { incident } from "../behaviour/incident/feature.ts";
import { log } from "../behaviour/log/feature.ts";
import { outbox } from "../behaviour/outbox/feature.ts";
import { paging } from "../behaviour/paging/feature.ts";
import { runbook } from "../behaviour/runbook/feature.ts";
import { schedule } from "../behaviour/schedule/feature.ts";
import { shift } from "../behaviour/shift/feature.ts";
import { source } from "../behaviour/source/feature.ts";
import { team } from "../behaviour/team/feature.ts";
import type { PersonCommand } from "../state/command.ts";
import type { AppEvent } from "../state/event.ts";
import type { Feature } from "../state/feature.ts";

/*
 * Everything that Baton does. The order is meaning, for what is heard and for what time brings:
 *
 *   team, calendar, handoff    who is on call is settled first; all that follows asks for it
 *   incident, outbox, source   what burns, then what is asked of sources because of it, then what they are asked next
 *   paging                     tells what stands by now
 *   …, runbook                 last: an incident that has just ended leaves a runbook to be written
 */
const all = [
  team,
  calendar,
  handoff,
  incident,
  outbox,
  source,
  paging,
  drill,
  shift,
  announcement,
  schedule,
  log,
  runbook,
] as const;

export const features: readonly Feature[] = all;

type All = (typeof all)[number];
type KeysOf<T> = T extends unknown ? keyof T : never;
type PartOf<F, K extends keyof Feature> = F extends Readonly<Record<K, infer P>> ? P : never;
type Part<K extends keyof Feature> = PartOf<All, K>;
type None<T extends never> = T;

/** Does not compile while an event is heard by nobody, or a command is carried out by nobody. */
export type Unheard = None<Exclude<AppEvent["kind"], KeysOf<Part<"hear">> | "command" | "woke">>;
export type Undone = None<Exclude<PersonCommand["kind"], KeysOf<Part<"command">>>>;

type Together<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;
type ViewOf<V> = V extends (...of: never[]) => infer R ? R : never;

/** What the features show, taken together. */
export type Views = Together<ViewOf<Part<"view">>>;
