import type { Contract, Outcome } from "./contract.ts";
import type { Output } from "./define.ts";

/** Commands that end in an outcome: what a person asks for, and not only about. */
export type ActionName = {
  [K in keyof Contract["commands"] & string]: Output<Contract, K> extends Outcome
    ? Outcome extends Output<Contract, K>
      ? K
      : never
    : never;
}[keyof Contract["commands"] & string];
