import { pathToFileURL } from "node:url";
import { inProject } from "./project.js";

/**
 * Runs a built program in this very process, with the arguments that this process was given: a signal sent to the script is
 * a signal sent to the program, and nothing stands between the two.
 * @param {"browser" | "cli"} name
 */
export async function runBuilt(name) {
  const entry = inProject(`dist/${name}/main.js`);
  process.argv[1] = entry;
  await import(pathToFileURL(entry).href);
}
