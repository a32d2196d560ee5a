import type { Effect } from "../../shared/state/effect.ts";
import type { AppEvent } from "../../shared/state/event.ts";
import type { ActionAnswer, ActionFailure, OutboxId, SourceAction } from "../../shared/incident/outbox.ts";
import { assertNever, err, type Result } from "../../shared/result.ts";
import type { Severity } from "../../shared/team/team.ts";
import type { TeamEdits } from "./app-types.ts";
import type { HandoffExchange } from "./handoff/handoff-exchange.ts";
import type { Log, Notifier } from "./ports.ts";
import type { SourceActions } from "./source.ts";
import type { TeamConnections } from "./team-connections.ts";
import type { UnderWay } from "./under-way.ts";
import { wordNotice } from "./words/notice-words.ts";

/** A sound in the window; `raise` also brings the window before the person. */
export type Alarm = { readonly severity: Severity; readonly raise: boolean };

export type PerformTools = {
  readonly connections: Pick<TeamConnections, "sources" | "calendars">;
  readonly notifier: Notifier;
  /** Those whose being shown is not yet known. */
  readonly notices: UnderWay;
  readonly handoffs: Pick<HandoffExchange, "write">;
  readonly log: Log;
  readonly zone: string;
  readonly dispatch: (event: AppEvent) => void;
  readonly alarm: (alarm: Alarm) => void;
  readonly teamEdits: Pick<TeamEdits, "write">;
};

/** Does what was decided. Never throws: whatever becomes of an effect comes back as an event. */
export function perform(effect: Effect, tools: PerformTools): void {
  switch (effect.kind) {
    case "poll":
      return void guarded(tools, "poll", () => poll(effect.source, tools));
    case "read-calendar":
      return void guarded(tools, "read-calendar", () => readCalendar(effect, tools));
    case "act":
      return void guarded(tools, "act", () => act(effect, tools));
    case "confirm-action":
      return void guarded(tools, "confirm-action", () => confirm(effect, tools));
    case "show-notice":
      return tools.notices.add(guarded(tools, "show-notice", () => show(effect, tools)));
    case "close-notice":
      return void guarded(tools, "close-notice", () => tools.notifier.close(effect.key));
    // No channel carries words yet; the screen shows them to be copied.
    case "announce":
      return tools.log("info", "announced", { topic: effect.announcement.topic, id: effect.announcement.id });
    case "write-paper":
      return void guarded(tools, "write-paper", () => tools.handoffs.write(effect.paper));
    case "write-team-file": {
      const written = tools.teamEdits.write(effect.edit, effect.step);
      return tools.dispatch(
        written.ok ? { kind: "team-file-written" } : { kind: "team-file-kept", failure: written.error },
      );
    }
    case "alarm":
      return tools.alarm({ severity: effect.severity, raise: true });
    default:
      return assertNever(effect);
  }
}

/** A fault in an adapter is a bug: it is logged once, here, and the effect's own answer says that it failed. */
function guarded({ log }: PerformTools, what: string, run: () => Promise<void>): Promise<void> {
  return run().catch((fault: unknown) =>
    log("error", "effect failed", { what, fault: fault instanceof Error ? fault.name : typeof fault }),
  );
}

async function poll(source: string, { connections, dispatch, log }: PerformTools): Promise<void> {
  const asked = { log, what: "a poll", of: source };
  const result = await answerOf(asked, () => connections.sources.get(source)?.poll?.());
  dispatch(
    result.ok
      ? { kind: "source-answered", source, answer: result.value }
      : { kind: "source-failed", source, failure: result.error },
  );
}

async function readCalendar(
  { calendar, window }: Extract<Effect, { kind: "read-calendar" }>,
  { connections, dispatch, log }: PerformTools,
): Promise<void> {
  const asked = { log, what: "reading a calendar", of: calendar };
  const result = await answerOf(asked, () => connections.calendars.get(calendar)?.read(window));
  dispatch(
    result.ok
      ? { kind: "calendar-read", calendar, window, answer: result.value }
      : { kind: "calendar-failed", calendar, failure: result.error },
  );
}

type Asked = { readonly log: Log; readonly what: string; readonly of: string };
type Internal = Result<never, { readonly kind: "internal" }>;

/** What an adapter says. Where there is none, or it throws, it is a fault of ours. */
async function answerOf<T>({ log, what, of }: Asked, ask: () => Promise<T> | undefined): Promise<T | Internal> {
  try {
    return (await ask()) ?? err({ kind: "internal" });
  } catch (fault) {
    log("error", `${what} threw`, { of, fault: faultName(fault) });
    return err({ kind: "internal" });
  }
}

const faultName = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault);

async function act(
  { id, source, action }: Extract<Effect, { kind: "act" }>,
  { connections, dispatch, log }: PerformTools,
): Promise<void> {
  const actions = connections.sources.get(source)?.actions;
  const asked = { log, what: "an action", of: source };
  dispatch(outcomeOf(id, await answerOf(asked, () => actions && run(actions, action.kind, action))));
}

async function confirm(
  { id, source, action, request }: Extract<Effect, { kind: "confirm-action" }>,
  { connections, dispatch, log }: PerformTools,
): Promise<void> {
  const asked = { log, what: "a confirmation", of: source };
  dispatch(outcomeOf(id, await answerOf(asked, () => connections.sources.get(source)?.confirm?.(request, action))));
}

function outcomeOf(id: OutboxId, result: Awaited<ActionResult> | Internal): AppEvent {
  if (!result.ok) return { kind: "action-failed", id, failure: failureOf(result.error) };
  if (result.value.kind === "accepted") return { kind: "action-accepted", id, request: result.value.request };
  const { kind: _done, ...answer } = result.value;
  return { kind: "action-done", id, answer };
}

const failureOf = (error: ActionFailure | { readonly kind: "internal" }): ActionFailure =>
  error.kind === "internal" ? { kind: "unavailable", failure: error } : error;

type ActionResult = Promise<Result<ActionAnswer, ActionFailure>>;

const unsupported = async (): ActionResult => err({ kind: "refused", reason: "the source offers no such action" });

const run = <K extends SourceAction["kind"]>(
  actions: SourceActions,
  kind: K,
  action: Extract<SourceAction, { kind: K }>,
): ActionResult => actions[kind]?.(action) ?? unsupported();

async function show(
  { order }: Extract<Effect, { kind: "show-notice" }>,
  { notifier, dispatch, zone, log, alarm }: PerformTools,
): Promise<void> {
  const content = wordNotice(order, zone);
  const shown = await notifier.show(content).catch((fault: unknown) => {
    log("error", "notifier threw", { fault: faultName(fault) });
    return err({ kind: "failed", detail: faultName(fault) } as const);
  });
  const { key, severity } = content;
  if (shown.ok && content.sound !== "none" && !notifier.status().sounds) alarm({ severity, raise: false });
  dispatch(shown.ok ? { kind: "notice-shown", key } : { kind: "notice-failed", key, severity });
}
