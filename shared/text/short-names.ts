/** `Emily`, `Emily and Bob`, `Emily and 2 more`. */
export function shortNames(names: readonly string[]): string {
  const [first = "nobody", second] = names;
  if (second === undefined) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} more`;
}
