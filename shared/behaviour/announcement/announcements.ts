import { announcementShownFor } from "../../paging/kept-announcement.ts";
import { after, earliest, type Instant } from "../../time/instant.ts";
import { actor, refused } from "../../state/command-tools.ts";
import { becomes, type Decision } from "../../state/decision.ts";
import type { CommandOf } from "../../state/command.ts";
import type { Stamp } from "../../state/event.ts";
import type { AnnouncementView } from "../../paging/announcement-shape.ts";
import type { AppState } from "../../state/state.ts";

/** Takes an announcement off the screen. It stays known, so that it is not announced again. */
export function dismissAnnouncement(
  state: AppState,
  { id }: CommandOf<"dismiss-announcement">,
  { now }: Stamp,
): Decision {
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

/** When, after `now`, the next announcement is to be forgotten. */
export const forgettingWake = ({ announcements }: AppState, now: Instant): Instant | undefined =>
  earliest(...[...announcements.values()].map(({ forgetAt }) => forgetAt).filter((at) => at > now));

/** What a screen shows: the latest first. */
export const announcementViews = ({ announcements }: AppState, now: Instant): readonly AnnouncementView[] =>
  [...announcements.values()]
    .filter(({ at, dismissed }) => !dismissed && now < after(at, announcementShownFor))
    .toSorted((a, b) => b.at - a.at)
    .map(({ announcement: { id, topic, title, text }, at }) => ({ id, topic, title, text, at }));
