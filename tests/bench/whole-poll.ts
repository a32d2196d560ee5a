import { manyRawAlerts } from "../support/alerts.ts";
import { alertmanagerProgram, startAlertmanager, type RealAlertmanager } from "./alertmanager-process.ts";
import type { Bench } from "./bench.ts";
import { compared } from "./figure.ts";
import { withFolder } from "./folder.ts";
import { median } from "./measure.ts";
import { startStepper } from "./stepper.ts";

const alerts = 10_000;
const warmUp = 4;
const rounds = 12;
/** Prometheus sends as many at once at most. */
const perPost = 64 * 16;

/** A whole poll of a real Alertmanager, beside a bare GET of the same list. */
export const wholePoll: Bench = {
  name: "whole-poll",
  needs: [alertmanagerProgram],
  run: () => withFolder(measure),
};

async function measure(folder: string) {
  const alertmanager = await startAlertmanager(folder);
  const baton = startStepper("whole-poll.baton.ts", alertmanager.url);
  const bare = startStepper("whole-poll.bare.ts", alertmanager.url);
  const changed: number[] = [];
  const unchanged: number[] = [];
  const get: number[] = [];
  try {
    for (let round = 0; round < warmUp + rounds; round += 1) {
      await fireAll(alertmanager, round);
      const times = [await baton.step(["changed"]), await bare.step(["get"]), await baton.step(["unchanged"])] as const;
      if (round < warmUp) continue;
      changed.push(times[0]);
      get.push(times[1]);
      unchanged.push(times[2]);
    }
  } finally {
    await Promise.all([baton.stop(), bare.stop(), alertmanager.stop()]);
  }
  const peer = { name: "bare GET of the same list", value: median(get) };
  return [
    compared({ name: "whole-poll", value: median(changed), unit: "ms" }, peer, 1.5),
    compared({ name: "whole-poll-unchanged", value: median(unchanged), unit: "ms" }, peer, 1.5),
  ];
}

/** All alerts again, as senders repeat them, a tenth of a percent of them new. */
async function fireAll(alertmanager: RealAlertmanager, round: number): Promise<void> {
  const begun = Math.ceil(alerts / 1_000) * round;
  const startsAt = new Date(Date.now() - 3_600_000).toISOString();
  const all = manyRawAlerts(begun + alerts)
    .slice(begun)
    .map(({ labels, annotations, generatorURL }) => ({ labels, annotations, generatorURL, startsAt }));
  for (let from = 0; from < all.length; from += perPost) await alertmanager.fire(all.slice(from, from + perPost));
}
