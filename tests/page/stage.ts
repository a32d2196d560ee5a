import type { App, AppOptions, AppPorts } from "../../electron/core/app-types.ts";
import { providers } from "../../electron/providers/registry.ts";
import type { Reply } from "../../shared/rpc/define.ts";
import type { Team } from "../../shared/team/team.ts";
import { after, type Instant } from "../../shared/time/instant.ts";
import { loadedReading, openTestApp, type AppUnderTest } from "../support/app-under-test.ts";
import { manualClock, type ManualClock } from "../support/manual-clock.ts";
import { memoryNotifier } from "../support/memory-notifier.ts";
import { memoryRunbooks, type MemoryRunbooks } from "../support/memory-runbooks.ts";
import { memorySecrets } from "../support/memory-secrets.ts";
import { memoryStore, type MemoryStore } from "../support/memory-store.ts";
import { memoryTeamFile, type MemoryTeamFile } from "../support/memory-team-file.ts";
import { pageSource, type PageSource } from "./page-source.ts";
import { pageTeam, zone } from "./page-team.ts";
import { library } from "./runbook-texts.ts";

/** What a story needs before it begins; where it says nothing, the team of most pages in a browser, with Alice before it. */
export type Setting = {
  readonly team?: Team;
  /** `null` where nobody has said yet who they are. */
  readonly me?: string | null;
  readonly options?: Partial<AppOptions>;
  readonly runbooks?: MemoryRunbooks;
  readonly handoffs?: AppPorts["handoffs"];
  readonly notifier?: AppUnderTest["notifier"];
  readonly secrets?: AppPorts["secrets"];
  readonly calendars?: Partial<typeof providers.calendars>;
  readonly teamFile?: MemoryTeamFile;
  /** What an earlier run has left behind. */
  readonly store?: MemoryStore;
};

/** The real core over ports in memory, at a time that a story moves. */
export type Stage = {
  readonly app: App;
  readonly clock: ManualClock;
  readonly store: MemoryStore;
  readonly source: PageSource;
  readonly notifier: AppUnderTest["notifier"];
  readonly handoffs: AppPorts["handoffs"];
  readonly teamFile: MemoryTeamFile;
  /** A person's command, as a screen gives it; throws where it is not done. */
  ask(command: string, input: unknown): Promise<void>;
  /** Lets time pass; whatever is due is done at its time, and answers come before time goes on. */
  passes(milliseconds: number): Promise<void>;
  until(at: Instant): Promise<void>;
  close(): Promise<void>;
};

export async function openStage(begins: Instant, setting: Setting = {}): Promise<Stage> {
  const clock = manualClock(begins);
  const store = setting.store ?? memoryStore();
  const source = pageSource();
  const declared = setting.team ?? pageTeam();
  const teamFile = setting.teamFile ?? memoryTeamFile(loadedReading(declared, "oncall/team.yaml"));
  const me = setting.me === undefined ? (declared.people[0]?.id ?? "nobody") : setting.me;
  const under = openTestApp({
    clock,
    store,
    teamFile,
    roll: 0.25,
    runbooks: setting.runbooks ?? shelf(),
    notifier: setting.notifier ?? memoryNotifier(),
    secrets: setting.secrets ?? memorySecrets({ "prod-password": "hunter1" }),
    ...(setting.handoffs && { handoffs: setting.handoffs }),
    providers: {
      ...providers,
      sources: { ...providers.sources, alertmanager: source.provider },
      calendars: { ...providers.calendars, ...setting.calendars },
    },
    options: {
      version: "0.1.0",
      zone,
      teamFile: "oncall/team.yaml",
      trayAvailable: true,
      ...setting.options,
    },
    me,
  });
  const stage: Stage = {
    ...under,
    source,
    teamFile,
    async ask(command, input) {
      mustBeDone(command, await under.app.request(command, input));
      await under.settle();
    },
    passes: (milliseconds) => stage.until(after(clock.now(), milliseconds)),
    async until(end) {
      await under.settle();
      for (let [next] = clock.armed(); next !== undefined && next <= end; [next] = clock.armed()) {
        clock.advance(Math.max(0, next - clock.now()));
        await under.settle();
      }
      clock.advance(Math.max(0, end - clock.now()));
      await under.settle();
    },
    close: () => under.app.close(),
  };
  under.app.setInbox({ url: "http://127.0.0.1:47800/inbox", port: 47_800, tokenFile: "baton/inbox-token" });
  await under.settle();
  return stage;
}

function mustBeDone(command: string, reply: Reply): void {
  const kind = reply.ok ? (reply.value as { readonly kind?: string } | null)?.kind : reply.error.kind;
  if (kind !== "done" && kind !== "written") throw new Error(`${command}: ${JSON.stringify(reply)}`);
}

// A dot, one pixel wide.
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Runbooks in memory, with the picture that one of them shows. */
export function shelf(files: Readonly<Record<string, string>> = library): MemoryRunbooks {
  const runbooks = memoryRunbooks(files);
  runbooks.images.set(
    "img/flow.png",
    Uint8Array.from(atob(dot), (letter) => letter.charCodeAt(0)),
  );
  return runbooks;
}
