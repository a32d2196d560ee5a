import { formFor, type ChangeKind, type Stretch } from "../../store/change-form.ts";
import { useScreen, useSession } from "../../store/session-context.ts";

/** Opens the dialog that changes a stretch of a schedule, in place of any other. */
export function useOpenChange(stretch: Stretch): (kind: ChangeKind) => void {
  const { store } = useSession();
  const zone = useScreen(
    (screen) => screen.snapshot?.team?.schedules.find(({ id }) => id === stretch.schedule)?.timezone ?? "UTC",
  );
  return (kind) => store.setState({ dialog: { kind: "schedule-change", form: formFor(stretch, kind, zone) } });
}
