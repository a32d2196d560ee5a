/* The little of JSON that has to be known to find where a value ends in bytes, without making it into one (RFC 8259). */

export const byte = {
  quote: 0x22,
  comma: 0x2c,
  listBegin: 0x5b,
  backslash: 0x5c,
  listEnd: 0x5d,
  objectBegin: 0x7b,
  objectEnd: 0x7d,
} as const;

/** The first place from `at` on that is no white space between tokens. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let place = at;
  for (;;) {
    const found = bytes[place];
    if (found !== 0x20 && found !== 0x0a && found !== 0x0d && found !== 0x09) return place;
    place += 1;
  }
}

/** The place after the object that begins at `at`; -1 where it does not end. What is between may still be no JSON. */
export function objectEnd(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let place = at; place < bytes.length; place += 1) {
    const found = bytes[place];
    if (found === byte.quote) place = textEnd(bytes, place);
    else if (found === byte.objectBegin) depth += 1;
    else if (found === byte.objectEnd && (depth -= 1) === 0) return place + 1;
  }
  return -1;
}

/** The place of the quote that ends the text which begins at `at`. */
function textEnd(bytes: Uint8Array, at: number): number {
  let place = at + 1;
  while (place < bytes.length && bytes[place] !== byte.quote) place += bytes[place] === byte.backslash ? 2 : 1;
  return place;
}
