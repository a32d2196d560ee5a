import { useEffect, useState } from "react";
import type { Contract } from "../../../shared/rpc/contract.ts";
import type { Input, Output } from "../../../shared/rpc/define.ts";
import { useScreen, useSession } from "../../store/session-context.ts";

/** Ms without a change before a question is asked: typing a date makes several. */
const settling = 150;

export type Answer<A> =
  | { readonly kind: "none" }
  /** The answer before stays in sight until the next is there. */
  | { readonly kind: "asking"; readonly last?: A }
  | { readonly kind: "known"; readonly answer: A }
  | { readonly kind: "failed" };

type Question = "propose-schedule-change" | "propose-cover";

/**
 * The host's answer to a question that changes as somebody types; undefined where there is nothing to ask yet. `turn` asks the
 * same again. An answer that comes after the next question is dropped.
 */
export function useAnswer<Q extends Question>(
  command: Q,
  input: Input<Contract, Q> | undefined,
  turn = 0,
): Answer<Output<Contract, Q>> {
  const { commands } = useSession();
  const live = useScreen((screen) => screen.link.kind === "open");
  const question = input === undefined ? undefined : JSON.stringify(input);
  const key = `${String(turn)} ${question ?? ""}`;
  const [known, setKnown] = useState<{ readonly key: string; readonly answer: Output<Contract, Q> | undefined }>();
  useEffect(() => {
    if (question === undefined || !live) return undefined;
    let over = false;
    const timer = setTimeout(() => {
      void commands.ask(command, JSON.parse(question) as Input<Contract, Q>).then((reply) => {
        if (!over) setKnown({ key, answer: reply.ok ? reply.value : undefined });
      });
    }, settling);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [commands, command, live, question, key]);
  if (question === undefined) return { kind: "none" };
  if (known?.key !== key) return { kind: "asking", ...(known?.answer !== undefined && { last: known.answer }) };
  return known.answer === undefined ? { kind: "failed" } : { kind: "known", answer: known.answer };
}

/** What is there to be looked at, be it the answer to this question or to the one before. */
export const latest = <A>(answer: Answer<A>): A | undefined =>
  answer.kind === "known" ? answer.answer : answer.kind === "asking" ? answer.last : undefined;
