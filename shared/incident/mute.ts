import type { Team } from "../team/team.ts";
import type { Instant } from "../time/instant.ts";
import { sameJson } from "../wire.ts";
import type { Sighting } from "./alert.ts";
import { acknowledge, withTimeline } from "./change.ts";
import type { Incident } from "./incident.ts";

/** Takes over what the source says of mutes: an acknowledgement made through Baton elsewhere, or somebody else's silence. */
export function withMute(
  before: Incident,
  sighting: Sighting,
  { team, now }: { readonly team: Team; readonly now: Instant },
): Incident {
  const { acknowledgement, suppression } = sighting;
  if (acknowledgement) return acknowledgedElsewhere(before, acknowledgement, { team, now });
  if (!suppression) {
    if (before.suppression === undefined) return before;
    const { suppression: _suppression, escalation: _escalation, ...rest } = before;
    return withTimeline(rest, { at: now }, { kind: "unsuppressed" });
  }
  if (before.suppression && sameJson(before.suppression, suppression)) return before;
  if (before.suppression) return { ...before, suppression };
  const by = {
    kind: "suppressed",
    by: suppression.by,
    ...(suppression.author !== undefined && { author: suppression.author }),
  } as const;
  return withTimeline({ ...before, suppression }, { at: now }, by);
}

function acknowledgedElsewhere(
  before: Incident,
  { by, handle, until }: NonNullable<Sighting["acknowledgement"]>,
  { team, now }: { readonly team: Team; readonly now: Instant },
): Incident {
  const { standing } = before;
  if (standing.kind === "acknowledged") {
    const same = standing.handle === handle && standing.until === until;
    return same ? before : { ...before, standing: { ...standing, handle, until } };
  }
  const person = team.people.find(({ id, name, email }) => by === id || by === name || by === email);
  return acknowledge(before, { by: person?.id ?? by, at: now, until, handle, ...(person && { person: person.id }) });
}
