import type { Cancel, JournalEntry, Kept } from "./records.ts";
import type { Instant } from "../../shared/time/instant.ts";
import type { Result } from "../../shared/result.ts";
import type { NoticeContent, NoticeButton, NotifierStatus } from "../../shared/paging/notice.ts";

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

export type HttpCredential =
  | { readonly kind: "basic"; readonly username: string; readonly password: string }
  | { readonly kind: "bearer"; readonly token: string };

export type HttpRequest = {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: string;
  /** Sent to this URL's origin and nowhere else. */
  readonly credential?: HttpCredential;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** PEM of additional certificate authorities. */
  readonly ca?: string;
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

export type HttpFailure =
  | { readonly kind: "unreachable"; readonly code: string }
  | { readonly kind: "timeout"; readonly afterMs: number }
  | { readonly kind: "tls"; readonly code: string }
  | { readonly kind: "too-large"; readonly limitBytes: number };

/** One request, one answer. Redirects are not followed: a 3xx is an answer like any other. */
export type Http = { request(request: HttpRequest): Promise<Result<HttpResponse, HttpFailure>> };

export type StoreFailure = {
  readonly kind: "disk-full" | "read-only" | "corrupt" | "busy" | "io";
  readonly code: string;
};

/** The journal and what is kept over restarts, written together: all of a commit is durable, or none of it is. */
export type Store = {
  /** Everything kept, by collection and id. */
  load(): Result<readonly Kept[], StoreFailure>;
  commit(change: StoreChange): Result<void, StoreFailure>;
  close(): void;
};

export type StoreChange = {
  readonly entries: readonly JournalEntry[];
  readonly puts: readonly Kept[];
  readonly removes: readonly { readonly collection: string; readonly id: string }[];
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

export type NotifierFailure = {
  readonly kind: "no-service" | "timeout" | "unsupported" | "failed";
  readonly detail: string;
};

/** Shows, replaces and closes native notifications. A notice's key names it: showing it again replaces it. */
export type Notifier = {
  status(): NotifierStatus;
  show(notice: NoticeContent): Promise<Result<void, NotifierFailure>>;
  close(key: string): Promise<void>;
  subscribe(listener: (event: NotifierEvent) => void): Cancel;
  /** Frees the connection; shown notifications stay. */
  dispose(): void;
};

/** Opens http and https addresses outside Baton; refuses everything else. */
export type Opener = { open(url: string): Promise<Result<void, { readonly kind: "refused" | "failed" }>> };

export type LogLevel = "info" | "warning" | "error";

/** Diagnostics for people who look for a fault; never secrets, never alert texts. */
export type Log = (
  level: LogLevel,
  message: string,
  facts?: Readonly<Record<string, string | number | boolean>>,
) => void;
