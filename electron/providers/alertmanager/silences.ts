import type { SourceFailure } from "../../../shared/incident/answer.ts";
import type { Labels } from "../../../shared/incident/alert.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { second } from "../../../shared/time/duration.ts";
import type { Peer } from "./peer.ts";
import type { SilenceQuestions } from "./silence-book.ts";
import { parseSilence, type Silence } from "./silence.ts";
import { jsonOf, malformed } from "../reach/json.ts";
import { failureOfStatus } from "../reach/status.ts";

/* Questions to one peer about silences. */

/** How long to wait, in milliseconds, and the clock that a Retry-After counts from. */
export type Patience = { readonly deadline: number; readonly now: Instant };

/** `absent`: this peer knows no silence of that id. */
export async function fetchSilence(
  peer: Peer,
  id: string,
  { deadline, now }: Patience,
): Promise<Result<Silence | "absent", SourceFailure>> {
  const reply = await peer.call({ method: "GET", path: `/silence/${encodeURIComponent(id)}`, deadline });
  if (reply.ok && reply.value.status === 404) return ok("absent");
  const item = reply.ok ? jsonOf(reply.value, now) : reply;
  if (!item.ok) return item;
  const silence = parseSilence(item.value);
  return silence ? ok(silence) : malformed("body: expected a silence");
}

/** All silences, those that are over included, or those that name some of `labels`. Ones that do not validate are left out. */
export async function fetchSilences(
  peer: Peer,
  labels: Labels,
  { deadline, now }: Patience,
): Promise<Result<readonly Silence[], SourceFailure>> {
  const reply = await peer.call({ method: "GET", path: `/silences${filterFor(labels)}`, deadline });
  const list = reply.ok ? jsonOf(reply.value, now) : reply;
  if (!list.ok) return list;
  if (!Array.isArray(list.value)) return malformed("body: expected a list of silences");
  return ok(list.value.map(parseSilence).filter((silence) => silence !== undefined));
}

/** Milliseconds to wait for details without which the poll is good as well. */
const detailDeadline = 3 * second;

/** Asks the peers in turn until one knows. That nobody tells is no failure: the alert is shown without the details. */
export function questionsTo(peers: readonly Peer[], now: Instant): SilenceQuestions {
  const patience: Patience = { deadline: detailDeadline, now };
  return {
    async one(id) {
      for (const peer of peers) {
        const silence = await fetchSilence(peer, id, patience);
        if (silence.ok && silence.value !== "absent") return silence.value;
      }
      return undefined;
    },
    async all() {
      for (const peer of peers) {
        const silences = await fetchSilences(peer, {}, patience);
        if (silences.ok) return silences.value;
      }
      return [];
    },
  };
}

/** Servers take addresses of some 8 kB. */
const longestFilter = 2_000;

/**
 * Lets the server leave out most of what is not asked for. Label pairs that would need escaping, or make the address too
 * long, are left to the caller, who compares in full anyway.
 */
function filterFor(labels: Labels): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(labels)) {
    if (!/^[a-z_]\w*$/i.test(name) || !/^[ !#-[\]-~]+$/.test(value)) continue;
    const filter = `${name}="${value}"`;
    if (query.toString().length + encodeURIComponent(filter).length < longestFilter) query.append("filter", filter);
  }
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** Ends a silence. `absent`: this peer does not know it; one that is over already is ended. */
export async function expireSilence(
  peer: Peer,
  id: string,
  patience: Patience,
): Promise<Result<"ended" | "absent", SourceFailure>> {
  const reply = await peer.call({
    method: "DELETE",
    path: `/silence/${encodeURIComponent(id)}`,
    deadline: patience.deadline,
  });
  if (!reply.ok) return reply;
  const failure = failureOfStatus(reply.value, patience.now);
  if (!failure) return ok("ended");
  if (failure.kind !== "status") return err(failure);
  // Up to 0.25 an unknown id is an internal error, and only its text says which: better asked than read.
  const silence = await fetchSilence(peer, id, patience);
  if (!silence.ok) return silence;
  if (silence.value === "absent") return ok("absent");
  return silence.value.state === "expired" ? ok("ended") : err(failure);
}
