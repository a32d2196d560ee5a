/** The last name of a path or address; the address itself where it has none. */
export function pageName(place: string): string {
  const path = place.replace(/[?#].*$/s, "").replace(/\/+$/, "");
  const last = path.slice(path.lastIndexOf("/") + 1);
  return last === "" ? place : last;
}
