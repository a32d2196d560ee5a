export const coverStates = ["covered", "off-hours", "gap", "unknown"] as const;

/** Whether somebody is on call, nobody need be, somebody should be and is not, or a calendar leaves open who is. */
export type CoverState = (typeof coverStates)[number];
