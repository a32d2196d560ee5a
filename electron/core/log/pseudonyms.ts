import type { Identity, Pseudonyms } from "../../../shared/log/personal.ts";
import type { Person } from "../../../shared/team/team.ts";
import type { Chance } from "../ports.ts";

/** Everything that names a person of the team. */
export const identityOf = ({ id, name, email, phone, slack }: Person): Identity => ({
  id,
  aliases: [name, email, phone, slack].filter((alias) => alias !== undefined),
});

/** Bytes of a pseudonym: enough that no two people of a team share one. */
const bytes = 6;

/**
 * Pseudonyms drawn at random, the same for one person throughout one piece of work. Nobody keeps which is whose, so that they
 * cannot be undone, nor joined over two pieces.
 */
export function drawnPseudonyms(
  chance: Pick<Chance, "token">,
  who: Pick<Pseudonyms, "people" | "everybody">,
): Pseudonyms {
  const drawn = new Map<string, string>();
  return {
    ...who,
    pseudonymOf(id) {
      let known = drawn.get(id);
      if (known === undefined) drawn.set(id, (known = `someone-${hex(chance.token(bytes))}`));
      return known;
    },
  };
}

/** A token in letters that a reader can say aloud. */
const hex = (token: string): string => Array.from(token, (letter) => (letter.charCodeAt(0) % 16).toString(16)).join("");
