import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { onCall } from "../../../shared/schedule/resolve.ts";
import type { Shift } from "../../../shared/schedule/shift.ts";
import type { Role } from "../../../shared/team/team.ts";
import { roles } from "../../../shared/team/team.ts";
import type { NaiveHolder } from "../../support/naive-schedule.ts";
import { naiveSchedule } from "../../support/naive-schedule.ts";
import { anyContext, anyInstant, anySchedule } from "./any-schedule.ts";

// Walking whole years takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const holder = ({ person, because, holiday }: Shift): NaiveHolder => ({
  person,
  because,
  ...(holiday === undefined ? {} : { holiday }),
});

test("a second implementation that walks day by day agrees at every instant", () => {
  const property = fc.property(
    anySchedule,
    anyContext,
    fc.array(anyInstant, { minLength: 6, maxLength: 6 }),
    (schedule, context, instants) => {
      const naive = naiveSchedule(schedule, context);
      for (const at of instants) {
        const answer = onCall(schedule, context, at);
        const of = (role: Role): readonly NaiveHolder[] => answer.roles[role].map(holder);
        const [primary, secondary, backup] = roles.map(of);
        expect({ state: answer.state, primary, secondary, backup }).toEqual(naive(at));
      }
    },
  );
  fc.assert(property, { numRuns: 10 });
});
