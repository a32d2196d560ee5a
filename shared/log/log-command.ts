import type { Category } from "./categories.ts";
import type { NoteText } from "./past-incident.ts";
import type { LogLink } from "./log-item.ts";
import type { Instant } from "../time/instant.ts";

/** What a person writes into the on-call log. */
export type LogCommand =
  | {
      readonly kind: "write-log";
      readonly text: string;
      readonly links?: readonly LogLink[];
      /** Who was told or asked: people outside the team, so names and not ids. */
      readonly stakeholders?: readonly string[];
      readonly incident?: string;
      /** The `seq` of the entry that this one puts right. */
      readonly corrects?: number;
    }
  | {
      readonly kind: "tick-duty";
      readonly schedule: string;
      /** When the shift began. */
      readonly shift: Instant;
      readonly duty: string;
      readonly done: boolean;
    }
  | (NoteText & { readonly kind: "save-post-incident-note"; readonly id: string; readonly category: Category });
