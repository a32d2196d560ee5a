/*
 * npm run bench [-- NAME…]
 *
 * Measures Baton beside its peers. Standard output has one JSON object per figure and line, and nothing else; what is going
 * on, and which goals are not met, is told on standard error. A goal that is not met is no failure of the run.
 */
import { missing } from "../support/requires.ts";
import type { Bench } from "./bench.ts";
import { calendarExpansion, hostileCalendars } from "./calendar.ts";
import { clientWork } from "./client-work.ts";
import { coldStart } from "./cold-start.ts";
import type { Figure } from "./figure.ts";
import { idleCpu } from "./idle-cpu.ts";
import { insight } from "./insight.ts";
import { journal } from "./journal.ts";
import { list } from "./list.ts";
import { memory } from "./memory.ts";
import { notify } from "./notify.ts";
import { onCallQueries, scheduleBuild } from "./on-call.ts";
import { pageSize } from "./page-size.ts";
import { schedulePaint } from "./schedule-paint.ts";
import { runbookRender } from "./runbook-render.ts";
import { runbooks } from "./runbooks.ts";
import { wholePoll } from "./whole-poll.ts";

const benches: readonly Bench[] = [
  clientWork,
  wholePoll,
  notify,
  insight,
  journal,
  list,
  coldStart,
  pageSize,
  runbooks,
  runbookRender,
  memory,
  idleCpu,
  calendarExpansion,
  hostileCalendars,
  onCallQueries,
  scheduleBuild,
  schedulePaint,
];

const named = process.argv.slice(2);
const unknown = named.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  const names = benches.map(({ name }) => name).join(", ");
  console.error(`No such measurement: ${unknown.join(", ")}. There are: ${names}.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const bench of benches) {
  if (named.length > 0 && !named.includes(bench.name)) continue;
  const reason = missing(...bench.needs);
  if (reason !== undefined) {
    console.error(`${bench.name}: skipped, it ${reason}`);
    continue;
  }
  console.error(`${bench.name} …`);
  for (const figure of await bench.run()) {
    figures.push(figure);
    console.log(JSON.stringify(figure));
  }
}
const unmet = figures.filter(({ met }) => met === false);
const goals = figures.filter(({ met }) => met !== null);
for (const { name, ratio, value, unit, goal } of unmet) {
  console.error(`Not met: ${name}: ${value} ${unit}${ratio === null ? "" : `, ${ratio}×`}; the goal is ${goal ?? ""}.`);
}
console.error(`${goals.length - unmet.length} of ${goals.length} goals met.`);
