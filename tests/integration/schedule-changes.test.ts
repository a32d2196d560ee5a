import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Proposal } from "../../shared/schedule/change-shape.ts";
import { startBaton, type BatonHost } from "../support/baton-host.ts";
import { eventually } from "../support/eventually.ts";
import { addedLine, bobForAlice, weeklyFile } from "../support/weekly-file.ts";

/* A real host, the team file that it watches, and a person who changes the schedule. */

const override = { schedule: "weekly", change: bobForAlice };
/** Both the day of the change, and no other. */
const within = { zone: "UTC", first: "2027-01-05", before: "2027-01-06" };
const noon = Date.parse("2027-01-05T12:30:00Z");

const text = ({ teamFile = "" }: BatonHost): string => readFileSync(teamFile, "utf8");

async function digestFor(baton: BatonHost, asked: typeof override): Promise<string> {
  const reply = await baton.client().request("propose-schedule-change", asked);
  const proposal: Proposal | undefined = reply.ok ? reply.value : undefined;
  if (proposal?.kind !== "proposed" || proposal.file.kind !== "diff") throw new Error(JSON.stringify(reply));
  return proposal.file.digest;
}

async function primary(baton: BatonHost): Promise<string | undefined> {
  const reply = await baton.client().request("schedule-view", { schedule: "weekly", ...within });
  if (!reply.ok) return undefined;
  return reply.value?.shifts.find(({ role, from, to }) => role === "primary" && from <= noon && noon < to)?.person;
}

describe("002-1 the schedule is changed in the file that is watched", () => {
  test("the schedule follows, the line stands in its place, and undoing leaves the file as it was to the byte", async () => {
    const baton = await startBaton({ team: weeklyFile, me: "alice" });
    expect(await primary(baton)).toBe("alice");
    const digest = await digestFor(baton, override);
    expect(await baton.client().request("apply-schedule-change", { ...override, digest })).toMatchObject({
      value: { kind: "done" },
    });
    expect(text(baton)).toBe(weeklyFile.replace("# Bob was ill\n", `# Bob was ill\n${addedLine}`));
    await eventually("Bob to be primary", async () => ((await primary(baton)) === "bob" ? true : undefined));

    const { lastScheduleChange: last } = await baton.sees("the change", (one) => one.lastScheduleChange !== undefined);
    expect(await baton.client().request("undo-schedule-change", { id: last?.id ?? "" })).toMatchObject({
      value: { kind: "done" },
    });
    expect(text(baton)).toBe(weeklyFile);
    await eventually("Alice to be primary", async () => ((await primary(baton)) === "alice" ? true : undefined));
  });

  test("a change survives a kill and a restart, and can be undone after it", async () => {
    const baton = await startBaton({ team: weeklyFile, me: "alice" });
    const digest = await digestFor(baton, override);
    await baton.client().request("apply-schedule-change", { ...override, digest });
    await baton.kill();
    await baton.start();
    const { lastScheduleChange: last } = await baton.sees("the change", (one) => one.lastScheduleChange !== undefined);
    await baton.client().request("undo-schedule-change", { id: last?.id ?? "" });
    expect(text(baton)).toBe(weeklyFile);
  });

  test("an edit in an editor between the diff and the answer is kept", async () => {
    const baton = await startBaton({ team: weeklyFile, me: "alice" });
    const digest = await digestFor(baton, override);
    const edited = weeklyFile.replace("# The end.", "# The end, by hand.");
    baton.write("team.yaml", edited);
    expect(await baton.client().request("apply-schedule-change", { ...override, digest })).toMatchObject({
      value: { kind: "refused", reason: "file-changed" },
    });
    expect(text(baton)).toBe(edited);
  });
});
