import type { Announcement } from "../../paging/announcement.ts";
import { day } from "../../time/duration.ts";
import { after, type Instant } from "../../time/instant.ts";
import { actor, refused } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { Stamp } from "../../state/event.ts";
import type { AnnouncementView } from "../../app/snapshot-shape.ts";
import type { AppState } from "../../state/state.ts";

/* What was announced to the team: written down, handed to the channels once, and shown until somebody dismisses it. */

/** How long an announcement is shown. */
const shownFor = 14 * day;

export type Announcing = {
  readonly announcement: Announcement;
  readonly now: Instant;
  /** Until when the same announcement could fall due again; a moment ago where its id never returns. */
  readonly until?: Instant;
};

/** Announces once: an id that is kept is not announced again. */
export function announce(state: AppState, { announcement, now, until }: Announcing): Decision {
  if (state.announcements.has(announcement.id)) return becomes(state);
  const shownUntil = after(now, shownFor);
  const forgetAt = until !== undefined && until > shownUntil ? until : shownUntil;
  const { id, topic, title } = announcement;
  return {
    state: { ...state, announcements: new Map(state.announcements).set(id, { announcement, at: now, forgetAt }) },
    effects: [{ kind: "announce", announcement }],
    entries: [{ at: now, kind: "announced", body: { id, topic, title } }],
  };
}

/** Takes an announcement off the screen. It stays known, so that it is not announced again. */
export function dismissAnnouncement(state: AppState, id: string, { now }: Stamp): Decision {
  const kept = state.announcements.get(id);
  if (!kept || kept.dismissed) return refused(state, "not-found");
  return {
    state: { ...state, announcements: new Map(state.announcements).set(id, { ...kept, dismissed: true }) },
    effects: [],
    entries: [{ at: now, kind: "announcement-dismissed", body: { by: actor(state), id } }],
    reply: { kind: "done", count: 1 },
  };
}

/** What is past is forgotten. */
export function forgetAnnouncements(state: AppState, { now }: Stamp): Decision {
  const kept = [...state.announcements].filter(([, { forgetAt }]) => forgetAt > now);
  return becomes(kept.length === state.announcements.size ? state : { ...state, announcements: new Map(kept) });
}

/** What a screen shows: the latest first. */
export const announcementViews = ({ announcements }: AppState, now: Instant): readonly AnnouncementView[] =>
  [...announcements.values()]
    .filter(({ at, dismissed }) => !dismissed && now < after(at, shownFor))
    .toSorted((a, b) => b.at - a.at)
    .map(({ announcement: { id, topic, title, text }, at }) => ({ id, topic, title, text, at }));
