import { onCall, shifts } from "../../shared/schedule/resolve.ts";
import type { Schedule, Turns } from "../../shared/team/team.ts";
import { hour } from "../../shared/time/duration.ts";
import { after, instant, type Instant } from "../../shared/time/instant.ts";
import { weekly } from "../support/team-builder.ts";
import type { Bench } from "./bench.ts";
import { compared } from "./figure.ts";
import { luxonBuild, luxonOnCall } from "./luxon-schedule.ts";
import { cpuOfEach, median } from "./measure.ts";

const unit = "ms of CPU";
const rounds = 5;
const people = Array.from({ length: 8 }, (_, index) => `p${index}`);
const start = instant(Date.UTC(2027, 0, 5));
const end = instant(Date.UTC(2032, 0, 5));
const context = { workingHours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00" } } as const;

const layer = (over: Partial<Turns>): Turns => ({
  kind: "turns",
  role: "primary",
  participants: people,
  shift: { every: 1, unit: "week" },
  start: "2027-01-04",
  handoffAt: "09:00",
  onCycleEnd: "repeat",
  ...over,
});

/** Eight people in three layers: turns of a week, whoever comes next, and turns of a day. A new value, so that nothing is known of it. */
const threeLayers = (): Schedule =>
  weekly({
    timezone: "Europe/Copenhagen",
    rotations: [
      layer({}),
      { kind: "offset", role: "secondary", follow: "primary", offset: 1 },
      layer({ role: "backup", shift: { every: 1, unit: "day" } }),
    ],
  });

/** Instants spread over five years, at all hours of the day. */
const moments = (count: number): readonly Instant[] => {
  const step = Math.floor((end - start) / count / hour) * hour + 13 * 60_000;
  return Array.from({ length: count }, (_, index) => after(start, (index * step) % (end - start)));
};

/** Who is on call at an instant, beside the same with luxon's arithmetic: the goal is fifty times as many answers in a second. */
export const onCallQueries: Bench = {
  name: "on-call",
  needs: [],
  async run() {
    const schedule = threeLayers();
    const [asked, theirs] = [moments(200_000), moments(4_000)];
    for (const at of theirs) assertSame(schedule, at);
    const ours: number[] = [];
    const peers: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await cpuOfEach(() => asked.forEach((at) => onCall(schedule, context, at))));
      peers.push(await cpuOfEach(() => theirs.forEach((at) => luxonOnCall(schedule, at))));
    }
    const perThousand = (times: readonly number[], count: number): number => (median(times) / count) * 1_000;
    const value = perThousand(ours, asked.length);
    const peer = { name: "luxon arithmetic, the same answers", value: perThousand(peers, theirs.length) };
    return [compared({ name: "on-call-1000", value, unit }, peer, 0.02)];
  },
};

function assertSame(schedule: Schedule, at: Instant): void {
  const { roles } = onCall(schedule, context, at);
  const ours = [roles.primary, roles.secondary, roles.backup].map(([first]) => first?.person);
  const theirs = luxonOnCall(schedule, at);
  if (ours.join() !== theirs.join()) throw new Error(`not the same at ${at}: ${ours.join()} and ${theirs.join()}`);
}

/** The boundaries of five years from nothing, beside luxon going from handoff to handoff. */
export const scheduleBuild: Bench = {
  name: "schedule-build",
  needs: [],
  async run() {
    const ours: number[] = [];
    const peers: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await cpuOfEach(() => build(threeLayers())));
      peers.push(await cpuOfEach(() => void luxonBuild(threeLayers(), end)));
    }
    assertSameShifts(threeLayers());
    const peer = { name: "luxon, handoff by handoff", value: median(peers) };
    return [compared({ name: "schedule-build", value: median(ours), unit }, peer, 0.1)];
  },
};

function build(schedule: Schedule): void {
  for (let at = start; at < end; at = after(at, 366 * 24 * hour)) onCall(schedule, context, at);
  onCall(schedule, context, end);
}

function assertSameShifts(schedule: Schedule): void {
  const [theirs = []] = luxonBuild(schedule, end);
  const ours = shifts(schedule, context, { from: start, to: end }).filter(({ role }) => role === "primary");
  const line = ({ person, from, to }: { person: string; from: number; to: number }): string =>
    `${person} ${from} ${to}`;
  if (ours.map(line).join("\n") !== theirs.map(line).join("\n")) throw new Error("not the same shifts");
}
