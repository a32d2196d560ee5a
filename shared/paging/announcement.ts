/** What channels are asked to carry, as the team file's `announce` names it. */
export type AnnouncementTopic = "handoff" | "escalation" | "holiday-swap" | "incident" | "digest" | "cover";

/** Words for the whole team, without anything sensitive. `id` is the same in every installation that would say the same. */
export type Announcement = {
  readonly id: string;
  readonly topic: AnnouncementTopic;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
};
