import type { LogItem } from "../../shared/log/log-item.ts";
import type { LogPage } from "../../shared/rpc/log-contract.ts";

/** The log as far as it was asked for, newest first. */
export type LogPages = {
  readonly items: readonly LogItem[];
  readonly next?: Extract<LogPage, { kind: "page" }>["next"];
};

type Page = Extract<LogPage, { kind: "page" }>;

/** The newest page again: what is older than it was asked for before and stays, unless so much is new that a hole would be left. */
export function withNewest(pages: LogPages | undefined, page: Page): LogPages {
  const { items, next } = page;
  const newest = pages?.items[0];
  if (newest === undefined || next === undefined) return { items, ...(next && { next }) };
  const meets = !isOlder(newest, next);
  const older = meets ? (pages?.items.filter((item) => isOlder(item, next)) ?? []) : [];
  return older.length === 0 ? { items, next } : { ...pages, items: [...items, ...older] };
}

type Place = Pick<LogItem, "at" | "seq">;
const isOlder = (a: Place, b: Place): boolean => a.at < b.at || (a.at === b.at && a.seq < b.seq);

/** The page after the last one. */
export const withOlder = (pages: LogPages, { items, next }: Page): LogPages => ({
  items: [...pages.items, ...items],
  ...(next && { next }),
});

/** Links as people write them, one per line: the address, then a title. Undefined where an address is none. */
export function parseLinks(text: string): readonly { readonly title: string; readonly url: string }[] | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const links = lines.filter((line) => line !== "").map(parseLink);
  return links.every((link) => link !== undefined) ? links : undefined;
}

function parseLink(line: string): { readonly title: string; readonly url: string } | undefined {
  const [url = "", ...words] = line.split(/\s+/);
  if (!/^https?:\/\/[^\s/]/i.test(url)) return undefined;
  return { url, title: words.length > 0 ? words.join(" ") : url.replace(/^https?:\/\//i, "") };
}

/** Names with commas between them. */
export const parseNames = (text: string): readonly string[] =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
