import { useEffect, useState } from "react";
import type { Contract } from "../../shared/rpc/contract.ts";
import type { Input, Output } from "../../shared/rpc/define.ts";
import { useScreen, useSession } from "./session-context.ts";

type Question = "schedule-view" | "my-shifts";

export type Answer<K extends Question> =
  | { readonly kind: "waiting" }
  | { readonly kind: "failed" }
  /** `late` while another question is under way and this is the answer to the one before. */
  | { readonly kind: "answered"; readonly value: Output<Contract, K>; readonly late: boolean };

/**
 * The host's answer to a question about schedules. It is asked again when the question, the team in force, who I am or the
 * connection changes, and at no other time: a snapshot alone changes no shift. `input` is compared as JSON.
 */
export function useScheduleAnswer<K extends Question>(question: K, input: Input<Contract, K>): Answer<K> {
  const { commands } = useSession();
  const live = useScreen((screen) => screen.link.kind === "open");
  const revision = useScreen((screen) => screen.snapshot?.team?.revision);
  const me = useScreen((screen) => screen.snapshot?.me?.id);
  const text = JSON.stringify(input);
  const asked = `${question} ${text} ${revision ?? ""} ${me ?? ""}`;
  const [known, setKnown] = useState<{ readonly asked: string; readonly answer: Answer<K> }>();
  useEffect(() => {
    if (!live) return;
    let over = false;
    void commands.ask(question, JSON.parse(text) as Input<Contract, K>).then((reply) => {
      if (over) return;
      const answer: Answer<K> = reply.ok ? { kind: "answered", value: reply.value, late: false } : { kind: "failed" };
      setKnown({ asked, answer });
    });
    return () => {
      over = true;
    };
  }, [commands, live, question, text, asked]);
  if (known === undefined) return { kind: "waiting" };
  if (known.asked === asked || known.answer.kind !== "answered") return known.answer;
  return { ...known.answer, late: true };
}
