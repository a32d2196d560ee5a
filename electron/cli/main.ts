import { instant } from "../../shared/time/instant.ts";
import { runProgram } from "./program.ts";

// A reader such as `head` may close its end early; that is no fault of anybody's.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  now: () => instant(Date.now()),
});
