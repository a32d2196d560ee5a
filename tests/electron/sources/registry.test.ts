import { expect, test } from "vitest";
import { fromIso } from "../../../shared/time/instant.ts";
import type { Source } from "../../../shared/team/team.ts";
import type { SourceTools } from "../../../electron/core/source.ts";
import { sourceKind, sourceKinds } from "../../../electron/sources/registry.ts";
import { memorySecrets } from "../../support/memory-secrets.ts";

const tools: SourceTools = {
  http: {
    request: () => {
      throw new Error("nothing is asked for on connecting");
    },
  },
  clock: { now: () => fromIso("2027-01-04T09:00:00Z")! },
  secrets: memorySecrets(),
  readText: () => ({ ok: false, error: { kind: "unreadable", code: "ENOENT" } }),
};

const source = (config: Source["config"]): Source => ({ id: "s", name: "S", poll: 10_000, severity: {}, config });
const urls = ["https://alerts.example.com"];

const configs: Readonly<Record<string, Source["config"]>> = {
  alertmanager: { kind: "alertmanager", urls },
  inbox: { kind: "inbox" },
};

test("a kind is found by its own name only", () => {
  expect(sourceKinds.map(({ kind }) => sourceKind(kind)?.kind)).toEqual(["alertmanager", "inbox"]);
  expect(["planned", "constructor", "__proto__", ""].map(sourceKind)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a connection has exactly the actions that its kind promises", () => {
  for (const kind of sourceKinds) {
    const { actions } = kind.connect(source(configs[kind.kind]!), tools);
    expect(Object.keys(actions).sort()).toEqual([...kind.actions].sort());
  }
});

test("a kind names the secrets that a source of it uses", () => {
  const secrets = (config: Source["config"]) => sourceKind(config.kind)?.secrets(source(config));
  expect(secrets({ kind: "alertmanager", urls })).toEqual([]);
  expect(
    secrets({ kind: "alertmanager", urls, auth: { kind: "basic", username: "u", password: "am-password" } }),
  ).toEqual(["am-password"]);
  expect(secrets({ kind: "alertmanager", urls, auth: { kind: "bearer", token: "am-token" } })).toEqual(["am-token"]);
  expect(secrets({ kind: "inbox" })).toEqual([]);
});
