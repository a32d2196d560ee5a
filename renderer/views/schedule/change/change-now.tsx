import type { ReactNode } from "react";
import { hour } from "../../../../shared/time/duration.ts";
import { instant } from "../../../../shared/time/instant.ts";
import { useNow } from "../../../components/use-now.ts";
import { useScreen } from "../../../store/session-context.ts";
import { ChangeButtons } from "./change-buttons.tsx";

/** What can be done about the rest of the shift that runs now. */
export function ChangeNow({ schedule }: { readonly schedule: string }): ReactNode {
  const name = useScreen((screen) => screen.snapshot?.team?.schedules.find(({ id }) => id === schedule)?.name);
  const onCall = useScreen((screen) => screen.snapshot?.shift.onCallNow);
  const thisHour = useNow((at) => Math.floor(at / hour) * hour);
  const primary = onCall
    ?.find((one) => one.schedule === name || one.schedule === schedule)
    ?.people.find(({ role }) => role === "primary");
  const from = instant(thisHour);
  return (
    <ChangeButtons
      schedule={schedule}
      role="primary"
      person={primary?.id}
      from={from}
      to={primary?.until ?? instant(from + 24 * hour)}
    />
  );
}
