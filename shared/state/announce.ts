import type { Announcement } from "../paging/announcement.ts";
import { announcementShownFor } from "../paging/kept-announcement.ts";
import { after, type Instant } from "../time/instant.ts";
import { becomes, type Decision } from "./decision.ts";
import type { AppState } from "./state.ts";

export type Announcing = {
  readonly announcement: Announcement;
  readonly now: Instant;
  /** Until when the same announcement could fall due again; a moment ago where its id never returns. */
  readonly until?: Instant;
};

/** Announces once: an id that is kept is not announced again. */
export function announce(state: AppState, { announcement, now, until }: Announcing): Decision {
  if (state.announcements.has(announcement.id)) return becomes(state);
  const shownUntil = after(now, announcementShownFor);
  const forgetAt = until !== undefined && until > shownUntil ? until : shownUntil;
  const { id, topic, title } = announcement;
  return {
    state: { ...state, announcements: new Map(state.announcements).set(id, { announcement, at: now, forgetAt }) },
    effects: [{ kind: "announce", announcement }],
    entries: [{ at: now, kind: "announced", body: { id, topic, title } }],
  };
}
