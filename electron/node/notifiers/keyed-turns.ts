/** Runs tasks of one key one after the other, and tasks of different keys side by side. A task must not reject. */
export type KeyedTurns = <T>(key: string, task: () => Promise<T>) => Promise<T>;

export function keyedTurns(): KeyedTurns {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = last.get(key);
    const turn = before === undefined ? task() : before.then(task);
    last.set(key, turn);
    void turn.finally(() => {
      if (last.get(key) === turn) last.delete(key);
    });
    return turn;
  };
}
