import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../electron/cli/program.ts";
import { instant } from "../../shared/time/instant.ts";

/** What commands of a page that name no time take for now: Thursday, 2027-01-07 12:00 in Copenhagen. */
const now = instant(Date.UTC(2027, 0, 7, 11));

const block = /^```(yaml|console)\n([^]*?)^```$/gm;

/**
 * A page as its examples make it: `yaml` blocks are team files (those that begin with `schedules:` continue the last whole one), and below
 * the command of each `console` block stands what it prints. A page is true where this is the page itself. `dir` is written to.
 */
export function runDoc(page: string, dir: string): string {
  const path = join(dir, "team.yaml");
  let head = "";
  const parts: string[] = [];
  let end = 0;
  for (const match of page.matchAll(block)) {
    const [whole, kind, body = ""] = match;
    parts.push(page.slice(end, match.index));
    end = match.index + whole.length;
    if (kind === "console") parts.push(`\`\`\`console\n${printed(body, path)}\`\`\``);
    else {
      if (!body.startsWith("schedules:")) head = body;
      writeFileSync(path, body.startsWith("schedules:") ? head + body : body);
      parts.push(whole);
    }
  }
  return [...parts, page.slice(end)].join("");
}

function printed(body: string, path: string): string {
  const [command = ""] = body.split("\n");
  const out: string[] = [];
  const say = (text: string): void => void out.push(text);
  const args = command
    .replace(/^\$ baton /, "")
    .replaceAll("team.yaml", path)
    .split(" ");
  runProgram(args, { out: say, err: say, now: () => now });
  const text = pretty(out.join("\n"));
  return `${command}\n${text}\n`;
}

/** JSON is printed on one line, and read on several. */
const pretty = (text: string): string =>
  text.startsWith("[{") ? `[\n  ${text.slice(1, -1).replaceAll("},{", "},\n  {")}\n]` : text;
