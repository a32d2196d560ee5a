import { expect, test } from "vitest";
import { isSourceKind, pollOfSource, secretsOfSource, sources } from "../../../shared/providers/sources.ts";

const alertmanager = { kind: "alertmanager", urls: ["https://alerts.example.com"] } as const;

test("a kind is known by its own name only", () => {
  expect(Object.keys(sources).every(isSourceKind)).toBe(true);
  expect(["planned", "constructor", "__proto__", ""].map(isSourceKind)).toEqual([false, false, false, false]);
});

test("a source names the secrets that it uses", () => {
  const basic = { kind: "basic", username: "u", password: "am-password" } as const;
  expect(secretsOfSource(alertmanager)).toEqual([]);
  expect(secretsOfSource({ ...alertmanager, auth: basic })).toEqual(["am-password"]);
  expect(secretsOfSource({ ...alertmanager, auth: { kind: "bearer", token: "am-token" } })).toEqual(["am-token"]);
  expect(secretsOfSource({ kind: "inbox" })).toEqual([]);
});

test("a source that is never asked has no pace", () => {
  expect(pollOfSource(alertmanager)).toBe(10_000);
  expect(pollOfSource({ kind: "inbox" })).toBeUndefined();
});
