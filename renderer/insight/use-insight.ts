import { useEffect, useState } from "react";
import type { InsightView } from "../../shared/insight/insight-shape.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import type { SpanWeeks } from "./insight-words.ts";

type Answer = InsightView | "failed";

/** The figures of the last so many weeks; undefined until they are there. Asked again as incidents begin and end. */
export function useInsight(weeks: SpanWeeks): Answer | undefined {
  const { commands } = useSession();
  const live = useScreen((screen) => screen.link.kind === "open");
  const counts = useScreen((screen) => JSON.stringify([screen.snapshot?.counts, screen.snapshot?.team?.id]));
  const [answer, setAnswer] = useState<{ readonly weeks: SpanWeeks; readonly is: Answer } | undefined>();
  useEffect(() => {
    if (!live) return;
    let over = false;
    void commands.ask("insight", { weeks }).then((reply) => {
      if (!over) setAnswer({ weeks, is: (reply.ok ? reply.value : null) ?? "failed" });
    });
    return () => {
      over = true;
    };
  }, [commands, live, weeks, counts]);
  return answer?.weeks === weeks ? answer.is : undefined;
}
