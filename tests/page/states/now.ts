import type { OutboxEntry } from "../../../shared/incident/outbox.ts";
import { day, hour, minute, second } from "../../../shared/time/duration.ts";
import { after, type Instant } from "../../../shared/time/instant.ts";
import { memoryNotifier } from "../../support/memory-notifier.ts";
import { memorySecrets } from "../../support/memory-secrets.ts";
import { memoryStore, type MemoryStore } from "../../support/memory-store.ts";
import { standardPolicy } from "../../support/team-builder.ts";
import { hostileText } from "../hostile-text.ts";
import { pageTeam } from "../page-team.ts";
import { shelf, type Setting, type Stage } from "../stage.ts";
import { alert, begun, ledger, tonight, type Seen, type State } from "./state.ts";

/** The store of a Baton that saw the ledger late before, and of whose people one wrote down what was learnt. */
export async function storeWithPast(now: Instant): Promise<MemoryStore> {
  const store = memoryStore();
  for (const [ago, title, note] of [
    [21 * day, "Aggregate profit: the ledger has holes", false],
    [9 * day, "Aggregate profit is 4 h late", true],
  ] as const) {
    const stage = await begun(after(now, -ago), minute, { store });
    stage.source.fires(ledger(stage.clock.now(), { title, key: note ? "ledger" : "holes" }));
    await stage.passes(minute);
    const id = stage.app.snapshot().current?.id ?? "";
    await stage.ask("acknowledge", { ids: [id] });
    stage.source.ends("ledger", "holes");
    await stage.passes(minute);
    if (note) {
      await stage.ask("save-post-incident-note", {
        id,
        category: "dependency",
        happened: "The bank sent the ledger at 05:40 instead of 22:00.",
        impact: "The report for investors was 4 h late.",
        cause: "A certificate of the bank had expired.",
        helped: "Calling the bank's hotline; it is in the runbook now.",
        change: "Watch the certificate.",
      });
    }
    await stage.close();
  }
  // The shift began with a check of the pager, which was answered.
  const shift = await begun(after(now, -day), minute, { store });
  await shift.ask("answer-drill", {});
  await shift.close();
  return store;
}

type Story = { readonly alert?: Seen; readonly setting?: Setting };

/** The ledger is late since three minutes. */
export async function burning(now: Instant, { alert: over = {}, setting }: Story = {}): Promise<Stage> {
  const stage = await begun(now, 3 * minute + 12 * second, { store: await storeWithPast(now), ...setting });
  stage.source.fires(ledger(now, over));
  await stage.passes(10 * second);
  return stage;
}

export const currentOf = ({ app }: Stage): string => app.snapshot().current?.id ?? "";

async function acknowledged(now: Instant): Promise<Stage> {
  const stage = await burning(now);
  await stage.until(after(now, -minute));
  const id = currentOf(stage);
  await stage.ask("acknowledge", { ids: [id] });
  await stage.until(after(now, -20 * second));
  await stage.ask("add-note", { id, text: "The ledger export is still running on their side. Called finance ops." });
  await stage.until(now);
  return stage;
}

const until = async (stage: Stage, now: Instant): Promise<Stage> => {
  await stage.until(now);
  return stage;
};

/** Nothing has been open for nine hours, through a restart. */
async function quiet(now: Instant, setting: Setting = {}): Promise<Stage> {
  const store = setting.store ?? memoryStore();
  const before = await begun(now, 9 * hour + 2 * minute, { ...setting, store });
  before.source.fires(alert({ key: "rows", startedAt: before.clock.now() }));
  await before.passes(minute);
  before.source.ends("rows");
  await before.until(after(now, -9 * hour));
  await before.close();
  return until(await begun(now, 30 * second, { ...setting, store }), now);
}

/** The source has not answered for so long. */
async function silent(now: Instant, ago: number, setting: Setting = {}): Promise<Stage> {
  const stage = await begun(now, ago + 10 * second, setting);
  stage.source.fails(
    ago < 2 * minute ? { kind: "timeout", afterMs: 8_000 } : { kind: "unreachable", code: "ECONNREFUSED" },
  );
  return until(stage, now);
}

const late: NonNullable<Extract<OutboxEntry["state"], { kind: "queued" }>["last"]> = {
  kind: "timeout",
  afterMs: 8_000,
};

export const nowStates = {
  quiet: tonight((now) => quiet(now)),
  triggered: tonight(async (now) => until(await burning(now), now)),
  overdue: tonight(async (now) => {
    const impatient = pageTeam({ escalations: [{ ...standardPolicy, repeat: 0 }] });
    const stage = await begun(now, 90 * minute, { team: impatient });
    stage.source.fires(ledger(now, { startedAt: after(now, -90 * minute) }));
    return until(stage, now);
  }),
  acknowledged: tonight(acknowledged),
  resolvable: tonight(async (now) => {
    const stage = await begun(now, 3 * minute);
    stage.app.receive([
      {
        key: "ledger",
        state: "triggered",
        title: ledger(now).alert.title,
        severity: "critical",
        service: "agg-profit",
        labels: ledger(now).alert.labels,
        links: [],
        startedAt: after(now, -3 * minute),
      },
    ]);
    await stage.passes(minute);
    await stage.ask("acknowledge", { ids: [currentOf(stage)] });
    return until(stage, now);
  }),
  /** Acknowledged, which the source has not heard. */
  waiting: tonight(async (now) => {
    const stage = await burning(now);
    await stage.until(after(now, -minute));
    stage.source.fails(late);
    stage.source.refuses({ kind: "unavailable", failure: late });
    await stage.ask("acknowledge", { ids: [currentOf(stage)] });
    return until(stage, now);
  }),
  refused: tonight(async (now) => {
    const stage = await burning(now);
    await stage.until(after(now, -20 * second));
    stage.source.refuses({ kind: "refused", reason: "silences are read-only" });
    await stage.ask("acknowledge", { ids: [currentOf(stage)] });
    return until(stage, now);
  }),
  suppressed: tonight(async (now) => {
    const suppression = {
      by: "silence",
      ids: ["s1"],
      author: "emily",
      comment: "Planned migration of the ledger",
      until: after(now, 90 * minute),
    } as const;
    return until(await burning(now, { alert: { suppression } }), now);
  }),
  gap: tonight(async (now) => {
    const stage = await burning(now, {
      alert: { severity: "minor", links: [], labels: { pipeline: "experiment" }, title: "Experiment has no rows" },
    });
    return until(stage, now);
  }),
  "hostile-runbook": tonight(async (now) => {
    const runbooks = shelf({ "runbooks/agg-profit.md": hostileText("http://evil.test") });
    return until(await burning(now, { setting: { runbooks } }), now);
  }),
  stale: tonight((now) => silent(now, 80 * second)),
  blind: tonight((now) => {
    const notifier = memoryNotifier("none");
    notifier.fail("no-service");
    return silent(now, 26 * minute, { notifier, secrets: memorySecrets(), options: { storeFailure: "disk-full" } });
  }),
  long: tonight(async (now) => {
    const words = `Loading\u202e the ledger failed: <b>NullPointerException</b> ${"at com.example.ledger.Loader.run(Loader.java:1482) ".repeat(2_000)}`;
    const name = "A service with a rather long name that does not end where one would expect it to end";
    const team = pageTeam();
    const services = team.services.map((one) => (one.id === "agg-profit" ? { ...one, name } : one));
    const labels = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`label_${index}`, "value ".repeat(index * 5)]),
    );
    const stage = await burning(now, {
      alert: { title: words.slice(0, 100_000), labels: { ...labels, pipeline: "agg_profit" } },
      setting: { team: { ...team, services } },
    });
    return until(stage, now);
  }),
} satisfies Readonly<Record<string, State>>;
