import { roles, type Role, type Schedule, type Zone } from "../../shared/team/team.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { toLocal } from "../../shared/time/zoned.ts";

/** `2027-01-04 09:00 Europe/Copenhagen` */
export function localText(at: Instant, zone: Zone): string {
  const { date, time } = toLocal(zone, at);
  return `${date} ${time} ${zone}`;
}

/** The roles that a schedule fills, in their order. */
export const rolesOf = (schedule: Schedule): readonly Role[] =>
  roles.filter(
    (role) =>
      (schedule.imported ?? schedule.rotations).some((held) => held.role === role) ||
      (schedule.imported && role === "primary"),
  );
