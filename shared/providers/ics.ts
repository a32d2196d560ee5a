import * as v from "valibot";
import { checkFeedAddress, type FeedPlace } from "../team-file/address.ts";
import { roles } from "../team-file/ids.ts";
import { isWritten } from "../team-file/review.ts";
import { listOf, shape } from "../team-file/shape.ts";
import { minute } from "../time/duration.ts";
import { declare } from "./declaration.ts";
import { reachEntries } from "./reach.ts";

export type IcsConfig = { readonly kind: "ics"; readonly place: FeedPlace };

const about = v.description;
const optional = v.exactOptional;
const glob = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const role = v.picklist(roles);

const ruleSchema = shape({
  title: optional(v.pipe(glob, about("Glob of the event's title (* and ?), in any case"))),
  attendee: optional(
    v.pipe(glob, about("Glob of the address or name of somebody who is invited and has not declined")),
  ),
  category: optional(glob),
  person: optional(v.pipe(v.string(), about("Id of the person whose shift it is"))),
  role: optional(role),
  ignore: optional(v.pipe(v.boolean(), about("True for events that are no shifts, absences or holidays at all"))),
});

/** The keys by which events become shifts, absences and holidays. */
const entries = {
  ...reachEntries,
  url: optional(v.pipe(v.string(), about("https or webcal address, path relative to this file, or secret:NAME"))),
  role: optional(
    v.pipe(role, about("Of shifts whose rule names none; default: the role that the title names, else primary")),
  ),
  timezone: optional(
    v.pipe(v.string(), about("Of whole days and times without a zone; default that of the schedule or person")),
  ),
  map: optional(
    v.pipe(listOf(ruleSchema, 500), about("The first rule that fits an event decides; all that it names must fit")),
  ),
};

/** An iCalendar feed, whatever it is called: Google Calendar, Outlook and CalDAV are read as one. */
export const ics = declare({
  entries,
  // A file costs nothing to look at, and whoever edits it wants to see what became of it.
  poll: ({ place }: IcsConfig) => (place.kind === "file" ? minute : 15 * minute),
  secrets: ({ place }: IcsConfig) => (place.kind === "secret" ? [place.name] : []),
  read({ value, path }, { review }): IcsConfig | undefined {
    if (value.url === undefined) {
      if (!isWritten(review, [...path, "url"])) {
        const expected = "url: an https address, a path relative to this file, or secret:NAME";
        review.problem(path, { kind: "missing", found: "no url", expected });
      }
      return undefined;
    }
    const place = checkFeedAddress(review, [...path, "url"], value.url);
    return place && { kind: "ics", place };
  },
});

export type RuleFile = v.InferOutput<typeof ruleSchema>;
