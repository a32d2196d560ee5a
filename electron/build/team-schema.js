import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { runnerImport } from "vite";
import { inProject } from "./project.js";

const source = inProject("shared/team/json-schema.ts");
const place = inProject("assets/team.schema.json");

/** Writes the JSON Schema of team.yaml, which editors read, from the schema that Baton itself validates with. */
export async function writeTeamSchema() {
  /** @type {{ module: { teamJsonSchema: () => unknown } }} */
  const { module } = await runnerImport(source, { configFile: false, logLevel: "warn" });
  const text = `${JSON.stringify(module.teamJsonSchema(), null, 2)}\n`;
  if (!existsSync(place) || readFileSync(place, "utf8") !== text) writeFileSync(place, text);
}
