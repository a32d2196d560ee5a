import * as v from "valibot";
import { err, ok, type Result } from "../result.ts";

/** One question with its answer, both validated on the side that receives them. */
export type CommandShape = { readonly input: v.GenericSchema; readonly output: v.GenericSchema };
export type ContractShape = {
  readonly commands: Readonly<Record<string, CommandShape>>;
  readonly pushes: Readonly<Record<string, v.GenericSchema>>;
};

export type Input<C extends ContractShape, K extends keyof C["commands"]> = v.InferOutput<C["commands"][K]["input"]>;
export type Output<C extends ContractShape, K extends keyof C["commands"]> = v.InferOutput<C["commands"][K]["output"]>;
export type Push<C extends ContractShape, K extends keyof C["pushes"]> = v.InferOutput<C["pushes"][K]>;

/** Why a command got no answer: the asker's fault, a word of the host, or a fault in Baton. */
export type RpcFailure =
  | { readonly kind: "unknown-command" }
  | { readonly kind: "bad-input"; readonly issues: readonly string[] }
  | { readonly kind: "bad-output"; readonly issues: readonly string[] }
  | { readonly kind: "internal" }
  | { readonly kind: "disconnected" };

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: RpcFailure };

/** Two methods, so that IPC, a WebSocket and an in-memory round trip carry the same contract. Payloads are plain JSON. */
export type Transport = {
  request(command: string, input: unknown): Promise<unknown>;
  onPush(listener: (push: string, payload: unknown) => void): () => void;
};

export type Handlers<C extends ContractShape> = {
  readonly [K in keyof C["commands"]]: (input: Input<C, K>) => Promise<Output<C, K>> | Output<C, K>;
};

export type Client<C extends ContractShape> = {
  request<K extends keyof C["commands"] & string>(
    command: K,
    input: Input<C, K>,
  ): Promise<Result<Output<C, K>, RpcFailure>>;
  onPush<K extends keyof C["pushes"] & string>(push: K, listener: (payload: Push<C, K>) => void): () => void;
};

/** Declares a contract; the value is the single source of truth for both sides. */
export const defineContract = <const C extends ContractShape>(contract: C): C => contract;

const issuesOf = (issues: readonly v.BaseIssue<unknown>[]): readonly string[] =>
  issues
    .slice(0, 10)
    .map((issue) => `${v.getDotPath(issue) ?? "value"}: expected ${issue.expected ?? "another value"}`);

/**
 * The host's side: validates, dispatches, validates again. Never throws: a handler's exception is given to `onFault`
 * and answered as `internal`, so that nothing of it leaves the host.
 */
export function serve<C extends ContractShape>(
  contract: C,
  handlers: Handlers<C>,
  onFault: (command: string, fault: unknown) => void,
) {
  return async (command: string, input: unknown): Promise<Reply> => {
    const shape = Object.hasOwn(contract.commands, command) ? contract.commands[command] : undefined;
    if (!shape) return { ok: false, error: { kind: "unknown-command" } };
    const parsed = v.safeParse(shape.input, input);
    if (!parsed.success) return { ok: false, error: { kind: "bad-input", issues: issuesOf(parsed.issues) } };
    try {
      const handler = handlers[command as keyof C["commands"]];
      const output = v.safeParse(shape.output, await handler(parsed.output as Input<C, keyof C["commands"]>));
      if (output.success) return { ok: true, value: output.output };
      onFault(command, new Error(issuesOf(output.issues).join("; ")));
    } catch (fault) {
      onFault(command, fault);
    }
    return { ok: false, error: { kind: "internal" } };
  };
}

const replySchema = v.union([
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({
    ok: v.literal(false),
    error: v.object({
      kind: v.picklist(["unknown-command", "bad-input", "bad-output", "internal", "disconnected"]),
      issues: v.optional(v.array(v.string())),
    }),
  }),
]);

const toFailure = (kind: RpcFailure["kind"], issues: readonly string[]): RpcFailure =>
  kind === "bad-input" || kind === "bad-output" ? { kind, issues } : { kind };

/** The screen's side: typed requests and pushes, each validated on arrival. A push that does not fit is given to `onBadPush` and dropped. */
export function connect<C extends ContractShape>(
  contract: C,
  transport: Transport,
  onBadPush: (push: string, issues: readonly string[]) => void,
): Client<C> {
  return {
    async request(command, input) {
      const reply = v.safeParse(replySchema, await transport.request(command, input));
      if (!reply.success) return err({ kind: "bad-output", issues: issuesOf(reply.issues) });
      if (!reply.output.ok) return err(toFailure(reply.output.error.kind, reply.output.error.issues ?? []));
      const shape = contract.commands[command];
      if (!shape) return err({ kind: "unknown-command" });
      const output = v.safeParse(shape.output, reply.output.value);
      return output.success ? ok(output.output as never) : err({ kind: "bad-output", issues: issuesOf(output.issues) });
    },
    onPush(push, listener) {
      return transport.onPush((name, payload) => {
        const shape = name === push && Object.hasOwn(contract.pushes, name) ? contract.pushes[name] : undefined;
        if (!shape) return;
        const parsed = v.safeParse(shape, payload);
        if (parsed.success) listener(parsed.output);
        else onBadPush(name, issuesOf(parsed.issues));
      });
    },
  };
}
