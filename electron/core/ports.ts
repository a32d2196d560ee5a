import type { Cancel, JournalEntry, JournalLine } from "./records.ts";
import type { KeptRecord, Place } from "../../shared/kept/kept-thing.ts";
import type { Instant } from "../../shared/time/instant.ts";
import type { OutgoingCalendar } from "../../shared/calendar/outgoing.ts";
import type { FolderProblem, NoFolder } from "../../shared/handoff/handoff-state.ts";
import type { Paper } from "../../shared/handoff/papers.ts";
import type { PastIncident, PastRecord, PostIncidentNote } from "../../shared/log/past-incident.ts";
import type { Pseudonyms } from "../../shared/log/personal.ts";
import type { Cutoffs } from "../../shared/log/retention.ts";
import type { HttpFailure } from "../../shared/providers/failure.ts";
import type { Result } from "../../shared/result.ts";
import type { NoticeContent, NoticeButton, NotifierFailureKind, NotifierStatus } from "../../shared/paging/notice.ts";

/** Wall and monotonic time, and the one timer. */
export type Clock = {
  now(): Instant;
  /** Milliseconds that neither jump nor run while the machine sleeps. */
  monotonic(): number;
  /** Calls `wake` once at or soon after `at`. */
  wakeAt(at: Instant, wake: () => void): Cancel;
};

/** A number in [0, 1) and an unguessable string, for stamps and tokens. */
export type Chance = { roll(): number; token(bytes: number): string };

/** A header whose value nobody may see: `prefix` and `secret`, one after the other. */
export type SecretHeader = { readonly name: string; readonly prefix: string; readonly secret: string };

/** Sent under the content type of its kind, unless the headers name another. */
export type HttpBody =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "form"; readonly fields: readonly (readonly [name: string, value: string])[] };

/** Who is believed besides those whom the system believes, and who we are. All of it is PEM. */
export type HttpTls = {
  readonly ca?: string;
  readonly certificate?: { readonly cert: string; readonly key: string };
};

export type HttpRequest = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** May be a secret as a whole: it is not repeated in a failure, and not to be logged. */
  readonly url: string;
  /** Sent to this URL's origin and nowhere else. */
  readonly credential?: readonly SecretHeader[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpBody;
  readonly tls?: HttpTls;
  /** Follows one redirect of a GET, wherever it leads, without credential, certificate and headers but `accept`. */
  readonly redirect?: "one-hop";
  /** Milliseconds from the call to the last byte of the body. */
  readonly deadline: number;
  /** Most bytes of the body after decompression. */
  readonly maxBytes: number;
  /** An earlier body. One that is byte for byte the same is answered as this very object, and takes no memory of its own. */
  readonly known?: Uint8Array;
};

export type HttpResponse = {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** One request, one answer. Unless it is asked for, a redirect is not followed: a 3xx is an answer like any other. */
export type Http = { request(request: HttpRequest): Promise<Result<HttpResponse, HttpFailure>> };

export type StoreFailure = {
  readonly kind: "disk-full" | "read-only" | "corrupt" | "busy" | "io";
  readonly code: string;
};

/** Which lines of the journal to read, `[from, to)`. */
export type JournalQuery = {
  readonly from: Instant;
  readonly to: Instant;
  /** Only lines of these kinds; all where it is absent. */
  readonly kinds?: readonly string[];
  readonly order?: "oldest-first" | "newest-first";
  /** The last line of the page before. */
  readonly after?: Pick<JournalLine, "at" | "seq">;
  readonly limit: number;
};

/** The journal and what is kept over restarts, written together: all of a commit is durable, or none of it is. */
export type Store = {
  load(): Result<Loaded, StoreFailure>;
  commit(change: StoreChange): Result<void, StoreFailure>;
  /** A page of the journal in order of time; lines of one instant in the order of writing. */
  read(query: JournalQuery): Result<readonly JournalLine[], StoreFailure>;
  /** Removes what is older than allowed and writes into the journal, in the same commit, what that was. */
  retain(run: RetentionRun): Result<Retained, StoreFailure>;
  /** Incidents that ended, as long as they are kept. */
  past(query: PastQuery): Result<readonly PastRecord[], StoreFailure>;
  close(): void;
};

/** Everything that is kept over restarts, by collection and id. */
export type Loaded = {
  readonly records: readonly KeptRecord[];
  /** Records that are no JSON. */
  readonly spoilt: readonly Place[];
  /** Records that could not be read before, and lie where nothing takes their place. */
  readonly aside: readonly Place[];
};

/** Which past incidents to read, newest first. */
export type PastQuery =
  | { readonly ids: readonly string[] }
  | { readonly source: string; readonly key: string; readonly limit: number }
  | { readonly service: string; readonly limit: number };

/** One bounded piece of retention. */
export type RetentionRun = {
  readonly now: Instant;
  readonly before: Cutoffs;
  readonly pseudonyms: Pseudonyms;
  /** Most lines and incidents of each kind in this run. */
  readonly most: number;
};

/** `more` where there is work left for another run. */
export type Retained = { readonly count: number; readonly more: boolean };

export type StoreChange = {
  readonly entries: readonly JournalEntry[];
  /** Records that cannot be read, put where nothing takes their place, before anything else is put. */
  readonly aside?: readonly Place[];
  readonly puts: readonly KeptRecord[];
  readonly removes: readonly Place[];
  /** Incidents that ended, each in the place of what was known of it; its note stays. */
  readonly past?: readonly PastIncident[];
  /** Notes on past incidents, each in the place of the one before; of an incident that is not kept there is none. */
  readonly notes?: readonly { readonly incident: string; readonly note: PostIncidentNote }[];
};

/** What calendars for others need of the machine: their links, their text, and what was given before. */
export type CalendarFeeds = {
  /** The token of a calendar's link, drawn when it is first asked for. */
  token(calendar: string): Result<string, StoreFailure>;
  /** Another one in its place. */
  renew(calendar: string): Result<string, StoreFailure>;
  /** Whose link a token is. */
  calendarOf(token: string): string | undefined;
  write(calendar: OutgoingCalendar): string;
  /** Only to calendar files, so that no other is overwritten by mistake. */
  save(path: string, text: string): Result<void, StoreFailure | { readonly kind: "no-calendar-file" }>;
  /** What was last given of a team's events, as JSON. */
  given(team: string): unknown;
  keepGiven(team: string, events: unknown): Result<void, StoreFailure>;
};

/** Small documents (settings, window places) by name; JSON in, JSON out. */
export type Documents = {
  read(name: string): unknown;
  write(name: string, value: unknown): Result<void, StoreFailure>;
};

/** Secrets go in and are used; they never come out to a screen, a log or the journal. */
export type Secrets = {
  /** How well they are kept: by the system's keyring, in a file only the user can read, or in memory until the end. */
  readonly keeping: "keyring" | "file" | "memory";
  get(name: string): string | undefined;
  set(name: string, value: string): Result<void, StoreFailure>;
  remove(name: string): Result<void, StoreFailure>;
  names(): readonly string[];
};

export type NotifierEvent =
  | { readonly kind: "button"; readonly notice: string; readonly button: NoticeButton }
  | { readonly kind: "opened"; readonly notice: string }
  | { readonly kind: "dismissed"; readonly notice: string }
  | { readonly kind: "status"; readonly status: NotifierStatus };

export type NotifierFailure = { readonly kind: NotifierFailureKind; readonly detail: string };

/** Shows, replaces and closes native notifications. A notice's key names it: showing it again replaces it. */
export type Notifier = {
  status(): NotifierStatus;
  show(notice: NoticeContent): Promise<Result<void, NotifierFailure>>;
  close(key: string): Promise<void>;
  subscribe(listener: (event: NotifierEvent) => void): Cancel;
  /** Frees the connection; shown notifications stay. */
  dispose(): void;
};

type Opened = Promise<Result<void, { readonly kind: "refused" | "failed" }>>;

export type Opener = {
  /** Opens http and https addresses outside Baton; refuses everything else. */
  open(url: string): Opened;
  /** Opens a Markdown file in whatever the system has for it; refuses every other file. */
  openFile(path: string): Opened;
};

/** The folder of a team's handoffs: where its team file is, and the folder's path from there. */
export type HandoffPlace = { readonly team: string; readonly path: string };

/** What lies in the folder. What is no paper is named with the reason; `path` is the folder's own. */
export type HandoffReading =
  | {
      readonly kind: "read";
      readonly path: string;
      readonly writable: boolean;
      readonly papers: readonly Paper[];
      readonly problems: readonly FolderProblem[];
    }
  | { readonly kind: "none"; readonly reason: NoFolder };

/** Handoffs in a folder that a team shares, by git or otherwise. */
export type Handoffs = {
  /** Tells what lies there, the first time before it returns, then whenever it changes. */
  watch(place: HandoffPlace, listener: (reading: HandoffReading) => void): Cancel;
  /** Writes a paper whole or not at all, and only if its file is not there: a paper is never changed. */
  write(place: HandoffPlace, paper: Paper): Promise<Result<"written" | "was-there", { readonly code: string }>>;
};

export type LogLevel = "info" | "warning" | "error";

/** Diagnostics for people who look for a fault; never secrets, never alert texts. */
export type Log = (
  level: LogLevel,
  message: string,
  facts?: Readonly<Record<string, string | number | boolean>>,
) => void;
