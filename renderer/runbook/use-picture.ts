import { useCallback } from "react";
import { useSession } from "../store/session-context.ts";

/** Asks the host for a picture that a runbook names; the page itself fetches none. */
export function usePicture(id: string): (src: string) => Promise<string | undefined> {
  const { commands } = useSession();
  return useCallback(
    async (src) => {
      const answer = await commands.ask("runbook-image", { id, src });
      return answer.ok ? answer.value?.data : undefined;
    },
    [commands, id],
  );
}
