import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Asker, type Question } from "../../../renderer/store/asker.ts";
import { err, ok, type Result } from "../../../shared/result.ts";

const now = { settle: 0, gather: 0 };

/** Questions whose answers come when the test lets them. */
function asking() {
  const asker = new Asker<string>();
  const asked: string[] = [];
  const waiting: ((answer: Result<string, unknown>) => void)[] = [];
  const question = (text: string, revision: unknown = 0): Question<string> => ({
    text,
    revision,
    ask: () => {
      asked.push(text);
      return new Promise((resolve) => waiting.push(resolve));
    },
  });
  const answer = async (reply: Result<string, unknown>, at = 0): Promise<void> => {
    waiting.splice(at, 1)[0]?.(reply);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { asker, asked, question, answer };
}

describe("a question", () => {
  test("is asked once, and its answer is kept and told", async () => {
    const { asker, asked, question, answer } = asking();
    const told = vi.fn();
    asker.subscribe(told);
    asker.want(question("a"), now);
    asker.want(question("a"), now);
    await answer(ok("A"));
    expect([asked, asker.kept(), told.mock.calls.length]).toEqual([
      ["a"],
      { text: "a", revision: 0, failed: false, value: "A" },
      1,
    ]);
  });

  test("is asked again at another revision, or when that is wished for", async () => {
    const { asker, asked, question, answer } = asking();
    asker.want(question("a", 1), now);
    await answer(ok("A"));
    asker.want(question("a", 2), now);
    await answer(ok("A2"));
    asker.again();
    await answer(ok("A3"));
    expect([asked.length, asker.kept()]).toEqual([3, { text: "a", revision: 2, failed: false, value: "A3" }]);
  });

  test("that fails keeps what it was answered with before, and nothing of another", async () => {
    const { asker, question, answer } = asking();
    asker.want(question("a", 1), now);
    await answer(ok("A"));
    asker.want(question("a", 2), now);
    await answer(err("broken"));
    expect(asker.kept()).toEqual({ text: "a", revision: 2, failed: true, value: "A" });
    asker.want(question("b", 2), now);
    await answer(err("broken"));
    expect(asker.kept()).toEqual({ text: "b", revision: 2, failed: true });
  });

  test("that was followed by another leaves no answer, and neither does one that is wanted no more", async () => {
    const { asker, question, answer } = asking();
    asker.want(question("a"), now);
    asker.want(question("b"), now);
    await answer(ok("B"), 1);
    await answer(ok("A"));
    expect(asker.kept()).toMatchObject({ value: "B" });
    asker.want(question("c"), now);
    asker.want(undefined, now);
    await answer(ok("C"));
    expect(asker.kept()).toMatchObject({ value: "B" });
  });
});

describe("many questions in a short time", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("are one, which is asked once they have settled", () => {
    const { asker, asked, question } = asking();
    for (const text of ["a", "ab", "abc"]) {
      asker.want(question(text), { settle: 100, gather: 0 });
      vi.advanceTimersByTime(60);
    }
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(40);
    expect(asked).toEqual(["abc"]);
  });

  test("about the same do not put each other off", () => {
    const { asker, asked, question } = asking();
    asker.want(question("a", 0), { settle: 0, gather: 100 });
    for (const revision of [1, 2, 3]) {
      asker.want(question("a", revision), { settle: 0, gather: 100 });
      vi.advanceTimersByTime(40);
    }
    expect(asked).toEqual(["a", "a"]);
  });

  test("are none once they are wanted no more", () => {
    const { asker, asked, question } = asking();
    asker.want(question("a"), { settle: 100, gather: 0 });
    asker.want(undefined, now);
    vi.advanceTimersByTime(1_000);
    expect(asked).toEqual([]);
  });
});
