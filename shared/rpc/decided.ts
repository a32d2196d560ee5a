import type * as v from "valibot";
import { outcome } from "./outcome.ts";

type Entries<C> = { readonly [K in keyof C]: { readonly input: C[K]; readonly output: typeof outcome } };

/** Contract entries for commands that are answered with what became of them. */
export const asEntries = <const C extends Readonly<Record<string, v.GenericSchema>>>(commands: C): Entries<C> =>
  Object.fromEntries(Object.entries(commands).map(([name, input]) => [name, { input, output: outcome }])) as Entries<C>;
