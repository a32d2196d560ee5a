import { minute } from "../../../shared/time/duration.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { outlineOf } from "../../../shared/runbook/outline.ts";
import type { Outline, RunbookId } from "../../../shared/runbook/runbook.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { failureCode } from "../../../shared/providers/failure-code.ts";
import type { DocumentConnection, DocumentFailure } from "../../core/document.ts";
import type { Clock } from "../../core/ports.ts";
import type { Unreadable } from "../../core/runbook/runbook-port.ts";

/** Ms for which an answer is taken for the present one. */
const freshFor = minute;
/** Ms between questions after those that services name. */
const interval = 10 * minute;
/** Addresses that alerts named; the ones asked for last are kept. */
const mostKept = 200;

/** A runbook behind an address: the last good text, and since when there was no other. */
export type Fetched = {
  readonly text: string;
  readonly outline: Outline;
  readonly fetchedAt: Instant;
  readonly stale?: { readonly code: string; readonly since: Instant };
};

export type AddressOptions = {
  readonly connect: (address: string) => DocumentConnection;
  readonly clock: Pick<Clock, "now">;
  /** Asked for now, and every ten minutes. */
  readonly named: readonly RunbookId[];
  readonly changed: (id: RunbookId, fetched: Fetched | undefined) => void;
};

/** Runbooks behind https addresses, asked for again from time to time. Owns a timer. */
export class RunbookAddresses {
  readonly #options: AddressOptions;
  readonly #known = new Map<RunbookId, Fetched>();
  readonly #failed = new Map<RunbookId, string>();
  readonly #open = new Map<RunbookId, DocumentConnection>();
  readonly #timer: NodeJS.Timeout;
  #closed = false;

  constructor(options: AddressOptions) {
    this.#options = options;
    const ask = (): void => options.named.forEach((id) => void this.#ask(id));
    this.#timer = setInterval(ask, interval).unref();
    ask();
  }

  /** Those that services name; what alerts named is read, and not listed. */
  listed(): readonly (readonly [RunbookId, Fetched])[] {
    return this.#options.named.flatMap((id) => {
      const fetched = this.#known.get(id);
      return fetched ? [[id, fetched] as const] : [];
    });
  }

  get failures(): readonly { readonly id: RunbookId; readonly code: string }[] {
    return [...this.#failed].flatMap(([id, code]) =>
      this.#known.has(id) || !this.#options.named.includes(id) ? [] : [{ id, code }],
    );
  }

  /** The present text, or the last good one. */
  async read(id: RunbookId): Promise<Result<Fetched, Unreadable>> {
    const known = this.#known.get(id);
    if (!known || this.#options.clock.now() - known.fetchedAt > freshFor) await this.#ask(id);
    const found = this.#known.get(id);
    return found ? ok(found) : err({ kind: "unreadable", code: this.#failed.get(id) ?? "PENDING" });
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
  }

  async #ask(id: RunbookId): Promise<void> {
    const read = await this.#connection(id).read();
    if (this.#closed) return;
    const before = this.#known.get(id);
    const fetchedAt = this.#options.clock.now();
    if (!read.ok) this.#fail(id, codeOf(read.error));
    else if (read.value !== "unchanged") {
      const { text } = read.value;
      this.#keep(id, {
        text,
        outline: text === before?.text ? before.outline : outlineOf(text, nameOf(id)),
        fetchedAt,
      });
    } else if (before) this.#keep(id, { ...withoutStale(before), fetchedAt });
  }

  #connection(id: RunbookId): DocumentConnection {
    const open = this.#open.get(id) ?? this.#options.connect(id);
    this.#open.set(id, open);
    return open;
  }

  #keep(id: RunbookId, fetched: Fetched): void {
    const before = this.#known.get(id);
    // Put last, so that what was asked for longest ago comes first.
    this.#known.delete(id);
    this.#known.set(id, fetched);
    this.#failed.delete(id);
    this.#dropOldest();
    if (before?.text !== fetched.text || before.stale) this.#options.changed(id, fetched);
  }

  #fail(id: RunbookId, code: string): void {
    const known = this.#known.get(id);
    const told = this.#failed.get(id) === code;
    this.#failed.set(id, code);
    if (known && !known.stale) this.#known.set(id, { ...known, stale: { code, since: this.#options.clock.now() } });
    if (!told) this.#options.changed(id, this.#known.get(id));
  }

  #dropOldest(): void {
    for (const id of this.#known.keys()) {
      if (this.#known.size <= mostKept + this.#options.named.length) return;
      if (this.#options.named.includes(id)) continue;
      this.#known.delete(id);
      this.#open.delete(id);
    }
  }
}

const codeOf = (failure: DocumentFailure): string => (failure.kind === "not-text" ? "NOT_TEXT" : failureCode(failure));

function withoutStale({ stale: _stale, ...rest }: Fetched): Fetched {
  return rest;
}

const nameOf = (id: RunbookId): string => id.replace(/\?.*$/s, "").split("/").at(-1) ?? id;
