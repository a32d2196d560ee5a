import { expect, test } from "vitest";
import { askedOnce, oneAtATime } from "../../../../electron/providers/reach/one-at-a-time.ts";

/** Questions that are answered when a test says so. */
function questions() {
  const asked: { readonly question: string; readonly answer: (text: string) => void }[] = [];
  const ask = oneAtATime(
    (question: string) => new Promise<string>((answer) => asked.push({ question, answer })),
    (a, b) => a === b,
  );
  return { asked, ask };
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

test("two who ask the same meanwhile get one answer", async () => {
  const { asked, ask } = questions();
  const both = Promise.all([ask("a"), ask("a")]);
  await turns();
  expect(asked.map(({ question }) => question)).toEqual(["a"]);
  asked[0]?.answer("A");
  expect(await both).toEqual(["A", "A"]);
});

test("who asks another thing waits, and a question after the answer is a new one", async () => {
  const { asked, ask } = questions();
  const [a, b] = [ask("a"), ask("b")];
  await turns();
  expect(asked.map(({ question }) => question)).toEqual(["a"]);
  asked[0]?.answer("A");
  await a;
  await turns();
  asked[1]?.answer("B");
  expect(await b).toBe("B");
  const again = ask("b");
  await turns();
  asked[2]?.answer("C");
  expect(await again).toBe("C");
});

test("a question that throws ends, and the next one is asked", async () => {
  let broken = true;
  const ask = askedOnce(() => (broken ? Promise.reject(new Error("a fault of ours")) : Promise.resolve("well")));
  const [first, second] = await Promise.allSettled([ask(), ask()]);
  expect([first.status, second.status]).toEqual(["rejected", "rejected"]);
  broken = false;
  expect(await ask()).toBe("well");
});
