import { expect, test } from "vitest";
import { actionsOf } from "../../../electron/core/source.ts";
import type { SourceTools } from "../../../electron/core/provider.ts";
import { providers } from "../../../electron/providers/registry.ts";
import { memorySecrets } from "../../support/memory-secrets.ts";
import { noon } from "../../support/scenario.ts";

const tools: SourceTools = {
  http: {
    request: () => {
      throw new Error("nothing is asked for on connecting");
    },
  },
  clock: { now: () => noon },
  secrets: memorySecrets(),
  readText: () => ({ ok: false, error: { kind: "unreadable", code: "ENOENT" } }),
};

const source = { id: "s", name: "S", poll: 10_000, severity: {} };

test("a source is asked, and asked to do, what its adapter has functions for", () => {
  const { alertmanager, inbox } = providers.sources;
  const config = { kind: "alertmanager", urls: ["https://alerts.example.com"] } as const;
  const asked = alertmanager.connect({ ...source, config }, tools);
  expect(actionsOf(asked.actions)).toEqual(["acknowledge", "unacknowledge"]);
  const told = inbox.connect({ ...source, config: { kind: "inbox" } }, tools);
  expect(told).toEqual({ actions: {} });
});
