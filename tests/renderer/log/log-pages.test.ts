import fc from "fast-check";
import { expect, it } from "vitest";
import { parseLinks, parseNames, withNewest, withOlder, type LogPages } from "../../../renderer/log/log-pages.ts";
import type { LogItem } from "../../../shared/log/log-item.ts";
import { instant } from "../../../shared/time/instant.ts";

const item = (seq: number): LogItem => ({
  seq,
  at: instant(Math.floor(seq / 3)),
  kind: "written",
  people: [],
  incidents: [],
  more: 0,
  links: [],
  stakeholders: [],
});

/** What a host answers of a log that has grown to `count` items. */
function page(count: number, after: number, limit: number) {
  const items = Array.from({ length: after }, (_, index) => item(after - index)).filter(({ seq }) => seq <= count);
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    kind: "page" as const,
    items: shown,
    ...(last && items.length > limit && { next: { at: last.at, seq: last.seq } }),
  };
}

it("however it is asked, what is shown has no holes and nothing twice", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(20), fc.constant("older" as const))), (steps) => {
      let count = 5;
      let pages: LogPages = withNewest(undefined, page(count, count, 4));
      for (const step of steps) {
        if (step === "older") {
          if (pages.next !== undefined) pages = withOlder(pages, page(count, pages.next.seq - 1, 4));
        } else {
          count += step;
          pages = withNewest(pages, page(count, count, 4));
        }
        const seqs = pages.items.map(({ seq }) => seq);
        expect(seqs[0]).toBe(count);
        const gap = seqs.findIndex((seq, index) => index > 0 && seq !== (seqs[index - 1] ?? 0) - 1);
        expect(gap).toBe(-1);
      }
    }),
  );
});

it("reads links as people write them", () => {
  expect(parseLinks("https://a.example/x The ticket\n\n http://b.example ")).toEqual([
    { url: "https://a.example/x", title: "The ticket" },
    { url: "http://b.example", title: "b.example" },
  ]);
  expect(parseLinks("")).toEqual([]);
  expect(parseLinks("javascript:alert(1)")).toBeUndefined();
  expect(parseNames(" Frida,, Gert ")).toEqual(["Frida", "Gert"]);
});
