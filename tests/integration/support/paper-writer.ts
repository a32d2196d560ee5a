import { join } from "node:path";
import { handoffFolder } from "../../../electron/node/handoff/handoff-folder.ts";
import { accepted } from "../../shared/handoff/any-handoff.ts";

/* Writes papers without end, for a test that kills it. */

const [dir = "", round = ""] = process.argv.slice(2);
const place = { team: join(dir, "team.yaml"), path: "handoffs" };
for (let count = 0; ; count += 1) {
  const answer = { ...accepted, word: "x".repeat(1_000) };
  await handoffFolder.write(place, { kind: "answer", id: `round-${round}-${String(count)}`, answer });
}
