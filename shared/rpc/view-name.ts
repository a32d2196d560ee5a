/** The views of the window, in the order of their keys. */
export const viewNames = ["now", "incidents", "schedule", "runbooks", "handoff", "log", "insight", "settings"] as const;
export type ViewName = (typeof viewNames)[number];
