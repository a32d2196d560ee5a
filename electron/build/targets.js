import react from "@vitejs/plugin-react";
import { inProject, projectVersion } from "./project.js";

/** @typedef {import("vite").InlineConfig} ViteConfig */

/**
 * Not bundled: Electron provides itself, better-sqlite3 loads a native file that lies beside it, and node-notifier runs
 * programs that lie beside it.
 */
const unbundled = ["electron", "better-sqlite3", "node-notifier"];

/** @type {ViteConfig} */
const base = {
  configFile: false,
  root: inProject("."),
  logLevel: "warn",
  define: { BATON_VERSION: JSON.stringify(projectVersion()) },
};

/**
 * A program for Node. Its chunks lie beside its entry, so that `import.meta.dirname` is the same folder in all of them.
 * @param {{ entry: string, file: string, outDir: string, format: "es" | "cjs" }} program
 * @returns {ViteConfig}
 */
const program = ({ entry, file, outDir, format }) => ({
  ...base,
  ssr: { noExternal: true, external: unbundled, target: "node" },
  build: {
    ssr: inProject(entry),
    outDir,
    emptyOutDir: false,
    target: "node22",
    minify: false,
    rolldownOptions: {
      output: { format, entryFileNames: file, chunkFileNames: "[name]-[hash].js", codeSplitting: format === "es" },
    },
  },
});

/**
 * The program of the thread in which calendars are expanded; `electron/providers/ics/expansion.ts` looks for it beside the host's own.
 * @param {string} outDir
 */
const calendarWorker = (outDir) =>
  program({ entry: "electron/providers/ics/expansion-worker.ts", file: "calendar-worker.js", outDir, format: "es" });

/**
 * The program of the threads in which runbooks are taken apart; `electron/node/runbook/text-threads.ts` looks for it beside the
 * host's own.
 * @param {string} outDir
 */
const runbookWorker = (outDir) =>
  program({ entry: "electron/node/runbook/text-worker.ts", file: "runbook-worker.js", outDir, format: "es" });

/**
 * The page. Nothing is inlined: the content security policy allows files of the same origin and nothing else.
 * @param {string} outDir
 * @returns {ViteConfig}
 */
const page = (outDir) => ({
  ...base,
  root: inProject("renderer"),
  base: "./",
  plugins: [react()],
  build: {
    outDir,
    emptyOutDir: false,
    target: "chrome120",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What is waited for is measured by `npm run bench`, compressed.
    chunkSizeWarningLimit: 1000,
  },
});

/**
 * What one target makes, as a function of the folder that it is made in.
 * @type {Readonly<Record<import("./freshness.js").TargetName, (outDir: string) => readonly ViteConfig[]>>}
 */
export const targets = {
  desktop: (outDir) => [
    program({ entry: "electron/desktop/main.ts", file: "main.js", outDir, format: "es" }),
    program({ entry: "electron/preload/preload.ts", file: "preload.cjs", outDir, format: "cjs" }),
    calendarWorker(outDir),
    runbookWorker(outDir),
  ],
  browser: (outDir) => [
    program({ entry: "electron/browser/main.ts", file: "main.js", outDir, format: "es" }),
    calendarWorker(outDir),
    runbookWorker(outDir),
  ],
  cli: (outDir) => [
    program({ entry: "electron/cli/main.ts", file: "main.js", outDir, format: "es" }),
    calendarWorker(outDir),
  ],
  renderer: (outDir) => [page(outDir)],
};
