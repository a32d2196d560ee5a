import type { CalendarLink } from "../../../shared/rpc/calendar-contract.ts";
import type { Contract } from "../../../shared/rpc/contract.ts";
import type { Handlers } from "../../../shared/rpc/define.ts";
import type { CalendarOut } from "./calendar-out.ts";

type CalendarHandlers = Pick<Handlers<Contract>, "calendar-link" | "renew-calendar-link" | "export-calendar">;

/** The host's answers about calendars for other programs. */
export const calendarHandlers = (calendars: CalendarOut): CalendarHandlers => ({
  "calendar-link": ({ scope }) => linkOf(calendars.link(scope, "show")),
  "renew-calendar-link": ({ scope }) => linkOf(calendars.link(scope, "renew")),
  "export-calendar": ({ scope, path }) => {
    if (path === undefined) return { kind: "refused", reason: "invalid" };
    const saved = calendars.save(scope, path);
    return saved.ok ? { kind: "done", count: 1 } : { kind: "refused", reason: saved.error };
  },
});

const linkOf = (link: ReturnType<CalendarOut["link"]>): CalendarLink =>
  link.ok ? { kind: "link", url: link.value } : { kind: "refused", reason: link.error };
