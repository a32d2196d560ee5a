/** "1 incident", "2 incidents", "1,204 entries". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;

/** "Alice", "Alice and Bob", "Alice, Bob and Charlie". */
export function series(names: readonly string[], joint = "and"): string {
  const last = names.at(-1);
  if (last === undefined || names.length === 1) return last ?? "";
  return `${names.slice(0, -1).join(", ")} ${joint} ${last}`;
}

/** Without what follows a sentence's first letter being touched. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
