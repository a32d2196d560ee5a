import { checkId, type Wanted } from "../team-file/known-ids.ts";
import { itemsOf, type Item, type Reading } from "../team-file/reading.ts";
import type { Service } from "./team.ts";
import { most, serviceSchema, type ServiceFile } from "./team-schema.ts";

/** The services of the file, with every glob of `match` in a list. */
export function readServices(reading: Reading): readonly Service[] {
  const items = itemsOf(reading.review, "services", { schema: serviceSchema, least: 0, most: most.services });
  return items.map((item) => readService(reading, item));
}

function readService({ review, wants }: Reading, { value, path }: Item<ServiceFile>): Service {
  const { owners = {}, match = {} } = value;
  const check = (keys: readonly string[], id: string | undefined, wanted: Wanted): void => {
    if (id !== undefined) checkId(review, [...path, ...keys], { id, wanted });
  };
  check(["owners", "primary"], owners.primary, wants.owner);
  check(["owners", "secondary"], owners.secondary, wants.owner);
  check(["schedule"], value.schedule, wants.serviceSchedule);
  check(["sla"], value.sla, wants.sla);
  check(["escalation"], value.escalation, wants.escalation);
  return {
    ...value,
    investorImpact: value.investorImpact ?? false,
    sensitive: value.sensitive ?? false,
    owners,
    match: Object.fromEntries(
      Object.entries(match).map(([label, globs]) => [label, typeof globs === "string" ? [globs] : globs]),
    ),
  };
}
