import { createHash } from "node:crypto";

/** One row of the journal, with its body as the canonical JSON that its hash covers. */
export type JournalRow = {
  /** From 1, without holes. */
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly body: string;
  /** Hash of the row before; `genesis` for the first. */
  readonly prev: string;
  readonly hash: string;
};

/** What the first row follows. */
export const genesis = "0".repeat(64);

/** SHA-256, in hex, of the hash before followed by the canonical JSON of the row. */
export function rowHash({ seq, at, kind, body, prev }: Omit<JournalRow, "hash">): string {
  const row = `{"at":${JSON.stringify(at)},"body":${body},"kind":${JSON.stringify(kind)},"seq":${JSON.stringify(seq)}}`;
  return createHash("sha256").update(prev).update(row).digest("hex");
}

/** JSON without spaces and with sorted keys: equal values are equal texts. What JSON cannot say is left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sorted(part) : part));
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const sorted = (record: Fields): Fields =>
  Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, record[key]]),
  );
