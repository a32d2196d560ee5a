/*
 * Personal data in what is kept: the ids of people, what they are called and reached by, and addresses and numbers in what they
 * wrote. It is found by the place in which it stands, or by who is looked for, and replaced by a pseudonym.
 */

/** One person, with everything that names them. */
export type Identity = {
  readonly id: string;
  /** Name, mail address, phone number, chat id. */
  readonly aliases: readonly string[];
};

export type Pseudonyms = {
  /** Whom to look for in every text. */
  readonly people: readonly Identity[];
  /** Everybody: also those whom nobody knows any more, and addresses and numbers in texts. Else only `people`. */
  readonly everybody: boolean;
  /** The same for the same person, as long as it is one piece of work. */
  readonly pseudonymOf: (id: string) => string;
};

/** Fields that hold nothing but people. */
const personFields = new Set([
  "by",
  "me",
  "person",
  "people",
  "author",
  "assignee",
  "stakeholders",
  "owner",
  "giver",
  "taker",
  "order",
  "a",
  "b",
]);
/** Fields whose words are never people, even where somebody is called the same. */
const otherFields = new Set([
  "kind",
  "what",
  "source",
  "key",
  "service",
  "schedule",
  "severity",
  "category",
  "incident",
  "incidents",
  "id",
]);
const nobody = new Set(["somebody", "Baton"]);
const pseudonym = /^someone-[0-9a-f]+$/;

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const phone = /\+\d[\d ()-]{5,}\d/g;

/** The same value without personal data; the very same object where there was none. */
export function withoutPersonal(value: unknown, pseudonyms: Pseudonyms): unknown {
  return replaced(value, { field: "", pseudonyms, finders: findersOf(pseudonyms) });
}

/** Whether a value names a person. */
export function mentions(value: unknown, person: Identity): boolean {
  const pseudonyms = { people: [person], everybody: false, pseudonymOf: () => "" };
  return withoutPersonal(value, pseudonyms) !== value;
}

/** Whether a handoff is known by a name with this person in it: "2027-01-11-alice-bob-i00000". */
export const isPartyTo = (handoff: string, { id }: Identity): boolean => wordsOf(id).test(handoff);

type Finder = { readonly pattern: RegExp; readonly by: string };
type Replacing = { readonly field: string; readonly pseudonyms: Pseudonyms; readonly finders: readonly Finder[] };

function findersOf({ people, pseudonymOf }: Pseudonyms): readonly Finder[] {
  return people.flatMap(({ id, aliases }) =>
    aliases
      .filter((alias) => alias.trim().length > 1)
      // The longest first: "Ana Lind" before "Ana".
      .toSorted((a, b) => b.length - a.length)
      .map((alias) => ({ pattern: wordsOf(alias), by: pseudonymOf(id) })),
  );
}

const wordsOf = (alias: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${alias.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "giu");

function replaced(value: unknown, replacing: Replacing): unknown {
  if (typeof value === "string") return text(value, replacing);
  if (Array.isArray(value)) {
    const items = value.map((item) => replaced(item, replacing));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const next = entries.map(([field, part]) => [field, replaced(part, { ...replacing, field })] as const);
  return next.some(([, part], index) => part !== entries[index]?.[1]) ? Object.fromEntries(next) : value;
}

function text(value: string, { field, pseudonyms, finders }: Replacing): string {
  const { people, everybody, pseudonymOf } = pseudonyms;
  if (otherFields.has(field)) return value;
  if (field === "handoff") return people.reduce((name, { id }) => name.replace(wordsOf(id), pseudonymOf(id)), value);
  const known = people.find(({ id, aliases }) => id === value || aliases.includes(value));
  if (known !== undefined) return pseudonymOf(known.id);
  if (personFields.has(field) && everybody) {
    return nobody.has(value) || pseudonym.test(value) ? value : pseudonymOf(value);
  }
  const named = finders.reduce((line, { pattern, by }) => line.replace(pattern, by), value);
  return everybody ? named.replace(mail, "[address]").replace(phone, "[number]") : named;
}
