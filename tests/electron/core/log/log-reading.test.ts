import { expect, it } from "vitest";
import { contract } from "../../../../shared/rpc/contract.ts";
import { connect } from "../../../../shared/rpc/define.ts";
import { ok } from "../../../../shared/result.ts";
import { after, instant } from "../../../../shared/time/instant.ts";
import { openTestApp } from "../../../support/app-under-test.ts";
import { alert, answer, noon } from "../../../support/scenario.ts";
import { team } from "../../../support/team-builder.ts";

const day = 86_400_000;
const span = { from: after(noon, -day), to: after(noon, day) };

function open(parts: Parameters<typeof openTestApp>[0] = {}) {
  const test = openTestApp(parts);
  const transport = {
    request: (command: string, input: unknown) => test.app.request(command, input),
    onPush: () => () => undefined,
  };
  return { ...test, client: connect(contract, transport, () => undefined) };
}

it("writes an entry, and reads it with names, newest first", async () => {
  const { client, settle } = open({ reply: ok(answer([alert("a")])) });
  await settle();
  expect(await client.request("write-log", { text: "hello" })).toEqual(ok({ kind: "done", count: 1 }));
  const page = await client.request("log", { ...span, limit: 10 });
  expect(page).toMatchObject({
    ok: true,
    value: {
      kind: "page",
      items: [
        { kind: "written", by: { id: "alice", name: "Alice" }, text: "hello" },
        { kind: "paged", people: [{ name: "Alice" }], incidents: [{ title: "Alert a", service: "The profit" }] },
      ],
    },
  });
});

it("reads in pages that miss and repeat nothing, whatever passes the filter", async () => {
  const { client, store } = open();
  const entries = Array.from({ length: 2_500 }, (_, index) => ({
    at: instant(noon + index),
    kind: index % 1_000 === 0 ? "log-entry" : "source-stale",
    body: index % 1_000 === 0 ? { by: index === 0 ? "bob" : "alice", text: String(index) } : { source: "prod" },
  }));
  store.commit({ entries, puts: [], removes: [] });
  const all = async (over: object) => {
    const seqs: number[] = [];
    let next: { readonly at: typeof noon; readonly seq: number } | undefined;
    do {
      const page = await client.request("log", { ...span, ...over, limit: 100, ...(next && { after: next }) });
      if (!page.ok || page.value.kind !== "page") throw new Error("no page");
      seqs.push(...page.value.items.map(({ seq }) => seq));
      next = page.value.next;
    } while (next);
    return seqs;
  };
  const everything = await all({});
  expect(everything.length).toBe(2_500);
  expect(everything).toEqual(everything.toSorted((a, b) => b - a));
  expect(await all({ only: "written" })).toHaveLength(3);
  expect(await all({ by: "bob" })).toHaveLength(1);
  expect(await all({ only: "automatic" })).toHaveLength(2_497);
});

it("000-15 keeps a sensitive title out of the log that is handed on", async () => {
  const pay = alert("pay", { labels: { pipeline: "salaries" }, title: "The CEO's pay" });
  const { client, settle } = open({ reply: ok(answer([pay])) });
  await settle();
  const exported = await client.request("export-log", { title: "Log", ...span, zone: "UTC" });
  expect(JSON.stringify(exported)).not.toContain("pay");
  expect(JSON.stringify(exported)).toContain("Sensitive incident");
});

it("002-3 a tick is kept with the shift that it was made in", async () => {
  const { client } = open({ team: team({ duties: [{ title: "Mail" }] }) });
  const shift = { schedule: "weekly", shift: noon };
  await client.request("tick-duty", { ...shift, duty: "Mail", done: true });
  expect(await client.request("duties", { ...shift, to: span.to })).toEqual(
    ok([{ title: "Mail", done: { by: { id: "alice", name: "Alice" }, at: noon } }]),
  );
});

it("says that the log cannot be read while the disk fails", async () => {
  const { client, store } = open();
  store.failWith({ kind: "io", code: "SQLITE_IOERR" });
  expect(await client.request("log", { ...span, limit: 10 })).toEqual(ok({ kind: "unreadable", reason: "io" }));
});
