import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { projectVersion } from "./electron/build/project.js";

/** Zones with what goes wrong elsewhere: none, both halves of the world, half hours, a skipped day, a half-hour change. */
const zones = ["America/New_York", "Europe/Copenhagen", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe"];

/** Runs the whole check over projects of its own. */
const checker = "tests/checker/{check,additions}.test.ts";

const define = { BATON_VERSION: JSON.stringify(projectVersion()) };
const setup = ["tests/support/pure.ts", "tests/support/seed.ts"];

/** The suites about time, once more under the process time zone `TZ`. */
const inZone = (TZ: string) => ({
  define,
  test: {
    name: `zone ${TZ}`,
    include: ["tests/shared/{time,schedule}/**/*.test.ts", "tests/shared/calendar/occurrences.zones.test.ts"],
    setupFiles: setup,
    env: { TZ },
    isolate: false,
    maxWorkers: 1,
  },
});

export default defineConfig({
  test: {
    pool: "forks",
    projects: [
      {
        define,
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/{desktop,integration,pictures,e2e,bench}/**", checker],
          setupFiles: setup,
          env: { TZ: "UTC" },
          isolate: false,
        },
      },
      ...zones.map(inZone),
      {
        define,
        // Importing the real package in plain Node would begin to download its binary.
        resolve: {
          alias: [
            {
              find: /^electron$/,
              replacement: fileURLToPath(new URL("tests/desktop/support/electron-double.ts", import.meta.url)),
            },
          ],
        },
        test: { name: "desktop", include: ["tests/desktop/**/*.test.ts"], testTimeout: 15_000 },
      },
      { define, test: { name: "checker", include: [checker] } },
      {
        define,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Run by `npm run screenshots` alone: their states are looked at by the e2e tests too.
      {
        define,
        test: {
          name: "pictures",
          include: ["tests/pictures/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
