import type { Contract } from "../../shared/rpc/contract.ts";
import type { Input, Output } from "../../shared/rpc/define.ts";
import { useScreen } from "./session-context.ts";
import { useAsked, type Asked } from "./use-asked.ts";

type Question = "schedule-view" | "my-shifts";

/** A question about schedules, asked again when the team in force or who I am changes: a snapshot alone changes no shift. */
export function useScheduleAnswer<K extends Question>(
  question: K,
  input: Input<Contract, K>,
): Asked<Output<Contract, K>> {
  const team = useScreen((screen) => screen.snapshot?.team?.revision);
  const me = useScreen((screen) => screen.snapshot?.me?.id);
  return useAsked(question, input, { revision: `${String(team)} ${me ?? ""}` });
}
