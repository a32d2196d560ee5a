import type { PersonId } from "../team/team.ts";
import type { KnownPerson } from "./calendar-content.ts";
import type { CalendarEvent } from "./calendar-event.ts";

/** Finds the people that an event is about. */
export type PeopleFinder = {
  /** Those who are invited and have not declined, in the event's order. */
  readonly invited: (event: CalendarEvent) => readonly PersonId[];
  /** Those whose name, id or address stands in a text as words of its own. */
  readonly named: (text: string) => readonly PersonId[];
};

export function findPeople(people: readonly KnownPerson[]): PeopleFinder {
  const byAddress = new Map(
    people.flatMap(({ id, email }) => (email === undefined ? [] : [[email.toLowerCase(), id]])),
  );
  const signs = people.flatMap(({ id, name, email }) =>
    [...new Set([name, id, email ?? ""])]
      .filter((sign) => sign !== "")
      .map((sign) => ({ id, sign: plain(sign) }))
      .filter(({ sign }) => sign.trim() !== ""),
  );
  return {
    invited: ({ attendees }) => [
      ...new Set(
        attendees.flatMap(({ address, declined }) => {
          const id = byAddress.get(address);
          return id === undefined || declined ? [] : [id];
        }),
      ),
    ],
    named(text) {
      const words = plain(text);
      const found = signs.filter(({ sign }) => words.includes(sign));
      // "Ann Lee" is not also "Ann": a sign within another one that was found counts for nothing.
      const whole = found.filter(
        ({ id, sign }) => !found.some((other) => other.id !== id && isWithin(sign, other.sign)),
      );
      return [...new Set(whole.map(({ id }) => id))];
    },
  };
}

const isWithin = (sign: string, other: string): boolean => other.length > sign.length && other.includes(sign);

/** Lower case, with one blank around each word, so that a whole word is found by its blanks. */
const plain = (text: string): string =>
  ` ${text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}@.+_-]+/u)
    .map((word) => word.replace(/^[.+_-]+|[.+_-]+$/gu, ""))
    .filter((word) => word !== "")
    .join(" ")} `;
