import * as v from "valibot";
import { channels } from "../providers/channels.ts";
import { listOf, variantOf } from "../team-file/shape.ts";
import { formats, text } from "../team-file/text-format.ts";

const announcements = ["handoff", "escalation", "holiday-swap", "incident", "digest"] as const;

/** A channel of team.yaml: what every channel has, and what its kind has besides. */
export const channelSchema = variantOf(
  { id: text(formats.id), announce: v.exactOptional(listOf(v.picklist(announcements), 20)) },
  channels,
);
