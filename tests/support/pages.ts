import { onTestFinished } from "vitest";
import {
  desktopNeeds,
  startDesktopSession,
  type DesktopSession,
  type DesktopSessionOptions,
} from "./desktop-session.ts";
import type { NotifyCall } from "./desktop/notifications-seen.ts";

/* What the notifications of a desktop session say about incidents. */

export const pageNeeds = desktopNeeds;

/** A desktop session that the running test owns. */
export async function desktopOfTest(options: DesktopSessionOptions = { daemon: "dunst" }): Promise<DesktopSession> {
  const desktop = await startDesktopSession(options);
  onTestFinished(() => desktop.stop());
  return desktop;
}

/** The key that Baton gave a notification: `incident:ID`, `summary`, `source:ID`, … */
export const keyOf = ({ hints }: NotifyCall): string => String(hints["x-dunst-stack-tag"]);

/** Of one incident or of several, and not of a source's health or of a deadline. */
export const isPage = (call: NotifyCall): boolean => keyOf(call).startsWith("incident:") || keyOf(call) === "summary";

/** Every page so far, oldest first. */
export const pagesOn = (desktop: DesktopSession): readonly NotifyCall[] => desktop.notifyCalls().filter(isPage);
