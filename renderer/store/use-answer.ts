import { useCallback, useEffect, useState } from "react";
import type { Contract } from "../../shared/rpc/contract.ts";
import type { Input, Output } from "../../shared/rpc/define.ts";
import { useIsLive, useSession } from "./session-context.ts";

/** What a question has been answered with so far. An answer stays while the same is asked again. */
export type Answer<T> =
  | { readonly kind: "asking" }
  | { readonly kind: "there"; readonly value: T; readonly again: () => void }
  | { readonly kind: "failed"; readonly again: () => void };

type Name = keyof Contract["commands"] & string;
type Kept<K extends Name> = { readonly asked: string; readonly value?: Output<Contract, K> };

/**
 * Asks the host, and again whenever the input or `revision` changes. Nothing is asked where there is no input. `revision` stands for
 * whatever the answer depends on besides.
 */
export function useAnswer<K extends Name>(
  command: K,
  input: Input<Contract, K> | undefined,
  revision: number | string,
): Answer<Output<Contract, K>> {
  const { commands } = useSession();
  const live = useIsLive();
  const [kept, setKept] = useState<Kept<K>>();
  const [attempt, setAttempt] = useState(0);
  const asked = input === undefined ? undefined : JSON.stringify(input);

  useEffect(() => {
    if (asked === undefined || !live) return;
    let over = false;
    void commands.ask(command, JSON.parse(asked) as Input<Contract, K>).then((answer) => {
      if (over) return;
      setKept((before) => {
        if (answer.ok) return { asked, value: answer.value };
        // What was answered before still holds better than nothing.
        return before?.asked === asked && "value" in before ? before : { asked };
      });
    });
    return () => {
      over = true;
    };
  }, [commands, command, asked, revision, live, attempt]);

  const again = useCallback(() => setAttempt((before) => before + 1), []);
  if (asked === undefined || kept?.asked !== asked) return { kind: "asking" };
  if (!("value" in kept)) return { kind: "failed", again };
  return { kind: "there", value: kept.value, again };
}
