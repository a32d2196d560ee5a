import { expect, test } from "vitest";
import { minute, second } from "../../../../shared/time/duration.ts";
import { after, fromIso, type Instant } from "../../../../shared/time/instant.ts";
import { createSilenceBook, type SilenceQuestions } from "../../../../electron/providers/alertmanager/silence-book.ts";
import type { Silence } from "../../../../electron/providers/alertmanager/silence.ts";

const start = fromIso("2027-01-04T09:00:00.000Z")!;

const silence = (id: string, until: Instant): Silence => ({
  id,
  author: "Alice",
  comment: "",
  from: start,
  until,
  state: "active",
  matchers: [],
});

/** Answers from `silences` and notes what was asked. */
function cluster(...silences: readonly Silence[]) {
  const asked: string[] = [];
  const ask: SilenceQuestions = {
    async one(id) {
      asked.push(id);
      return silences.find((known) => known.id === id);
    },
    async all() {
      asked.push("all");
      return silences;
    },
  };
  return { asked, ask };
}

test("a silence is asked about once, and again when it is about to end", async () => {
  const book = createSilenceBook();
  const { asked, ask } = cluster(silence("a", after(start, 10 * minute)));
  for (const passed of [0, 7 * minute, 8 * minute + second, 8 * minute + 20 * second, 8 * minute + 40 * second]) {
    await book.refresh(new Set(["a"]), after(start, passed), ask);
  }
  expect(asked).toEqual(["a", "a", "a"]);
  expect(book.revision()).toBe(1);
});

test("an extension counts as a change", async () => {
  const book = createSilenceBook();
  await book.refresh(new Set(["a"]), start, cluster(silence("a", after(start, minute))).ask);
  const extended = silence("a", after(start, 60 * minute));
  await book.refresh(new Set(["a"]), after(start, minute), cluster(extended).ask);
  expect([book.get("a"), book.revision()]).toEqual([extended, 2]);
});

test("one that nobody knows is asked about again, but not at each poll", async () => {
  const book = createSilenceBook();
  const { asked, ask } = cluster();
  for (const passed of [0, 10 * second, 20 * second, 30 * second]) {
    await book.refresh(new Set(["a"]), after(start, passed), ask);
  }
  expect(asked).toEqual(["a", "a"]);
});

test("more than twenty are asked about at once, and only those that hold alerts are kept", async () => {
  const silences = Array.from({ length: 30 }, (_, index) => silence(`s${index}`, after(start, 60 * minute)));
  const { asked, ask } = cluster(...silences);
  const book = createSilenceBook();
  await book.refresh(new Set(silences.slice(0, 21).map(({ id }) => id)), start, ask);
  expect(asked).toEqual(["all"]);
  expect([book.get("s20"), book.get("s21")]).toEqual([silences[20], undefined]);
});

test("what was just made is known without asking, and kept until it is over", async () => {
  const book = createSilenceBook();
  const made = silence("a", after(start, minute));
  book.learn(made);
  const { asked, ask } = cluster();
  await book.refresh(new Set(), start, ask);
  expect([book.get("a"), asked]).toEqual([made, []]);
  await book.refresh(new Set(), after(start, 2 * minute), ask);
  expect(book.get("a")).toBeUndefined();
});
