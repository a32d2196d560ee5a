import * as fc from "fast-check";

/*
 * Property tests draw the same cases at every run, so that a red run is the change's fault and not the day's. To look
 * further: BATON_SEED=$RANDOM npm run test:unit
 */
fc.configureGlobal({ seed: Number(process.env["BATON_SEED"] ?? 20_270_104) });
