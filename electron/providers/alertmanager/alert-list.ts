import type { Sighting } from "../../../shared/incident/alert.ts";
import type { SourceFailure } from "../../../shared/incident/answer.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { parseJson } from "../reach/json.ts";
import { byte, objectEnd, skipSpace } from "../reach/json-bytes.ts";
import { gathered, parseAlerts, sightingReader, type PeerAlerts, type SightingReader } from "./parse.ts";

/*
 * A list of ten thousand alerts is 8 MB, and from one poll to the next most of its items are the same bytes, or differ in the
 * moment of their last renewal alone. Only the others are made into values.
 */

/** A list that was read, with where in its bytes each item stands; without items where it was read as a whole. */
export type AlertList = { readonly bytes: Buffer; readonly items: readonly Item[]; readonly alerts: PeerAlerts };

type Item = {
  readonly from: number;
  readonly to: number;
  /** Where the value of `updatedAt` stands, from the beginning of the item; both 0 where its place is not certain. */
  readonly renewed: number;
  readonly renewedEnd: number;
  /** Undefined where it was no alert. */
  readonly sighting: Sighting | undefined;
};

/** Reads a list. What `before` has in the same bytes is the same object. */
export function readAlertList(body: Uint8Array, peer: string, before?: AlertList): Result<AlertList, SourceFailure> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const items = new ItemReader(bytes, sightingReader(peer, before?.alerts), before).items();
  if (items) return ok({ bytes, items, alerts: gathered(peer, items) });
  // A list of other things than objects, no list, or no JSON: as a whole it says what is wrong.
  const list = parseJson(bytes);
  const alerts = list.ok ? parseAlerts(list.value, peer, before?.alerts) : list;
  return alerts.ok ? ok({ bytes, items: [], alerts: alerts.value }) : alerts;
}

/** How far ahead of the item that is expected another one is looked for, before all of them are numbered. */
const lookAhead = 100;

/** Goes through the items of a list beside those of the list before. */
class ItemReader {
  readonly #bytes: Buffer;
  readonly #read: SightingReader;
  readonly #before: AlertList | undefined;
  /** Which item of the list before is expected now. */
  #next = 0;
  #places: ReadonlyMap<string, number> | undefined;

  constructor(bytes: Buffer, read: SightingReader, before: AlertList | undefined) {
    this.#bytes = bytes;
    this.#read = read;
    this.#before = before;
  }

  /** In their order; undefined where the bytes are not a list of objects. */
  items(): readonly Item[] | undefined {
    const bytes = this.#bytes;
    const items: Item[] = [];
    let at = skipSpace(bytes, 0);
    if (bytes[at] !== byte.listBegin) return undefined;
    at = skipSpace(bytes, at + 1);
    while (bytes[at] !== byte.listEnd) {
      if (items.length > 0) {
        if (bytes[at] !== byte.comma) return undefined;
        at = skipSpace(bytes, at + 1);
      }
      const item = this.#item(at);
      if (!item) return undefined;
      items.push(item);
      at = skipSpace(bytes, item.to);
    }
    return skipSpace(bytes, at + 1) === bytes.length ? items : undefined;
  }

  #item(at: number): Item | undefined {
    const known = this.#before?.items[this.#next];
    const again = known && this.#again(known, at);
    if (again) this.#next += 1;
    return again ?? this.#new(at);
  }

  /** The item at `at`, if it is the known one: in all of its bytes, or in all but those of its renewal. */
  #again(known: Item, at: number): Item | undefined {
    const { from, to, renewed, renewedEnd, sighting } = known;
    if (renewed === 0 || !sighting || this.#isSameRenewal(at, known)) {
      if (!this.#isSame(at, from, to)) return undefined;
      return at === from ? known : { from: at, to: at + to - from, renewed, renewedEnd, sighting };
    }
    if (!this.#isSame(at, from, from + renewed)) return undefined;
    const end = this.#bytes.indexOf(byte.quote, at + renewed);
    if (end === -1 || !this.#isSame(end, from + renewedEnd, to)) return undefined;
    const seenAt = this.#read.instant(this.#bytes.toString("latin1", at + renewed, end));
    if (seenAt === undefined) return undefined;
    return {
      from: at,
      to: end + to - from - renewedEnd,
      renewed,
      renewedEnd: end - at,
      sighting: this.#read.again(sighting, seenAt),
    };
  }

  /** A look at the few bytes that are most likely to be others. */
  #isSameRenewal(at: number, { from, renewed, renewedEnd }: Item): boolean {
    const before = this.#before?.bytes;
    if (!before) return false;
    for (let place = renewed; place < renewedEnd; place += 1) {
      if (this.#bytes[at + place] !== before[from + place]) return false;
    }
    return true;
  }

  /** Whether what begins at `at` is what the list before has between two places. */
  #isSame(at: number, from: number, to: number): boolean {
    const before = this.#before?.bytes;
    const end = at + to - from;
    return before !== undefined && end <= this.#bytes.length && this.#bytes.compare(before, from, to, at, end) === 0;
  }

  #new(at: number): Item | undefined {
    if (this.#bytes[at] !== byte.objectBegin) return undefined;
    const to = objectEnd(this.#bytes, at);
    const value = to === -1 ? undefined : parseJson(this.#bytes.subarray(at, to));
    if (!value?.ok) return undefined;
    const sighting = this.#read.item(value.value);
    this.#next = sighting ? this.#after(sighting.alert.key) : this.#next + 1;
    return { from: at, to, ...this.#renewal(at, to, sighting), sighting };
  }

  /** Which item is expected after one that reads otherwise than before, or was not there. */
  #after(key: string): number {
    const before = this.#before;
    if (before?.alerts.alerts.has(key) !== true) return this.#next;
    for (let place = this.#next; place < this.#next + lookAhead; place += 1) {
      if (before.items[place]?.sighting?.alert.key === key) return place + 1;
    }
    this.#places ??= new Map(before.items.map(({ sighting }, place) => [sighting?.alert.key ?? "", place]));
    return (this.#places.get(key) ?? this.#next) + 1;
  }

  /** The place of the one value that is another each time an alert is sent again; a label may have the same name. */
  #renewal(at: number, to: number, sighting: Sighting | undefined): Pick<Item, "renewed" | "renewedEnd"> {
    const bytes = this.#bytes.subarray(at, to);
    const found = bytes.indexOf(renewal);
    const renewed = found + renewal.length;
    const renewedEnd = bytes.indexOf(byte.quote, renewed);
    const isCertain =
      found !== -1 &&
      found === bytes.lastIndexOf(renewal) &&
      this.#read.instant(bytes.toString("latin1", renewed, renewedEnd)) === sighting?.seenAt;
    return isCertain ? { renewed, renewedEnd } : { renewed: 0, renewedEnd: 0 };
  }
}

const renewal = new TextEncoder().encode('"updatedAt":"');
