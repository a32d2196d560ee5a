import type { MyShifts } from "../../shared/schedule/schedule-view-shape.ts";
import { count } from "../../shared/text/sentence.ts";

export const myShiftWords = {
  title: "Your next eight weeks",
  none: "No shift of yours in the next eight weeks.",
  nobody: "Say who you are in Settings, and your shifts stand here.",
  failed: "Your shifts could not be read.",
  now: "now",
  all: (hidden: number): string => `Show ${count(hidden, "more shift")}`,
} as const;

const causes: Readonly<Record<string, string>> = { override: "override", swap: "swap" };

/** What sets a shift apart from one's turn: a holiday's name, an override, a swap. */
export const causeWords = ({ because, holiday }: MyShifts["shifts"][number]): string | undefined =>
  holiday ?? causes[because];
