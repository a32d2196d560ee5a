import type { ReactNode } from "react";
import { useScreen, useSession } from "../store/session-context.ts";
import { drillWords, nowWords } from "../words/now.ts";
import { Button } from "./button.tsx";
import { Ticking } from "./ticking.tsx";

/** Would I really be paged right now? */
export function PagerCheck(): ReactNode {
  const { commands } = useSession();
  const drill = useScreen((screen) => screen.snapshot?.drill);
  const pending = useScreen((screen) => screen.pending.has("pager-check"));
  return (
    <div className="aside-part pager-check">
      <h2>{nowWords.pagerCheckTitle}</h2>
      <p className={drill?.kind === "failed" ? "trouble" : "soft"} role="status">
        {drill === undefined ? nowWords.pagerCheckBody : <Ticking text={(now) => drillWords(drill, now)} />}
      </p>
      {drill?.kind === "running" ? (
        <Button onPress={() => void commands.perform("answer-drill", {})}>{nowWords.answerDrill}</Button>
      ) : (
        <Button busy={pending} onPress={() => void commands.perform("pager-check", {})}>
          {nowWords.pagerCheck}
        </Button>
      )}
    </div>
  );
}
