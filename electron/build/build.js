/*
 * node electron/build/build.js [--quiet] [--force] [TARGET…]
 *
 * Makes dist/ from the sources: desktop (main.js, preload.cjs), browser, cli and renderer, and assets/team.schema.json.
 * Targets whose inputs have not changed are left alone.
 */
import "./node-version.js";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { build } from "vite";
import { everyTarget, fingerprint, isStale, stampName } from "./freshness.js";
import { withLock } from "./lock.js";
import { inProject } from "./project.js";
import { targets } from "./targets.js";
import { writeTeamSchema } from "./team-schema.js";

/** @typedef {import("./freshness.js").TargetName} TargetName */

// Whatever started this build, as a test does, and whatever vite sets for its other commands: what is shipped is React's own
// production build.
process.env["NODE_ENV"] = "production";

const args = process.argv.slice(2);
const quiet = args.includes("--quiet");
const force = args.includes("--force");
const named = args.filter((arg) => !arg.startsWith("--"));
const unknown = named.filter((name) => !everyTarget.some((target) => target === name));
if (unknown.length > 0) {
  console.error(`No such target: ${unknown.join(", ")}. There are: ${everyTarget.join(", ")}.`);
  process.exit(2);
}
const wanted = named.length === 0 ? everyTarget : everyTarget.filter((name) => named.includes(name));

/** @param {string} line */
const say = (line) => {
  if (!quiet) console.error(line);
};

await withLock(inProject("dist/.lock"), async () => {
  // Looked at again inside the lock: whoever held it may have built what is wanted here.
  const due = wanted.filter((name) => force || isStale(name));
  if (due.length > 0) await writeTeamSchema();
  const made = await Promise.allSettled(due.map(make));
  for (const [index, outcome] of made.entries()) {
    if (outcome.status === "fulfilled") continue;
    console.error(`${due[index] ?? ""}: not built\n${String(outcome.reason)}`);
    process.exitCode = 1;
  }
});

/**
 * Builds beside what is there and then takes its place, so that a running host never sees half of a build.
 * @param {TargetName} name
 */
async function make(name) {
  const begun = performance.now();
  const stamp = fingerprint(name);
  const fresh = inProject(`dist/.building/${name}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const config of targets[name](fresh)) await build(config);
  writeFileSync(`${fresh}/${stampName}`, stamp);
  replace(name, fresh);
  say(`${name}: built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

/**
 * @param {TargetName} name
 * @param {string} fresh
 */
function replace(name, fresh) {
  const place = inProject(`dist/${name}`);
  const old = `${fresh}-old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}
