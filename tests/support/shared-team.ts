import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { formatDate, knownDay } from "../../shared/time/civil.ts";
import { instant } from "../../shared/time/instant.ts";
import { toLocal } from "../../shared/time/zoned.ts";
import { scratchDir } from "./scratch-dir.ts";

/* The sample team of four engineers in a folder that several hosts share, as people share a git checkout. */

const sample = join(import.meta.dirname, "..", "..", "assets", "teams", "four-engineers");

export type SharedTeam = { readonly dir: string; readonly teamFile: string };

/**
 * Copies the sample team, with an Alertmanager in the place of its inbox. Alice is on call now, at whatever time of whatever day: her week
 * began three days ago, and Bob's begins in four. Nothing that the sample says of nights and holidays stands in the way.
 */
export function shareSampleTeam(alertmanager?: { readonly url: string }): SharedTeam {
  const dir = scratchDir();
  cpSync(sample, dir, { recursive: true });
  const teamFile = join(dir, "team.yaml");
  const team = parse(readFileSync(teamFile, "utf8")) as {
    readonly team: { readonly timezone: string };
    readonly schedules: readonly [{ readonly rotations: readonly [object, ...object[]] }];
  };
  const [weekly] = team.schedules;
  const [turns, ...others] = weekly.rotations;
  const today = toLocal(team.team.timezone, instant(Date.now())).date;
  const changed = {
    ...team,
    schedules: [
      { ...weekly, rotations: [{ ...turns, start: formatDate(knownDay(today) - 3) }, ...others], holidays: undefined },
    ],
    ...(alertmanager && { sources: [prod(alertmanager.url)] }),
    quietHours: undefined,
  };
  writeFileSync(teamFile, JSON.stringify(changed));
  return { dir, teamFile };
}

const prod = (url: string): object => ({
  id: "prod",
  kind: "alertmanager",
  url,
  poll: "1s",
  severity: { page: "critical" },
});
