import type { AppEvent } from "../../../shared/state/event.ts";
import { incidentsOfNotice } from "../../../shared/state/notices.ts";
import { handoffOfNotice, holidaySwapsNotice } from "../../../shared/paging/notice-facts.ts";
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
      if (event.button === "open") return show(event.notice, tools);
      if (event.button === "hand-over") return tools.navigate("handoff");
      return tools.dispatch({ kind: "notice-button", key: event.notice, button: event.button });
    case "opened":
      return show(event.notice, tools);
    case "status":
      return tools.dispatch({ kind: "notifier-status", status: event.status });
    // A notification that was waved away is not an answer: the incident still needs somebody, and is told again.
    case "dismissed":
      return undefined;
  }
}

function show(notice: string, { state, navigate }: NoticeTools): void {
  if (notice === holidaySwapsNotice) return navigate("schedule");
  if (handoffOfNotice(notice) !== undefined) return navigate("handoff");
  const [incident, ...others] = incidentsOfNotice(state(), notice);
  if (incident === undefined) return navigate("now");
  return others.length > 0 ? navigate("incidents") : navigate("now", incident);
}
