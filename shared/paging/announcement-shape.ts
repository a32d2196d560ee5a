import * as v from "valibot";
import { instantSchema } from "../wire.ts";

const text = v.string();

/** What was announced to the team; `text` is Markdown. */
export const announcementViewSchema = v.object({ id: text, topic: text, title: text, text, at: instantSchema });
export type AnnouncementView = v.InferOutput<typeof announcementViewSchema>;
