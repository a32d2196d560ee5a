/** Asks once at a time: who asks the same meanwhile gets the same answer, who asks another thing waits. */
export function oneAtATime<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  isSame: (a: Question, b: Question) => boolean,
): (question: Question) => Promise<Answer> {
  let pending: { readonly question: Question; readonly answer: Promise<Answer> } | undefined;
  return (question) => {
    if (pending && isSame(pending.question, question)) return pending.answer;
    const before = pending?.answer ?? Promise.resolve();
    const answer = before.then(
      () => ask(question),
      () => ask(question),
    );
    const mine = { question, answer };
    pending = mine;
    const end = (): void => {
      if (pending === mine) pending = undefined;
    };
    answer.then(end, end);
    return answer;
  };
}

/** The same for what has one question only. */
export function askedOnce<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  const once = oneAtATime(
    (_question: undefined) => ask(),
    () => true,
  );
  return () => once(undefined);
}
