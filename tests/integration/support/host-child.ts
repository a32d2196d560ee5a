/* The browser host over a folder that the test made: `host-child ROOT [options of the host…]`. */
import { runBrowserHost } from "../../../electron/browser/run.ts";

const [root, ...options] = process.argv.slice(2);
if (root === undefined) throw new Error("usage: host-child ROOT [OPTION…]");
process.exit(await runBrowserHost(options, root));
