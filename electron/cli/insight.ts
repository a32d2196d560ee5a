import { join } from "node:path";
import type { InsightView } from "../../shared/insight/insight-shape.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Team } from "../../shared/team/team.ts";
import type { Instant } from "../../shared/time/instant.ts";
import { InsightReader } from "../core/insight/insight-reader.ts";
import { openJournalReader } from "../node/store/journal-read.ts";
import { storeFileName } from "../node/store/store.ts";
import { askedTeam, askedTime, type Refusal } from "./asked-team.ts";
import type { Command, Given } from "./command.ts";
import { insightText } from "./insight-text.ts";
import { refuse } from "./oncall.ts";
import { storeFailureText } from "./store-failure-text.ts";

type Asked = { readonly team: Team; readonly from: Instant; readonly to: Instant };

/** `baton insight`: what the incidents of a data directory add up to (000-13). */
export const insight: Command = {
  name: "insight",
  about: "Add up the incidents of a span",
  words: [],
  flags: [
    { name: "data", value: "DIR", required: true, about: "Baton's data folder" },
    { name: "team", value: "FILE", required: true, about: "the team file, for names, zones and hours on call" },
    { name: "from", value: "TIME", required: true, about: "ISO 8601 with an offset, or a local time of the team" },
    { name: "to", value: "TIME", required: true, about: "likewise; the span ends just before it" },
    { name: "json", about: "print JSON; times in milliseconds, shares from 0 to 1" },
  ],
  run(given, terminal) {
    const asked = readAsked(given);
    if (!asked.ok) return refuse(asked.error, terminal);
    const figures = figuresOf(given, asked.value, terminal.now());
    if (!figures.ok) return refuse(figures.error, terminal);
    terminal.out(given.flags.has("json") ? JSON.stringify(figures.value) : insightText(figures.value));
    return 0;
  },
};

function readAsked(given: Given): Result<Asked, Refusal> {
  const team = askedTeam(given);
  if (!team.ok) return team;
  const from = askedTime(given, "from", team.value.timezone);
  if (!from.ok) return from;
  const to = askedTime(given, "to", team.value.timezone);
  if (!to.ok) return to;
  if (from.value === undefined || to.value === undefined) throw new Error("a required flag is missing");
  if (to.value <= from.value) return err({ code: 2, lines: ["--to must be after --from"] });
  return ok({ team: team.value, from: from.value, to: to.value });
}

/** Reads beside a Baton that runs; it goes on writing. */
function figuresOf({ flags }: Given, { team, from, to }: Asked, now: Instant): Result<InsightView, Refusal> {
  const opened = openJournalReader(join(flags.get("data") ?? "", storeFileName));
  if (!opened.ok) return err({ code: 1, lines: [`${storeFileName}: ${storeFailureText(opened.error)}`] });
  const figures = new InsightReader((query) => opened.value.read(query)).insight(team, { from, to, now });
  opened.value.close();
  return figures.ok ? figures : err({ code: 1, lines: [`${storeFileName}: ${storeFailureText(figures.error)}`] });
}
