import * as v from "valibot";

/** What this person chose on this machine. Kept as one document; unknown or broken fields fall back to the defaults one by one. */
export const settingsSchema = v.object({
  me: v.fallback(v.optional(v.string()), undefined),
  sound: v.fallback(v.boolean(), true),
  /** Page for incidents that are not mine as well. */
  notifyAll: v.fallback(v.boolean(), false),
  startAtLogin: v.fallback(v.boolean(), false),
  globalAcknowledge: v.fallback(v.boolean(), false),
  /** Preferred port of the inbox in the desktop host. */
  inboxPort: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)), 47_800),
  /** Minutes before a shift of mine begins or ends at which I am told; 0 for not at all. */
  shiftLead: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60)), 30),
  /** Run the pager check when a primary shift of mine begins. */
  shiftCheck: v.fallback(v.boolean(), true),
  teamFile: v.fallback(v.optional(v.string()), undefined),
});

export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>;

export const defaultSettings: Settings = v.parse(settingsSchema, {});

/** Reads a kept document as settings; whatever is broken in it becomes the default. */
export function parseSettings(document: unknown): Settings {
  const parsed = v.safeParse(settingsSchema, document);
  return parsed.success ? parsed.output : defaultSettings;
}
