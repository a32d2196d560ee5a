import type { ReactNode } from "react";
import { hour } from "../../../shared/time/duration.ts";
import { after } from "../../../shared/time/instant.ts";
import { useScreen } from "../../store/session-context.ts";
import { ChangeButtons } from "./change-buttons.tsx";
import { useThisHour } from "./use-this-hour.ts";

/** What can be done about the rest of the shift that runs now. */
export function ChangeNow({ schedule }: { readonly schedule: string }): ReactNode {
  const name = useScreen((screen) => screen.snapshot?.team?.schedules.find(({ id }) => id === schedule)?.name);
  const onCall = useScreen((screen) => screen.snapshot?.shift.onCallNow);
  const from = useThisHour();
  const primary = onCall
    ?.find((one) => one.schedule === name || one.schedule === schedule)
    ?.people.find(({ role }) => role === "primary");
  const to = primary?.until ?? after(from, 24 * hour);
  return <ChangeButtons keyed stretch={{ schedule, role: "primary", person: primary?.id, from, to }} />;
}
