import type { ActionName } from "../../shared/rpc/action-name.ts";
import type { Contract, Outcome } from "../../shared/rpc/contract.ts";
import type { Client, Input, RpcFailure } from "../../shared/rpc/define.ts";
import type { FailedAction, ScreenStore } from "./screen.ts";

export type Commands = {
  /** Asks the host; true once it is done. What did not happen is shown until it is put away. */
  perform<K extends ActionName>(command: K, input: Input<Contract, K>): Promise<boolean>;
  /** Asks for data; undefined where there is no answer. */
  ask: Client<Contract>["request"];
  dismiss(id: number): void;
};

/** Knows what is under way, so that nothing is asked twice by an impatient finger. */
export function createCommands(client: Client<Contract>, store: ScreenStore): Commands {
  let lastId = 0;

  const dismiss = (id: number): void => {
    store.setState(({ failed }) => ({ failed: failed.filter((one) => one.id !== id) }));
  };

  const fail = (failed: Omit<FailedAction, "id">): void => {
    lastId += 1;
    const one = { ...failed, id: lastId };
    // The same action failing again replaces its earlier word.
    store.setState((screen) => ({
      failed: [...screen.failed.filter(({ command }) => command !== failed.command), one].slice(-3),
    }));
  };

  const perform: Commands["perform"] = async (command, input) => {
    const keys = pendingKeys(command, input);
    if (keys.every((key) => store.getState().pending.has(key))) return false;
    store.setState(({ pending, failed }) => ({
      pending: new Set([...pending, ...keys]),
      failed: failed.filter((one) => one.command !== command),
    }));
    try {
      const result = await client.request(command, input);
      const failure: Outcome | RpcFailure = result.ok ? result.value : result.error;
      if (failure.kind === "done") return true;
      fail({ command, failure, again: () => void perform(command, input) });
      return false;
    } finally {
      store.setState(({ pending }) => ({ pending: new Set([...pending].filter((key) => !keys.includes(key))) }));
    }
  };

  return { perform, ask: (command, input) => client.request(command, input), dismiss };
}

/** What stays busy while a command is under way: the incidents it names, else the one thing it names, else itself. */
export function pendingKeys(command: string, input: object): readonly string[] {
  if ("ids" in input && Array.isArray(input.ids)) return input.ids.map(String);
  for (const key of ["id", "source", "calendar", "name", "item", "task"] as const) {
    const value = (input as Partial<Record<typeof key, unknown>>)[key];
    if (typeof value === "string") return [key === "id" ? value : `${command} ${value}`];
  }
  return [command];
}
