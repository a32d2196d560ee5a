import { minute, second } from "../../../shared/time/duration.ts";
import { loadedReading } from "../../support/app-under-test.ts";
import { weekly } from "../../support/team-builder.ts";
import { memoryTeamFile } from "../../support/memory-team-file.ts";
import { pageTeam } from "../page-team.ts";
import { weeklyOfFour } from "../schedule-teams.ts";
import { begun, tonight, type State } from "./state.ts";

const path = "oncall/team.yaml";

/** Who Baton serves, and where it runs. */
export const settingsStates = {
  /** Whoever is not on call: Dana, of a team in which nobody stands by, at an hour for which the schedule has nobody. */
  "off-call": tonight(async (now) => {
    const { rotations } = weeklyOfFour;
    const alone = { ...weeklyOfFour, rotations: rotations.filter(({ kind }) => kind !== "others") };
    const empty = { ...weekly({ id: "empty", name: "Nights", timezone: "Europe/Copenhagen" }), rotations: [] };
    const stage = await begun(now, minute, { team: pageTeam({ schedules: [alone, empty] }), me: "dana" });
    await stage.until(now);
    return stage;
  }),
  sample: tonight(async (now) => {
    const team = pageTeam({ id: "sample", name: "Sample team", sources: [] });
    const reading = { ...loadedReading(team, path), sample: true };
    const stage = await begun(now, minute, { teamFile: memoryTeamFile(reading) });
    await stage.until(now);
    return stage;
  }),
  "no-team": tonight(async (now) => {
    const problems = ["team.yaml:3:1 expected people, found peple (did you mean people?)"];
    const teamFile = memoryTeamFile({ kind: "refused", path, problems });
    const stage = await begun(now, minute, { teamFile, me: null });
    await stage.until(now);
    return stage;
  }),
  "no-me": tonight(async (now) => {
    const stage = await begun(now, minute, { me: null });
    await stage.until(now);
    return stage;
  }),
  /** The desktop's host without a tray, over a database that was replaced and a team file that is no longer good. */
  desktop: tonight(async (now) => {
    const stage = await begun(now, minute, {
      options: { host: "desktop", trayAvailable: false, recovered: { keptAside: "journal.corrupt.db" } },
    });
    const problems = ["team.yaml:12:5 schedule weekley is not declared (did you mean weekly?)"];
    stage.teamFile.become({ kind: "refused", path, problems });
    stage.app.setInbox({
      url: "http://127.0.0.1:51234/inbox",
      port: 51_234,
      wantedPort: 47_800,
      tokenFile: "baton/inbox-token",
    });
    await stage.passes(second);
    await stage.until(now);
    return stage;
  }),
} satisfies Readonly<Record<string, State>>;
