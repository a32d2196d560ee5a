import type { Instant } from "../../shared/time/instant.ts";
import type { Stretch } from "../store/change-form.ts";
import { spanOf, type Content } from "./lanes.ts";

/**
 * What of a block can still be changed: the rest of it from the hour that runs. Undefined where it is over, and of those who stand
 * by, who are whoever is left.
 */
export function changeable(content: Content, schedule: string, thisHour: Instant): Stretch | undefined {
  const { from, to } = spanOf(content);
  if (to <= thisHour) return undefined;
  const rest = { schedule, from: from > thisHour ? from : thisHour, to };
  switch (content.kind) {
    case "shift":
      return {
        ...rest,
        role: content.shift.role,
        person: content.shift.person,
        substitute: content.conflict?.substitute,
      };
    case "uncovered":
      return { ...rest, role: content.uncovered.roles[0] ?? "primary" };
    case "standby":
      return undefined;
  }
}
