/*
 * npm run -s baton -- check|oncall|schedule|verify …
 *
 * The command line on the Node that npm provides, built first where it has changed. Prints nothing of its own.
 */
import "./node-version.js";
import { ensureBuilt } from "./freshness.js";
import { runBuilt } from "./run-built.js";

ensureBuilt(["cli"], "quiet");
await runBuilt("cli");
