import { expect, test } from "vitest";
import { ParsedTexts } from "../../../../electron/core/runbook/parsed-texts.ts";
import type { Runbooks } from "../../../../electron/core/runbook/runbook-port.ts";
import { err, ok } from "../../../../shared/result.ts";
import { memoryRunbooks } from "../../../support/memory-runbooks.ts";

/** Reads like any other, and says what it read. */
function watched() {
  const read: string[] = [];
  const memory = memoryRunbooks();
  const parse: Runbooks["parse"] = (text, name) => {
    read.push(text.slice(0, 10));
    return memory.parse(text, name);
  };
  return { read, texts: new ParsedTexts(parse, "run") };
}

const contentOf = async (texts: ParsedTexts, text: string): Promise<string> => {
  const kept = await texts.read(text, "x.md");
  return kept.ok ? kept.value.content : kept.error.code;
};

test("a text is taken apart once, also for many who ask at the same time", async () => {
  const { read, texts } = watched();
  const contents = await Promise.all([1, 2, 3].map(() => contentOf(texts, "# A")));
  expect([new Set(contents).size, (await contentOf(texts, "# A")) === contents[0]]).toEqual([1, true]);
  expect(await contentOf(texts, "# B")).not.toBe(contents[0]);
  expect(read).toEqual(["# A", "# B"]);
});

test("its parts are asked for by its content", async () => {
  const { texts } = watched();
  const content = await contentOf(texts, "# A");
  expect(await texts.part(content, 0)).toMatchObject([{ kind: "heading" }]);
  expect([await texts.part(content, 1), await texts.part("another", 0)]).toEqual([undefined, undefined]);
});

test("what nobody has asked for longest goes first, and is read again when it is wanted", async () => {
  const { texts } = watched();
  const first = await contentOf(texts, "# First");
  const second = await contentOf(texts, "# Second");
  for (let index = 0; index < 98; index += 1) await contentOf(texts, `# ${index}`);
  await texts.part(first, 0);
  await contentOf(texts, "# One more");
  expect([await texts.part(first, 0), await texts.part(second, 0)]).toMatchObject([[{ kind: "heading" }], undefined]);
  expect(await texts.part(await contentOf(texts, "# Second"), 0)).toMatchObject([{ kind: "heading" }]);
});

test("a text that could not be taken apart is tried again", async () => {
  let times = 0;
  const texts = new ParsedTexts(async () => {
    times += 1;
    return times === 1
      ? err({ kind: "unreadable", code: "OUT_OF_TIME" })
      : ok({
          facts: { title: "A", headings: [], failureModes: [], commonIssues: [], checklist: [], slas: [] },
          parts: [],
        });
  }, "run");
  expect([await contentOf(texts, "a"), await contentOf(texts, "a")]).toEqual(["OUT_OF_TIME", "run.2"]);
});
