import type { Service, ServiceId } from "../team/team.ts";
import { normalPath, placeOf, type Place } from "./place.ts";
import type { RunbookId } from "./runbook.ts";

/** Which of the three ways led to it. */
export type MatchedBy = "alert" | "service" | "front-matter";

export type Match =
  | { readonly kind: "found"; readonly id: RunbookId; readonly by: MatchedBy; readonly heading?: string }
  | { readonly kind: "outside"; readonly url: string; readonly by: MatchedBy }
  /** `named`: what is named and is not there. */
  | { readonly kind: "gap"; readonly named?: string };

/** What there is to be found. */
export type Shelf = {
  /** False until the folder was read: until then what is named is taken to be there. */
  readonly known: boolean;
  /** The folder, from the team file's. */
  readonly folder?: string;
  readonly has: (id: RunbookId) => boolean;
  /** The runbook whose front matter names a service. */
  readonly ofService: (service: ServiceId) => RunbookId | undefined;
};

/** What decides it: what the alert names, and the incident's service. */
export type Wanted = { readonly named?: string; readonly service?: Service };

/**
 * The runbook of an incident: the one that its alert names, else the one that its service names, else the one that names its
 * service. What is named and is not there is passed over, and remembered should nothing else be found.
 */
export function matchRunbook({ named, service }: Wanted, shelf: Shelf): Match {
  const found = follow(named, "alert", shelf) ?? follow(service?.runbook, "service", shelf);
  if (found) return found;
  const own = service && shelf.ofService(service.id);
  if (own !== undefined) return { kind: "found", id: own, by: "front-matter" };
  const missing = named ?? service?.runbook;
  return missing === undefined ? { kind: "gap" } : { kind: "gap", named: missing };
}

function follow(named: string | undefined, by: MatchedBy, shelf: Shelf): Match | undefined {
  if (named === undefined) return undefined;
  const place = placeOf(named);
  if (place.kind === "outside") return { kind: "outside", url: place.url, by };
  const id = place.kind === "address" ? place.url : onShelf(place, shelf);
  return id === undefined ? undefined : { kind: "found", id, by, ...headingOf(place) };
}

const headingOf = (place: Place): { readonly heading?: string } =>
  place.kind !== "outside" && place.heading !== undefined ? { heading: place.heading } : {};

/** A path is one from the team file's folder, or one within the runbooks' folder; its `.md` may be left out. */
function onShelf({ path }: Extract<Place, { kind: "path" }>, shelf: Shelf): RunbookId | undefined {
  if (!shelf.known) return path;
  const within = shelf.folder === undefined ? [] : [normalPath(`${shelf.folder}/${path}`)];
  return [path, ...within].flatMap((one) => [one, `${one}.md`]).find((one) => shelf.has(one));
}
