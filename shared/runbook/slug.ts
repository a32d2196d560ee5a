/**
 * Gives headings the ids that GitHub gives them: lower case, without punctuation, dashes for spaces, and a number where one comes
 * again.
 */
export function slugger(): (title: string) => string {
  const seen = new Map<string, number>();
  return (title) => {
    const lower = title.toLowerCase();
    // Most headings need no tables of Unicode.
    const kept = /^[\w -]*$/.test(lower) ? lower : lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "");
    const plain = kept.replaceAll(" ", "-");
    let slug = plain;
    let times = seen.get(plain) ?? 0;
    while (seen.has(slug)) {
      times += 1;
      slug = `${plain}-${String(times)}`;
    }
    seen.set(plain, times);
    seen.set(slug, 0);
    return slug;
  };
}
