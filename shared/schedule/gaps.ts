import type { Schedule } from "../team/team.ts";
import { watches } from "./resolve.ts";
import type { Context, Span } from "./shift.ts";

/**
 * When somebody should be on call and nobody is, within a span and cut to it: no site open that follows the sun, a role
 * without participants.
 */
export function gaps(schedule: Schedule, context: Context, span: Span): readonly Span[] {
  const found: Span[] = [];
  for (const { state, from, to } of watches(schedule, context, span)) {
    if (state !== "gap") continue;
    const last = found.at(-1);
    if (last?.to === from) found[found.length - 1] = { from: last.from, to };
    else found.push({ from, to });
  }
  return found;
}
