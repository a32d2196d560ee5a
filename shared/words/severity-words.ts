import type { Severity } from "../team/team.ts";

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: "Critical",
  major: "Major",
  minor: "Minor",
  info: "Info",
};
