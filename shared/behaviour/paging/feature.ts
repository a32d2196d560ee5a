import { testNotice } from "../../paging/notice-facts.ts";
import { quietBegins, quietEnds } from "../../paging/quiet-hours.ts";
import type { Telling } from "../../paging/telling.ts";
import { idleWake } from "../../state/idle.ts";
import type { CommandOf } from "../../state/command.ts";
import { done } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import { dutyWake } from "../../state/duty.ts";
import type { EventOf, Stamp } from "../../state/event.ts";
import type { Feature } from "../../state/feature.ts";
import { quietOf } from "../../state/quiet.ts";
import type { AppState } from "../../state/state.ts";
import { second } from "../../time/duration.ts";
import { after, earliest, type Instant } from "../../time/instant.ts";
import { onNotShown, onShown } from "./on-notice.ts";
import { nextTelling } from "./pageable.ts";
import { page } from "./page.ts";
import { riskNotices } from "./risk.ts";

/** How long notices wait to be told as one, after a start or sleep, if the sources have not all answered before. */
const gatherFor = 5 * second;

/** What I am told of what burns, when, and how often. */
export const paging = {
  hear: {
    started: onStarted,
    machine: (state, { what }, { now }) => becomes(what === "resumed" ? gatherMissed(state, now) : state),
    "notice-shown": onShown,
    "notice-failed": onNotShown,
    "notifier-status": (state, { status }) => becomes({ ...state, notifier: status }),
  },
  command: { quiet, "test-notification": testNotification },
  settle: [
    { step: page, wake: pageWake },
    { step: riskNotices, wake: idleWake },
  ],
  view: ({ notifier: { adapter, health, buttons, server } }) => ({
    notifier: {
      adapter,
      health,
      buttons,
      ...(server !== undefined && { server }),
    },
  }),
} satisfies Feature;

/** What was decided and never confirmed on a screen is told again. */
function onStarted(state: AppState, _event: EventOf<"started">, { now }: Stamp): Decision {
  const again = (telling: Telling): Telling => (telling.confirmed ? telling : { ...telling, nextAt: now });
  const tellings = new Map([...state.tellings].map(([id, telling]) => [id, again(telling)]));
  return becomes({ ...gatherMissed(state, now), tellings });
}

const gatherMissed = (state: AppState, now: Instant): AppState => ({
  ...state,
  gathering: { why: "missed", until: after(now, gatherFor) },
});

function quiet(state: AppState, command: CommandOf<"quiet">, stamp: Stamp): Decision {
  const { quietUntil: _until, ...loud } = state;
  const until = command.for === null ? undefined : after(stamp.now, command.for);
  return done(until === undefined ? loud : { ...loud, quietUntil: until }, [], {
    kind: "quiet",
    stamp,
    ...(until !== undefined && { facts: { until } }),
  });
}

function testNotification(state: AppState, _command: CommandOf<"test-notification">, { now }: Stamp): Decision {
  const order = {
    facts: { kind: "test", key: testNotice },
    now,
    sound: state.settings.sound ? "notice" : "none",
    sticky: false,
  } as const;
  return { state, effects: [{ kind: "show-notice", order }], entries: [], reply: { kind: "done", count: 1 } };
}

/** Tellings repeat; quiet, gathering and people's duties begin and end. */
function pageWake(state: AppState, now: Instant): Instant | undefined {
  const quiet = quietOf(state);
  const until = state.gathering?.until;
  return earliest(
    nextTelling(state.tellings, now),
    quietBegins(quiet, now),
    quietEnds(quiet, now),
    until !== undefined && until > now ? until : undefined,
    dutyWake(state, now),
    idleWake(state, now),
  );
}
