import type { Need } from "../support/requires.ts";
import type { Figure } from "./figure.ts";

/** One measurement, which may yield several figures. */
export type Bench = {
  /** What `npm run bench -- NAME` calls it. */
  readonly name: string;
  /** What the machine must have; where it has not, the measurement is skipped by name, with the reason. */
  readonly needs: readonly Need[];
  run(): Promise<readonly Figure[]>;
};
