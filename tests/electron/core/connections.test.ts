import { expect, test } from "vitest";
import { Connections, type Wanted } from "../../../electron/core/connections.ts";

type Made = { readonly declared: unknown; readonly count: number };

/** Connections that are counted as they are made. */
function counted() {
  const connections = new Connections<Made>();
  let count = 0;
  const wanted = (id: string, declared: unknown): Wanted<Made> => ({
    id,
    declared,
    connect: () => ({ declared, count: (count += 1) }),
  });
  return { connections, wanted };
}

test("a connection is kept while its declaration says the same, and made anew when it does not", () => {
  const { connections, wanted } = counted();
  connections.use([wanted("a", { url: "one" }), wanted("b", { url: "one" })]);
  const [a, b] = [connections.get("a"), connections.get("b")];
  connections.use([wanted("a", { url: "one" }), wanted("b", { url: "two" })]);
  expect(connections.get("a")).toBe(a);
  expect(connections.get("b")).not.toBe(b);
  expect(connections.get("b")).toEqual({ declared: { url: "two" }, count: 3 });
});

test("what is no longer declared is let go, and what comes back begins anew", () => {
  const { connections, wanted } = counted();
  connections.use([wanted("a", 1)]);
  connections.use([]);
  expect(connections.get("a")).toBeUndefined();
  connections.use([wanted("a", 1)]);
  expect(connections.get("a")).toEqual({ declared: 1, count: 2 });
});
