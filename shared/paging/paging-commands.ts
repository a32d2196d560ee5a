import * as v from "valibot";

const nothing = v.object({});
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(60_000), v.maxValue(7 * 86_400_000));

/** What a person asks of the pager itself. */
export const pagingCommands = {
  /** Holds back what is not critical for so many milliseconds; null ends that. */
  quiet: v.object({ for: v.nullable(milliseconds) }),
  "test-notification": nothing,
  "pager-check": nothing,
  /** Answers the pager check from the window. */
  "answer-drill": nothing,
  "dismiss-announcement": v.object({ id: v.pipe(v.string(), v.maxLength(1_000)) }),
} as const;
