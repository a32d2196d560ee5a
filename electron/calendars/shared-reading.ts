import type { Span } from "../../shared/schedule/shift.ts";
import type { CalendarConnection, ReadResult } from "../core/calendar.ts";

/** A connection that asks once at a time: who asks meanwhile for the same window gets the same answer, for another one waits. */
export function oneAtATime(read: (window: Span) => Promise<ReadResult>): CalendarConnection {
  let pending: { readonly window: Span; readonly answer: Promise<ReadResult> } | undefined;
  return {
    read(window) {
      if (pending?.window.from === window.from && pending.window.to === window.to) return pending.answer;
      const before = pending?.answer ?? Promise.resolve();
      const mine = { window, answer: before.then(() => read(window)) };
      pending = mine;
      void mine.answer.finally(() => {
        if (pending === mine) pending = undefined;
      });
      return mine.answer;
    },
  };
}
