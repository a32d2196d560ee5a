import { describe, expect, it, vi } from "vitest";
import { ok } from "../../shared/result.ts";
import { contract } from "../../shared/rpc/contract.ts";
import { connect, type Transport } from "../../shared/rpc/define.ts";
import { instant } from "../../shared/time/instant.ts";
import { emptySnapshot, scriptedApp, type Script, type ScriptedApp } from "../support/scripted-app.ts";

/** Joins a screen's transport to an app; resolves once requests reach it. */
export type Joined = (app: ScriptedApp) => Promise<Transport>;

/** What the contract promises, whatever carries it. */
export function contractOver(name: string, join: Joined): void {
  const joined = async (script: Script) => {
    const app = scriptedApp(script);
    const bad: string[] = [];
    const client = connect(contract, await join(app), (push) => bad.push(push));
    return { app, bad, client };
  };

  describe(`the contract over ${name}`, () => {
    it("carries a question there and its answer back", async () => {
      const seen: unknown[] = [];
      const { client } = await joined({
        handlers: {
          snooze(input) {
            seen.push(input);
            return { kind: "done", count: input.ids.length };
          },
        },
      });
      expect(await client.request("snooze", { ids: ["a", "é"], for: 900_000 })).toEqual(ok({ kind: "done", count: 2 }));
      expect(seen).toEqual([{ ids: ["a", "é"], for: 900_000 }]);
    });

    it("answers many questions at once, each with its own answer", async () => {
      const { client } = await joined({
        handlers: {
          async resolve({ ids }) {
            for (let turns = Number(ids[0]) % 7; turns > 0; turns -= 1) await Promise.resolve();
            return { kind: "done", count: Number(ids[0]) };
          },
        },
      });
      const numbers = Array.from({ length: 50 }, (_, n) => n);
      const answers = await Promise.all(numbers.map((n) => client.request("resolve", { ids: [String(n)] })));
      expect(answers).toEqual(numbers.map((count) => ok({ kind: "done", count })));
    });

    it("refuses what does not fit before the app sees it, and says where", async () => {
      const { client } = await joined({
        handlers: {
          snooze: () => {
            throw new Error("must not be reached");
          },
        },
      });
      const answer = await client.request("snooze", { ids: [], for: 1 });
      expect(answer).toMatchObject({ ok: false, error: { kind: "bad-input" } });
      expect(!answer.ok && "issues" in answer.error && answer.error.issues.map((issue) => issue.split(":")[0])).toEqual(
        ["ids", "for"],
      );
    });

    it.each(["nonsense", "constructor", "__proto__", "toString"])("does not know the command %s", async (command) => {
      const { client } = await joined({});
      expect(await client.request(command as "hello", {})).toEqual({ ok: false, error: { kind: "unknown-command" } });
    });

    it("tells a screen of a fault that it happened, and nothing of what it was", async () => {
      const fault = new Error("password=hunter2");
      const { app, client } = await joined({
        handlers: {
          escalate: () => {
            throw fault;
          },
        },
      });
      expect(await client.request("escalate", { id: "a" })).toEqual({ ok: false, error: { kind: "internal" } });
      expect(app.faults).toEqual([{ command: "escalate", fault }]);
    });

    it("does not let an answer out that does not fit", async () => {
      const { app, client } = await joined({
        handlers: { quiet: () => ({ kind: "done", count: "two" }) as never },
      });
      expect(await client.request("quiet", { for: null })).toEqual({ ok: false, error: { kind: "internal" } });
      expect(app.faults.map(({ command }) => command)).toEqual(["quiet"]);
    });

    it("drops what the contract does not name", async () => {
      const { client } = await joined({ handlers: { hello: () => ({ ...emptySnapshot(), token: "s3cret" }) } });
      expect(await client.request("hello", {})).toEqual(ok(emptySnapshot()));
    });

    it("brings pushes in order to those who listen, until they stop", async () => {
      const { app, client } = await joined({});
      await client.request("hello", {});
      const views: string[] = [];
      const alarms: string[] = [];
      const stop = client.onPush("navigate", ({ view }) => views.push(view));
      client.onPush("alarm", ({ severity }) => alarms.push(severity));
      app.push({ push: "navigate", payload: { view: "now" } });
      app.push({ push: "navigate", payload: { view: "settings" } });
      app.push({ push: "alarm", payload: { severity: "major", raise: true } });
      await vi.waitFor(() => expect(alarms).toEqual(["major"]));
      stop();
      app.push({ push: "navigate", payload: { view: "incidents" } });
      app.push({ push: "alarm", payload: { severity: "minor", raise: true } });
      await vi.waitFor(() => expect(alarms).toEqual(["major", "minor"]));
      expect(views).toEqual(["now", "settings"]);
    });

    it("drops a push that does not fit, names it, and goes on", async () => {
      const { app, bad, client } = await joined({});
      await client.request("hello", {});
      const seen: unknown[] = [];
      client.onPush("alarm", (payload) => seen.push(payload));
      app.push({ push: "alarm", payload: { severity: "dreadful" } as never });
      app.push({ push: "constructor" as "alarm", payload: { severity: "minor", raise: true } });
      app.push({ push: "alarm", payload: { severity: "info", raise: true } });
      await vi.waitFor(() => expect(seen).toEqual([{ severity: "info", raise: true }]));
      expect(bad).toEqual(["alarm"]);
    });

    it("keeps every character of a text", async () => {
      const text = `"\\\u0000\u0007\u2028\u202e💥${"é".repeat(2_000)}`;
      const { client } = await joined({
        handlers: { "add-note": ({ text: given }) => ({ kind: "refused", reason: "invalid", detail: given }) },
      });
      expect(await client.request("add-note", { id: "a", text })).toEqual(
        ok({ kind: "refused", reason: "invalid", detail: text }),
      );
    });

    it("carries instants as numbers", async () => {
      const now = instant(1_800_000_000_123);
      const { client } = await joined({ handlers: { hello: () => ({ ...emptySnapshot(), now }) } });
      expect(await client.request("hello", {})).toMatchObject(ok({ now }));
    });
  });
}
