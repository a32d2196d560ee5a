import type { Result } from "../../../shared/result.ts";
import type { Drawn } from "../../../shared/runbook/drawn.ts";
import type { PartPlace } from "../../../shared/runbook/parts.ts";
import type { Outline, RunbookFacts, RunbookId } from "../../../shared/runbook/runbook.ts";
import type { Instant } from "../../../shared/time/instant.ts";

/** Where a team's runbooks are. Ids are paths from the team file's folder, with `/` between names, or https addresses. */
export type RunbookPlace = {
  readonly teamPath: string;
  /** The folder as the team file names it. */
  readonly folder?: string;
  /** The files and addresses that its services name. */
  readonly named: readonly RunbookId[];
  /** The sample ships with Baton: nothing is written there. */
  readonly sample: boolean;
};

export type IndexedRunbook = {
  readonly id: RunbookId;
  readonly outline: Outline;
  /** For an address: when it last gave this text. */
  readonly fetchedAt?: Instant;
  /** Its last answer was none: what is here is the last good one. */
  readonly stale?: { readonly code: string; readonly since: Instant };
};

/** Why nothing can be written, where that is so. */
export type CopyOnly = "no-folder" | "remote-team" | "sample-team" | "not-writable";

export type RunbookIndex = {
  /** `none`: the team names no folder. `reading`: the first look is under way. */
  readonly state: "none" | "reading" | "ready" | "absent" | "unreadable";
  /** Absent where a new file can be written. */
  readonly copyOnly?: CopyOnly;
  /** In the order of their ids. */
  readonly runbooks: readonly IndexedRunbook[];
  readonly failures: readonly { readonly id: RunbookId; readonly code: string }[];
};

/** `code` is the system's, such as EACCES, or ours: TOO_LARGE, NOT_UTF8, OUTSIDE, OUT_OF_TIME, HTTP 404. */
export type Unreadable = { readonly kind: "unreadable"; readonly code: string };

export type FoundText = { readonly text: string; readonly fetchedAt?: Instant };

/** A runbook that has what was searched for, best first; `words` as they stand in it, in lower case. */
export type SearchHit = { readonly id: RunbookId; readonly words: readonly string[] };

export type RunbookImage = { readonly type: string; readonly bytes: Uint8Array };

/** The runbooks of one team, read and watched until they are closed. */
export type OpenRunbooks = {
  index(): RunbookIndex;
  /** An address that nobody named before is fetched. */
  read(id: RunbookId): Promise<Result<FoundText, Unreadable>>;
  /** A picture of the folder, by its source as the runbook writes it. */
  image(id: RunbookId, src: string): Promise<Result<RunbookImage, Unreadable>>;
  search(text: string): Promise<readonly SearchHit[]>;
  /** Writes a new file of the folder under a name like `name`, and never over another. */
  create(name: string, text: string): Promise<Result<RunbookId, { readonly kind: CopyOnly }>>;
  /** Replaces a file's text by what `change` makes of it. */
  rewrite(id: RunbookId, change: (text: string) => string): Promise<Result<void, Unreadable>>;
  /** The whole path of a file, for the system to open. */
  pathOf(id: RunbookId): string | undefined;
  close(): void;
};

/** A text taken apart. A part is made when it is asked for, because a text may have thousands. */
export type ParsedText = {
  readonly facts: RunbookFacts;
  readonly parts: readonly { readonly place: PartPlace; readonly blocks: () => readonly Drawn[] }[];
};

export type Runbooks = {
  /** Opens the runbooks of a team; `changed` is called whenever the index is another. */
  open(place: RunbookPlace, changed: () => void): OpenRunbooks;
  /** Takes a text apart, off the thread that serves. `name` stands for the title where the text has no heading. */
  parse(text: string, name: string): Promise<Result<ParsedText, Unreadable>>;
};
