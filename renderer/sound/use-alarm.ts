import { useEffect } from "react";
import { useSession } from "../store/session-context.ts";
import type { Severity } from "../../shared/team/team.ts";
import { soundAlarm } from "./alarm.ts";

/** Sounds when the host says so, which is when no notification does; never against the person's choice. */
export function useAlarm(): void {
  const { store, onAlarm } = useSession();
  useEffect(() => {
    const sound = async (severity: Severity): Promise<void> => {
      if (store.getState().snapshot?.settings.sound === false) return;
      const sounded = await soundAlarm(severity);
      store.setState({ soundBlocked: !sounded });
    };
    return onAlarm(({ severity }) => void sound(severity));
  }, [store, onAlarm]);
}
