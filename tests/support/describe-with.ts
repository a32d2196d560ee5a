import { describe } from "vitest";
import { missing, type Need } from "./requires.ts";

/** A suite that runs where its needs are met, and otherwise is skipped under a name that gives the reason. */
export function describeWith(needs: readonly Need[], name: string, suite: () => void): void {
  const reason = missing(...needs);
  if (reason === undefined) describe(name, suite);
  else describe.skip(`${name} (skipped: ${reason})`, suite);
}
