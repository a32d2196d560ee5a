import { hour, minute } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { pageTeam } from "../page-team.ts";
import { largeLibrary } from "../runbook-texts.ts";
import { shelf, type Stage } from "../stage.ts";
import type { MemoryRunbooks } from "../../support/memory-runbooks.ts";
import { alert, begun, tonight, type State } from "./state.ts";

/** An incident without a runbook ended twenty minutes ago. */
async function owed(now: Instant, runbooks: MemoryRunbooks): Promise<Stage> {
  runbooks.failures.set("runbooks/secret.md", "EACCES");
  const stage = await begun(now, hour, { runbooks });
  stage.source.fires(
    alert({
      key: "experiment",
      title: "Experiment has no rows since midnight",
      labels: { alertname: "NoRows", pipeline: "experiment" },
      startedAt: after(now, -hour),
    }),
  );
  await stage.passes(minute);
  const id = stage.app.snapshot().current?.id ?? "";
  await stage.ask("acknowledge", { ids: [id] });
  await stage.ask("add-note", { id, text: "Restarted the collector" });
  await stage.until(after(now, -20 * minute));
  stage.source.ends("experiment");
  await stage.until(now);
  return stage;
}

export const runbookStates = {
  runbooks: tonight((now) => owed(now, shelf())),
  "read-only-runbooks": tonight((now) => {
    const runbooks = shelf();
    runbooks.copyOnly = "not-writable";
    return owed(now, runbooks);
  }),
  "many-runbooks": tonight(async (now) => {
    const runbooks = shelf(largeLibrary(2_000));
    runbooks.failures.set("runbooks/secret.md", "EACCES");
    const stage = await begun(now, minute, { runbooks });
    await stage.until(now);
    return stage;
  }),
  "no-runbooks": tonight(async (now) => {
    const runbooks = shelf({});
    runbooks.state = "none";
    const services = pageTeam().services.map(({ runbook: _, ...service }) => service);
    const stage = await begun(now, minute, { runbooks, team: pageTeam({ services, runbooks: { require: [] } }) });
    await stage.until(now);
    return stage;
  }),
} satisfies Readonly<Record<string, State>>;
