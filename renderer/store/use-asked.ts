import { useEffect, useState, useSyncExternalStore } from "react";
import type { Contract } from "../../shared/rpc/contract.ts";
import type { Input, Output } from "../../shared/rpc/define.ts";
import { Asker, type Kept } from "./asker.ts";
import { useIsLive, useSession } from "./session-context.ts";

/** What a question has been answered with so far. */
export type Asked<T> =
  | { readonly kind: "nothing" }
  /** `last` is the answer to the question before. */
  | { readonly kind: "asking"; readonly last?: T }
  /** `late` while the same is asked again. */
  | { readonly kind: "answered"; readonly value: T; readonly late: boolean; readonly again: () => void }
  /** `last` is what it was answered with before it failed. */
  | { readonly kind: "failed"; readonly last?: T; readonly again: () => void };

type Name = keyof Contract["commands"] & string;

export type Asking = {
  /** Whatever the answer depends on besides the question: another one asks again. */
  readonly revision?: unknown;
  /** Milliseconds without another question before one is asked. */
  readonly settle?: number;
  /** Milliseconds in which other revisions are one. */
  readonly gather?: number;
};

/** Asks the host, again whenever the input or its revision changes or the connection is back, and keeps the answer. Without an input nothing is asked. */
export function useAsked<K extends Name>(
  command: K,
  input: Input<Contract, K> | undefined,
  { revision, settle = 0, gather = 0 }: Asking = {},
): Asked<Output<Contract, K>> {
  const { commands } = useSession();
  const live = useIsLive();
  const [asker] = useState(() => new Asker<Output<Contract, K>>());
  const kept = useSyncExternalStore(asker.subscribe, asker.kept);
  const text = input === undefined ? undefined : JSON.stringify(input);
  useEffect(() => {
    const isWanted = text !== undefined && live;
    const ask = () => commands.ask(command, JSON.parse(text ?? "") as Input<Contract, K>);
    asker.want(isWanted ? { text, revision, ask } : undefined, { settle, gather });
  }, [asker, commands, command, text, revision, live, settle, gather]);
  useEffect(() => () => asker.want(undefined, { settle: 0, gather: 0 }), [asker]);
  return askedOf(text, kept, { revision, again: asker.again });
}

type Reading = { readonly revision: unknown; readonly again: () => void };

function askedOf<T>(text: string | undefined, kept: Kept<T> | undefined, { revision, again }: Reading): Asked<T> {
  if (text === undefined) return { kind: "nothing" };
  const value = kept && "value" in kept ? { value: kept.value } : undefined;
  const last = value && { last: value.value };
  if (kept?.text !== text) return { kind: "asking", ...last };
  if (kept.failed) return { kind: "failed", again, ...last };
  return value ? { kind: "answered", ...value, late: !Object.is(kept.revision, revision), again } : { kind: "asking" };
}

/** The answer to this question, be it from before it failed. */
export function valueOf<T>(asked: Asked<T>): T | undefined {
  if (asked.kind === "answered") return asked.value;
  return asked.kind === "failed" ? asked.last : undefined;
}

/** What is there to be looked at: the answer to this question, or to the one before. */
export const latest = <T>(asked: Asked<T>): T | undefined => (asked.kind === "asking" ? asked.last : valueOf(asked));
