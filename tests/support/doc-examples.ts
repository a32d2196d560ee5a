import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../electron/cli/program.ts";
import { openStore, storeFileName } from "../../electron/node/store/store.ts";
import { fromIso, instant } from "../../shared/time/instant.ts";

/** What commands of a page that name no time take for now: Thursday, 2027-01-07 12:00 in Copenhagen. */
const now = instant(Date.UTC(2027, 0, 7, 11));

const block = /^```(yaml|json|console)\n([^]*?)^```$/gm;

/**
 * A page as its examples make it: `yaml` blocks are team files (those that begin with `schedules:` continue the last whole one), `json`
 * blocks are lines of the journal in the folder `data`, and below the command of each `console` block stands what it prints. A page is true
 * where this is the page itself. `dir` is written to.
 */
export async function runDoc(page: string, dir: string): Promise<string> {
  const path = join(dir, "team.yaml");
  let head = "";
  const parts: string[] = [];
  let end = 0;
  for (const match of page.matchAll(block)) {
    const [whole, kind, body = ""] = match;
    parts.push(page.slice(end, match.index));
    end = match.index + whole.length;
    if (kind === "console") parts.push(`\`\`\`console\n${await printed(body, dir)}\`\`\``);
    else if (kind === "json") {
      writeJournal(body, join(dir, "data"));
      parts.push(whole);
    } else {
      if (!body.startsWith("schedules:")) head = body;
      writeFileSync(path, body.startsWith("schedules:") ? head + body : body);
      parts.push(whole);
    }
  }
  return [...parts, page.slice(end)].join("");
}

async function printed(body: string, dir: string): Promise<string> {
  const [command = ""] = body.split("\n");
  const out: string[] = [];
  const say = (text: string): void => void out.push(text);
  const args = command
    .replace(/^\$ baton /, "")
    .replaceAll(/ (team\.yaml|data)(?= |$)/g, ` ${dir}/$1`)
    .split(" ");
  await runProgram(args, { out: say, err: say, now: () => now });
  const text = pretty(out.join("\n"));
  return `${command}\n${text}\n`;
}

/** JSON is printed on one line, and read on several. */
const pretty = (text: string): string =>
  text.startsWith("[{") ? `[\n  ${text.slice(1, -1).replaceAll("},{", "},\n  {")}\n]` : text;

type Written = { readonly at: number; readonly kind: string; readonly body: Readonly<Record<string, unknown>> };

/** Writes what a page shows with readable instants, as milliseconds. */
function writeJournal(text: string, dir: string): void {
  mkdirSync(dir, { recursive: true });
  const opened = openStore(join(dir, storeFileName), { now: () => now });
  if (!opened.ok) throw new Error(`no store: ${opened.error.kind}`);
  const instants = (_key: string, value: unknown): unknown =>
    typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value) ? fromIso(value) : value;
  const entries = (JSON.parse(text, instants) as readonly Written[]).map((line) => ({
    ...line,
    at: instant(line.at),
  }));
  const written = opened.value.store.commit({ entries, puts: [], removes: [] });
  opened.value.store.close();
  if (!written.ok) throw new Error(`not written: ${written.error.kind}`);
}
