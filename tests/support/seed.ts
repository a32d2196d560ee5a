import * as fc from "fast-check";

/*
 * Property tests draw the same cases at every run, so that a red run is the change's fault and not the day's. To look
 * further: BATON_SEED=$RANDOM npm run test:unit
 *
 * The suites that run once more under other time zones draw cases of their own in each, so that together they look at more.
 */
const seed = Number(process.env["BATON_SEED"] ?? 20_270_104);
const letters = Array.from(process.env["TZ"] ?? "", (letter) => letter.charCodeAt(0));
const ofZone = letters.reduce((sum, code) => (sum * 31 + code) | 0, 0);
fc.configureGlobal({ seed: (seed + ofZone) | 0 });
