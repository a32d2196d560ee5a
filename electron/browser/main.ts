import { join } from "node:path";
import { runBrowserHost } from "./run.ts";

/** Both `dist/browser` and `electron/browser` lie two folders below. */
const root = join(import.meta.dirname, "..", "..");

process.exit(await runBrowserHost(process.argv.slice(2), root));
