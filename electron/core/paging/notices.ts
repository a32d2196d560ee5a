import type { AppEvent } from "../../../shared/state/event.ts";
import { incidentsOfNotice } from "../../../shared/state/notices.ts";
import { handoffOfNotice, holidaySwapsNotice } from "../../../shared/paging/notice-facts.ts";
import type { DecidedButton, NoticeButton } from "../../../shared/paging/notice.ts";
import type { AppState } from "../../../shared/state/state.ts";
import type { App, AppPorts } from "../app-types.ts";
import type { NotifierEvent } from "../ports.ts";
import type { Cancel } from "../records.ts";

export type NoticeTools = {
  readonly state: () => AppState;
  readonly dispatch: (event: AppEvent) => void;
  readonly navigate: App["navigate"];
};

/** Listens to what people do with notifications: buttons act, a click shows what the notification is about. */
export function onNotifier({ notifier }: Pick<AppPorts, "notifier">, tools: NoticeTools): Cancel {
  return notifier.subscribe((event) => hear(event, tools));
}

function hear(event: NotifierEvent, tools: NoticeTools): void {
  switch (event.kind) {
    case "button":
      return presses[event.button](event.notice, tools);
    case "opened":
      return show(event.notice, tools);
    case "status":
      return tools.dispatch({ kind: "notifier-status", status: event.status });
    // A notification that was waved away is not an answer: the incident still needs somebody, and is told again.
    case "dismissed":
      return undefined;
  }
}

const decided =
  (button: DecidedButton) =>
  (key: string, { dispatch }: NoticeTools): void =>
    dispatch({ kind: "notice-button", key, button });

const presses: Readonly<Record<NoticeButton, (notice: string, tools: NoticeTools) => void>> = {
  acknowledge: decided("acknowledge"),
  snooze: decided("snooze"),
  accept: decided("accept"),
  "hand-over": (_notice, { navigate }) => navigate("handoff"),
  open: show,
};

function show(notice: string, { state, navigate }: NoticeTools): void {
  if (notice === holidaySwapsNotice) return navigate("schedule");
  if (handoffOfNotice(notice) !== undefined) return navigate("handoff");
  const [incident, ...others] = incidentsOfNotice(state(), notice);
  if (incident === undefined) return navigate("now");
  return others.length > 0 ? navigate("incidents") : navigate("now", incident);
}
