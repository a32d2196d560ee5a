import { minute, second } from "../../shared/time/duration.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { outlineOf } from "../../shared/runbook/outline.ts";
import type { Outline, RunbookId } from "../../shared/runbook/runbook.ts";
import type { Instant } from "../../shared/time/instant.ts";
import type { Clock, Http, HttpFailure, HttpResponse } from "../core/ports.ts";
import type { Unreadable } from "../core/runbook/runbook-port.ts";
import { maxRunbookBytes, utf8 } from "./runbook/runbook-files.ts";

/** Ms to the last byte, and for how long an answer is taken for the present one. */
const deadline = 10 * second;
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
  readonly etag?: string;
  readonly stale?: { readonly code: string; readonly since: Instant };
};

export type AddressOptions = {
  readonly http: Http;
  readonly clock: Pick<Clock, "now">;
  /** Asked for now, and every ten minutes. */
  readonly named: readonly RunbookId[];
  readonly changed: (id: RunbookId, fetched: Fetched | undefined) => void;
};

/** Runbooks behind https addresses, asked for again with their ETag. Owns a timer. */
export class RunbookAddresses {
  readonly #options: AddressOptions;
  readonly #known = new Map<RunbookId, Fetched>();
  readonly #failed = new Map<RunbookId, string>();
  readonly #underWay = new Map<RunbookId, Promise<void>>();
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

  /** Asks once, whoever wants to know. */
  #ask(id: RunbookId): Promise<void> {
    let asked = this.#underWay.get(id);
    if (!asked) {
      asked = this.#fetch(id).finally(() => this.#underWay.delete(id));
      this.#underWay.set(id, asked);
    }
    return asked;
  }

  async #fetch(id: RunbookId): Promise<void> {
    const before = this.#known.get(id);
    const answer = await this.#options.http.request({
      method: "GET",
      url: id,
      headers: {
        accept: "text/markdown, text/plain;q=0.9, */*;q=0.1",
        ...(before?.etag !== undefined && { "if-none-match": before.etag }),
      },
      deadline,
      maxBytes: maxRunbookBytes,
    });
    if (this.#closed) return;
    const now = this.#options.clock.now();
    if (!answer.ok) {
      this.#fail(id, codeOf(answer.error));
      return;
    }
    const { status } = answer.value;
    if (status === 304 && before) {
      this.#keep(id, withoutStale({ ...before, fetchedAt: now }));
      return;
    }
    const text = status === 200 ? textOf(answer.value) : undefined;
    if (text === undefined) {
      this.#fail(id, status === 200 ? "NOT_TEXT" : `HTTP ${String(status)}`);
      return;
    }
    const { etag } = answer.value.headers;
    this.#keep(id, {
      text,
      outline: text === before?.text ? before.outline : outlineOf(text, nameOf(id)),
      fetchedAt: now,
      ...(etag !== undefined && { etag }),
    });
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
      if (!this.#options.named.includes(id)) this.#known.delete(id);
    }
  }
}

function codeOf(failure: HttpFailure): string {
  if (failure.kind === "timeout") return "ETIMEDOUT";
  return failure.kind === "too-large" ? "TOO_LARGE" : failure.code;
}

function withoutStale({ stale: _stale, ...rest }: Fetched): Fetched {
  return rest;
}

/** A page for people is no runbook, whatever its address ends with: a login page is one, too. */
function textOf({ headers, body }: HttpResponse): string | undefined {
  const type = headers["content-type"] ?? "text/plain";
  const text = utf8(body);
  const isPage = /\bhtml\b/i.test(type) || (text !== undefined && /^\s*<(!doctype|html)\b/i.test(text));
  return isPage ? undefined : text;
}

const nameOf = (id: RunbookId): string => id.replace(/\?.*$/s, "").split("/").at(-1) ?? id;
