import { describe, expect, test } from "vitest";
import { occurrencesIn } from "../../shared/calendar/occurrences.ts";
import { busyFeed } from "../support/ics-busy-feed.ts";
import { event, feed, wholeYear } from "../support/ics-feed.ts";
import { icalJs, nodeIcal, type PeerSpan } from "../support/ics-peers.ts";

/* What two libraries of the field make of the same feeds, where they are right. Where they are not, calendar-zones.test.ts says what is. */

/** `wrong`: feeds on which a peer is not right, so that it is no measure. */
const peers = [
  // It takes every week for one that BYWEEKNO names.
  { name: "ical.js", read: await icalJs(), wrong: ["weeks of the year"] },
  { name: "node-ical", read: await nodeIcal(), wrong: [] as readonly string[] },
];

function ours(text: string): readonly PeerSpan[] {
  const found = occurrencesIn(text, wholeYear);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value.occurrences.map(({ from, to }) => ({ from, to }));
}

const feeds = {
  "a company's calendar": busyFeed(200),
  "a series with exceptions": feed(
    event(
      "UID:1",
      "DTSTART:20270104T090000Z",
      "DTEND:20270104T100000Z",
      "RRULE:FREQ=WEEKLY;COUNT=8",
      "EXDATE:20270118T090000Z",
    ),
    event("UID:1", "RECURRENCE-ID:20270125T090000Z", "DTSTART:20270126T140000Z", "DTEND:20270126T150000Z"),
  ),
  "positions within a month": feed(
    event(
      "UID:1",
      "DTSTART:20270129T090000Z",
      "DTEND:20270129T100000Z",
      "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    ),
  ),
  "weeks of the year": feed(
    event(
      "UID:1",
      "DTSTART:20270104T090000Z",
      "DTEND:20270104T100000Z",
      "RRULE:FREQ=YEARLY;BYWEEKNO=1,9,17,20,33,41,52;BYDAY=MO",
    ),
  ),
};

for (const { name, read, wrong } of peers) {
  describe.skipIf(!read)(`beside ${name}${read ? "" : " (needs the package)"}`, () => {
    test.each(Object.entries(feeds).filter(([title]) => !wrong.includes(title)))(
      "%s has the same occurrences",
      (_, text) => {
        const found = ours(text);
        expect(found.length).toBeGreaterThan(6);
        expect(found).toEqual(read?.(text, wholeYear.from, wholeYear.to));
      },
    );
  });
}
