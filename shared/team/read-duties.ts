import { itemsOf } from "../team-file/reading.ts";
import type { Review } from "../team-file/review.ts";
import type { TeamDuty } from "./team.ts";
import { foundText } from "../team-file/team-problem.ts";
import { dutySchema, most } from "./team-schema.ts";

/** The duties of a shift; a tick names its duty by the title, so no two may be the same. */
export function readDuties(review: Review): readonly TeamDuty[] {
  const items = itemsOf(review, "duties", { schema: dutySchema, least: 0, most: most.duties });
  const titles = new Set<string>();
  for (const { value, path } of items) {
    if (titles.has(value.title)) {
      const expected = "a title that no other duty has";
      review.problem([...path, "title"], { kind: "duplicate-id", found: foundText(value.title), expected });
    }
    titles.add(value.title);
    if (value.url !== undefined && !isWebAddress(value.url)) {
      const expected = "an address that begins with https:// or http://";
      review.problem([...path, "url"], { kind: "bad-url", found: foundText(value.url), expected });
    }
  }
  return items.map(({ value }) => value);
}

/** Baton opens nothing else. */
const isWebAddress = (address: string): boolean => /^https?:\/\/[^\s/]/i.test(address);
