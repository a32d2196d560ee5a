import { expect, it } from "vitest";
import { contract } from "../../../../shared/rpc/contract.ts";
import { connect } from "../../../../shared/rpc/define.ts";
import { ok } from "../../../../shared/result.ts";
import { day, minute } from "../../../../shared/time/duration.ts";
import { after } from "../../../../shared/time/instant.ts";
import { openTestApp } from "../../../support/app-under-test.ts";
import { noon } from "../../../support/scenario.ts";
import { team } from "../../../support/team-builder.ts";

function open(parts: Parameters<typeof openTestApp>[0] = {}) {
  const test = openTestApp(parts);
  const request = (command: string, input: unknown) => test.app.request(command, input);
  const client = connect(contract, { request, onPush: () => () => undefined }, () => undefined);
  const fire = (state: "triggered" | "resolved") => {
    const item = {
      key: "ledger",
      state,
      title: "The ledger is late",
      severity: "major",
      labels: {},
      links: [],
    } as const;
    return test.app.receive([item]).ids[0] ?? "";
  };
  return { ...test, client, fire };
}

const note = { happened: "Late", impact: "Report", cause: "Bank", helped: "A call", change: "A watch" };

it("000-8 a note is written once the incident has ended, and is kept when the list has forgotten it", async () => {
  const { client, clock, fire } = open();
  const id = fire("triggered");
  const save = { id, ...note, category: "dependency" } as const;
  expect(await client.request("post-incident-note", { id, zone: "UTC" })).toEqual(ok(null));
  expect(await client.request("save-post-incident-note", save)).toEqual(
    ok({ kind: "refused", reason: "not-resolved" }),
  );
  fire("resolved");
  expect(await client.request("save-post-incident-note", save)).toEqual(ok({ kind: "done", count: 1 }));
  clock.advance(9 * day);
  expect(await client.request("incident", { id })).toEqual(ok(null));
  expect(await client.request("post-incident-note", { id, zone: "UTC" })).toMatchObject({
    value: { note: { ...note, category: "dependency", by: { id: "alice", name: "Alice" }, at: noon } },
  });
  expect(await client.request("save-post-incident-note", { ...save, id: "nobody's" })).toEqual(
    ok({ kind: "refused", reason: "not-found" }),
  );
});

it("000-12 an incident that burns shows what was written when it burned before", async () => {
  const { client, clock, fire } = open();
  const first = fire("triggered");
  fire("resolved");
  await client.request("save-post-incident-note", { id: first, ...note, category: "dependency" });
  clock.advance(20 * day);
  const second = fire("triggered");
  expect(second).not.toBe(first);
  expect(await client.request("similar-incidents", { id: second })).toMatchObject({
    value: { kind: "found", count: 1, lastAt: noon, similar: [{ id: first, note, why: { kind: "same-key" } }] },
  });
});

it("000-17 retention runs soon after the start and every day, by the team's rule", () => {
  const { clock, store } = open({ team: team({ retention: { log: 400 * day, personalData: 90 * day } }) });
  clock.advance(2 * minute);
  expect(store.retained().map(({ before }) => before)).toEqual([
    { log: after(noon, minute - 400 * day), personalData: after(noon, minute - 90 * day) },
  ]);
  clock.advance(day);
  expect(store.retained()).toHaveLength(2);
});

it("without a rule nothing is ever removed", () => {
  const { clock, store } = open();
  clock.advance(3 * day);
  expect(store.retained()).toEqual([]);
});
