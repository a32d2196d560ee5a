import { expect, it } from "vitest";
import { startBaton } from "../support/baton-host.ts";

it("pages a stranger of an incident that they send to the inbox of the sample team", async () => {
  const baton = await startBaton();
  const answer = await baton.post({ key: "hello", title: "Hello", severity: "critical", state: "triggered" });
  expect(answer).toMatchObject({ status: 202, body: { accepted: 1 } });
  const snapshot = await baton.sees("the incident", ({ current }) => current?.title === "Hello");
  expect(snapshot).toMatchObject({
    team: { sample: true },
    tray: { state: "triggered", count: 1 },
    shift: { standing: "primary" },
  });
  expect([...baton.rows().values()].map(({ title }) => title)).toEqual(["Hello"]);
  await expect(baton.client().request("resolve", { ids: [snapshot.current?.id ?? ""] })).resolves.toEqual({
    ok: true,
    value: { kind: "done", count: 1 },
  });
  await baton.sees("all quiet", ({ current, tray }) => current === undefined && tray.state === "on");
  expect(await baton.stop()).toBe(0);
});
