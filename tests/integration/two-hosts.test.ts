import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { minute } from "../../shared/time/duration.ts";
import {
  alertmanagerProgram,
  startAlertmanager,
  type RealAlert,
  type RealAlertmanager,
} from "../support/alertmanager.ts";
import { startBaton, type BatonHost } from "../support/baton-host.ts";
import { tabAndPress, tabTo } from "../support/by-keyboard.ts";
import { describeWith } from "../support/describe-with.ts";
import { eventually } from "../support/eventually.ts";
import { shareSampleTeam, type SharedTeam } from "../support/shared-team.ts";
import { closeBrowserAfterAll, openWindow } from "../support/window.ts";

/*
 * A shift with all of its parts, from the page to the next person: two hosts, each with a data folder of its own, over one team
 * folder, with a real Alertmanager, and in Chromium by keyboard alone.
 */

const late: RealAlert = {
  labels: { alertname: "SourceUnavailable", pipeline: "aggregate_profit", severity: "page" },
  annotations: { summary: "Source unavailable: no rows of the newest month" },
};
const dropped: RealAlert = {
  labels: { alertname: "RowsDropped", pipeline: "daily_growth", severity: "page" },
  annotations: { summary: "Rows of daily growth dropped by 40 %" },
};

const firstStep = "Acknowledge, and say in the log that you are looking.";

const primary = (baton: BatonHost): readonly string[] =>
  baton
    .snapshot()
    .shift.onCallNow.flatMap(({ people }) => people)
    .filter(({ role }) => role === "primary")
    .map(({ name }) => name);

const silencedBy = (alertmanager: RealAlertmanager, alert: RealAlert): Promise<string> =>
  eventually("the silence", async () => {
    const silences = await alertmanager.silences();
    const { alertname } = alert.labels;
    return silences.find(({ matchers }) => matchers.some(({ value }) => value === alertname))?.createdBy;
  });

const titleOf = ({ annotations }: RealAlert): string => annotations?.["summary"] ?? "";

/** Takes the current incident by its key, and sees that its source knows. */
async function acknowledge(page: Page, alertmanager: RealAlertmanager, alert: RealAlert): Promise<void> {
  const current = page.getByRole("region", { name: "Current incident" });
  await current.getByRole("heading", { name: titleOf(alert) }).waitFor();
  await current.getByRole("button", { name: "Acknowledge" }).waitFor();
  await page.keyboard.press("a");
  expect(await silencedBy(alertmanager, alert)).toBe("Alice");
}

type Shift = {
  readonly alertmanager: RealAlertmanager;
  readonly team: SharedTeam;
  readonly alice: BatonHost;
  readonly bob: BatonHost;
};

async function begin(): Promise<Shift> {
  const alertmanager = await startAlertmanager();
  const team = shareSampleTeam(alertmanager);
  const start = (me: string): Promise<BatonHost> => startBaton({ teamFile: team.teamFile, me });
  const [alice, bob] = await Promise.all([start("alice"), start("bob")]);
  expect([primary(alice), primary(bob)]).toEqual([["Alice"], ["Alice"]]);
  return { alertmanager, team, alice, bob };
}

/** The alert is taken, and a step of the runbook beside it is ticked. */
async function followRunbook(page: Page, { alertmanager }: Shift): Promise<void> {
  await page.getByRole("heading", { name: "All quiet" }).waitFor();
  await alertmanager.fire(late);
  await acknowledge(page, alertmanager, late);
  const runbook = page.getByRole("region", { name: "Runbook" });
  await runbook.getByRole("heading", { name: "Source unavailable" }).waitFor();
  await tabAndPress(page, runbook.getByRole("checkbox", { name: firstStep }), "Space");
  await runbook.getByText("1 of 9 done").waitFor();
  await runbook.getByRole("listitem").filter({ hasText: firstStep }).getByText("Alice").waitFor();
}

/** A second service has no runbook: what is known of it becomes the draft of one, and a task on both machines. */
async function writeDraft(page: Page, { alertmanager, team, alice, bob }: Shift): Promise<void> {
  await alertmanager.fire(dropped);
  await page.getByText("No runbook for Daily Growth for Experiments").waitFor();
  await page.keyboard.press("n");
  const note = page.getByRole("dialog");
  await note.getByRole("textbox").and(page.locator(":focus")).waitFor();
  await page.keyboard.type("Ran the import again");
  await page.keyboard.press("Control+Enter");
  await note.waitFor({ state: "hidden" });
  await acknowledge(page, alertmanager, dropped);
  await alertmanager.end(dropped);
  await tabAndPress(page, page.getByRole("button", { name: "Look at the draft" }), "Enter");
  const editor = page.getByRole("dialog", { name: "Draft of a runbook" });
  await tabAndPress(page, editor.getByRole("button", { name: "Write into the folder" }), "Enter");
  await editor.waitFor({ state: "hidden" });
  const text = readFileSync(join(team.dir, "runbooks", "daily-growth.md"), "utf8");
  expect(text).toContain("Ran the import again");
  for (const baton of [alice, bob]) {
    const { runbooks } = await baton.sees("the task to finish it", isToFinish);
    expect(runbooks.tasks).toMatchObject([
      { id: "finish-draft runbooks/daily-growth.md", title: "Daily Growth for Experiments", owner: { id: "alice" } },
    ]);
  }
}

const isToFinish = ({ runbooks }: Snapshot): boolean => runbooks.tasks[0]?.kind === "finish-draft";

/** Everything that the handoff asks for is said and ticked before it is offered. */
async function handOver(page: Page): Promise<void> {
  await page.keyboard.press("5");
  await tabTo(page, page.getByRole("textbox", { name: /^Where it stands: Aggregate Profit/ }));
  await page.keyboard.type("Waits for the vendor");
  await tabTo(page, page.getByRole("combobox", { name: /^Who writes it: Daily Growth/ }));
  await page.keyboard.type("Bob");
  await tabAndPress(page, page.getByRole("button", { name: /^Promise: / }), "Enter");
  const checklist = page.getByRole("list", { name: "Handoff checklist" });
  for (const item of await checklist.getByRole("checkbox").all()) await tabAndPress(page, item, "Space");
  await page.getByText("Everything is done.").waitFor();
  await page.keyboard.press("h");
  await page.getByRole("button", { name: "Hand over" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Offered to Bob. You stay responsible until they accept.").waitFor();
}

/** Reads the report and accepts with a word. */
async function accept(page: Page): Promise<string> {
  const offered = page.getByRole("region", { name: "Offered to you" });
  await tabAndPress(page, offered.getByText("The report"), "Enter");
  const report = await offered.getByRole("textbox", { name: "The report" }).inputValue();
  await tabTo(page, offered.getByRole("textbox", { name: "A word with it" }));
  await page.keyboard.type("Sleep well");
  await tabAndPress(page, offered.getByRole("button", { name: "Accept handoff" }), "Enter");
  await offered.waitFor({ state: "hidden" });
  return report;
}

describeWith([alertmanagerProgram, "chromium"], "a shift from the page to the next person", () => {
  closeBrowserAfterAll();

  it("002-4 002-7 is carried by keyboard alone, and changes hands on both machines", { timeout: 120_000 }, async () => {
    const shift = await begin();
    const { alertmanager, team, alice, bob } = shift;
    const page = await openWindow(alice);
    await followRunbook(page, shift);
    await writeDraft(page, shift);
    await handOver(page);
    expect([primary(alice), primary(bob)]).toEqual([["Alice"], ["Alice"]]);
    const other = await openWindow(bob);
    const report = await accept(other);
    for (const carried of [
      "Waits for the vendor",
      "- Daily Growth for Experiments, a draft to finish: Bob by ",
      firstStep,
      "Ran the import again",
    ]) {
      expect(report).toContain(carried);
    }

    for (const baton of [alice, bob]) await baton.sees("Bob on call", () => primary(baton).join() === "Bob");
    await page.getByText("“Sleep well”").waitFor();
    await alice.sees("Alice as backup", ({ tray }) => tray.state === "backup");
    await bob.sees("what Alice had taken", ({ tray }) => tray.state === "acknowledged");
    const helpers = other.getByRole("region", { name: "Ask the team" });
    await helpers.getByRole("listitem").filter({ hasText: "Alice" }).getByText("backup").waitFor();
    const papers = readdirSync(join(team.dir, "handoffs")).toSorted();
    expect(papers.map((name) => name.replace(/^\d{4}-\d\d-\d\d-alice-bob-\w+/, ""))).toEqual([
      ".answer.md",
      ".offer.md",
    ]);
    await alertmanager.end(late);
    await bob.sees("Bob on call, and all quiet", ({ tray }) => tray.state === "on");
  });
});

describe("two hosts over one folder, whose clocks disagree", () => {
  const incoming = async (baton: BatonHost) => {
    const { handoff } = await baton.sees("the offer", (snapshot) => snapshot.handoff.incoming.length > 0);
    return handoff.incoming[0]!;
  };
  const off = 10 * minute;

  it.each([
    ["Alice's is ten minutes fast", { alice: off, bob: 0 }],
    ["Alice's is ten minutes slow", { alice: -off, bob: 0 }],
    ["Bob's is ten minutes fast", { alice: 0, bob: off }],
    ["Bob's is ten minutes slow", { alice: 0, bob: -off }],
  ])("002-7 give the whole time to answer, and have one person on call, where %s", async (_, offs) => {
    const { teamFile, dir } = shareSampleTeam();
    const [alice, bob] = await Promise.all([
      startBaton({ teamFile, me: "alice", clockOff: offs.alice }),
      startBaton({ teamFile, me: "bob", clockOff: offs.bob }),
    ]);
    await alice.client().request("offer-handoff", { to: "bob", takes: "next", because: "My train leaves" });
    const { id, seenAt, lapsesAt } = await incoming(bob);
    const offeredAt = offeredAtIn(join(dir, "handoffs", `${id}.offer.md`));
    expect(lapsesAt - seenAt).toBe(30 * minute);
    // Their clocks do disagree.
    expect(Math.round((seenAt - offeredAt) / minute)).toBe((offs.bob - offs.alice) / minute);
    expect([primary(alice), primary(bob)]).toEqual([["Alice"], ["Alice"]]);
    await bob.client().request("accept-handoff", { id });
    for (const baton of [alice, bob]) await baton.sees("Bob on call", () => primary(baton).join() === "Bob");
    expect([alice, bob].map((baton) => baton.snapshot().handoff.history.map(({ end }) => end))).toEqual([
      ["accepted"],
      ["accepted"],
    ]);
  });
});

/** When an offer was made, by the clock of whoever made it. */
const offeredAtIn = (path: string): number =>
  Date.parse(/^offered-at: "(.*)"$/m.exec(readFileSync(path, "utf8"))?.[1] ?? "");
