import { idsOf } from "../../shared/behaviour/source/on-inbox.ts";
import { parseSettings } from "../../shared/state/settings.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { JournalFailure, JournalState } from "../../shared/state/journal-state.ts";
import { emptyState, type ReadTeam } from "../../shared/state/state.ts";
import { usesRegions } from "../../shared/calendar/public-holidays.ts";
import { onCall } from "../../shared/schedule/resolve.ts";
import { contract } from "../../shared/rpc/contract.ts";
import { serve } from "../../shared/rpc/define.ts";
import type { App, AppOptions, AppPorts, AppPush, InboxPlace, TeamReading } from "./app-types.ts";
import { CalendarOut } from "./calendar/calendar-out.ts";
import { handlers } from "./handlers.ts";
import { InsightReader } from "./insight/insight-reader.ts";
import { HandoffExchange } from "./handoff/handoff-exchange.ts";
import { onNotifier } from "./paging/notices.ts";
import { perform, type Alarm } from "./perform.ts";
import { countKept, readKept, takeUp } from "../../shared/kept/restore.ts";
import { recentLog } from "./log/recent-log.ts";
import { TeamRunbooks } from "./runbook/runbooks.ts";
import { startRetention } from "./log/retention-rounds.ts";
import { Runtime, type Beginning, type Outcome } from "./runtime.ts";
import { holidaysFor } from "./team/team-holidays.ts";
import { TeamConnections } from "./team-connections.ts";
import { TeamInUse } from "./team/team-in-use.ts";
import { Screens } from "./screens.ts";
import { Sequence } from "./sequence.ts";
import { UnderWay } from "./under-way.ts";
import type { Cancel } from "./records.ts";

/** Milliseconds that ending waits for a notification service to answer; within two seconds Baton is to be gone. */
const noticeWithin = 1_000;

const nothingKept = { records: [], spoilt: [], aside: [] };

type Loaded = Extract<TeamReading, { kind: "loaded" }>;

/** Starts Baton: takes up what was kept, reads the team, begins to watch. The ports are the host's; `close` gives them back. */
export function openApp(ports: AppPorts, options: AppOptions): App {
  const running = new RunningApp(ports, options);
  running.start();
  return running;
}

class RunningApp implements App {
  readonly #ports: AppPorts;
  readonly #options: AppOptions;
  readonly #connections: TeamConnections;
  readonly #notices = new UnderWay();
  /** Readings of the team file are taken in their order, also where one waits for its holidays. */
  readonly #readings = new Sequence();
  readonly #team: TeamInUse;
  readonly #runbooks: TeamRunbooks;
  readonly #handoffs: HandoffExchange;
  readonly #screens: Screens;
  readonly #insight: InsightReader;
  readonly #calendarOut: CalendarOut;
  readonly #serve: App["request"];
  #runtime: Runtime;
  #inbox: InboxPlace | undefined;
  #unsubscribe: Cancel = () => undefined;
  #endRetention: Cancel = () => undefined;

  constructor(ports: AppPorts, options: AppOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#insight = new InsightReader((query) => ports.store.read(query));
    const { http, clock, secrets, expansion, providers } = ports;
    this.#connections = new TeamConnections(providers, { http, clock, secrets, expand: expansion.expand });
    this.#handoffs = new HandoffExchange(ports.handoffs, (event) => void this.#dispatch(event));
    this.#team = new TeamInUse(
      { teamFiles: ports.teamFiles, documents: ports.documents, version: options.version },
      {
        loaded: (reading) => this.#hearTeam(reading),
        refused: (problems) => this.#readings.take(() => void this.#dispatch({ kind: "team-refused", problems })),
      },
    );
    this.#calendarOut = new CalendarOut({
      feeds: ports.calendarFeeds,
      clock: ports.clock,
      state: () => this.#runtime.state,
      inboxUrl: () => this.#inboxFacts()?.url,
    });
    this.#runbooks = new TeamRunbooks(ports.runbooks, ports.chance.token(6), (event) => void this.#dispatch(event));
    this.#screens = new Screens(ports, options, { state: () => this.#runtime.state, inbox: () => this.#inboxFacts() });
    const empty = emptyState(ports.notifier.status());
    this.#runtime = this.#openRuntime({ initial: empty, stored: empty, unreadable: [] });
    this.#serve = serve(contract, handlers(this.#commandTools()), (command, fault) =>
      ports.log("error", "command failed", { command, fault: fault instanceof Error ? fault.name : typeof fault }),
    );
  }

  start(): void {
    const { store, documents, log, teamFiles } = this.#ports;
    const loaded = store.load();
    const { records, spoilt, aside } = loaded.ok ? loaded.value : nothingKept;
    const { restored, unreadable: misshapen } = readKept(records);
    const unreadable = [...spoilt, ...misshapen];
    const keptAside = { now: countKept(unreadable), before: countKept(aside) };
    if (unreadable.length > 0) log("error", "kept records could not be read and are put aside", keptAside.now);
    const settings = parseSettings(documents.read("settings"));
    const empty = emptyState(this.#ports.notifier.status());
    this.#runtime = this.#openRuntime({ initial: empty, stored: takeUp(empty, restored), unreadable });
    const { me, teamFile } = this.#options;
    const journal = this.#journalState(loaded.ok ? undefined : loaded.error.kind);
    const recent = recentLog(store, this.#ports.clock.now());
    this.#dispatch({
      kind: "started",
      ...{ restored, keptAside, settings, journal, log: recent },
      ...(me !== undefined && { me }),
    });
    this.#unsubscribe = onNotifier(this.#ports, {
      state: () => this.#runtime.state,
      dispatch: (event) => this.#dispatch(event),
      navigate: (view, id) => this.navigate(view, id),
    });
    this.#team.watch(teamFile ?? settings.teamFile ?? teamFiles.samplePath);
    this.#endRetention = startRetention({ ...this.#ports, team: () => this.#runtime.state.loaded?.team });
  }

  request(command: string, input: unknown): ReturnType<App["request"]> {
    return this.#serve(command, input);
  }

  snapshot(): Snapshot {
    return this.#screens.snapshot();
  }

  incidents(): ReturnType<App["incidents"]> {
    return this.#screens.incidents();
  }

  subscribe(listener: (push: AppPush) => void): Cancel {
    return this.#screens.subscribe(listener);
  }

  receive(items: Parameters<App["receive"]>[0]): ReturnType<App["receive"]> {
    const outcome = this.#dispatch({ kind: "inbox-received", items });
    return { ids: idsOf(this.#runtime.state, items), stored: outcome?.stored ?? false };
  }

  setInbox(place: InboxPlace): void {
    this.#inbox = place;
    this.#dispatch({ kind: "inbox-listening", ...(place.failure !== undefined && { failure: place.failure }) });
    this.#screens.changed();
  }

  calendar(token: string): ReturnType<App["calendar"]> {
    return this.#calendarOut.answer(token);
  }

  tell(event: Parameters<App["tell"]>[0]): void {
    this.#dispatch({ kind: "machine", what: event });
  }

  navigate(view: Parameters<App["navigate"]>[0], incident?: string): void {
    this.#screens.push({ push: "navigate", payload: { view, ...(incident !== undefined && { incident }) } });
  }

  /** Ends. What is being shown is waited for, so that the next start knows of it and nobody is told twice. */
  async close(): Promise<void> {
    this.#endRetention();
    await this.#notices.ended(this.#ports.clock, noticeWithin);
    this.#runtime.close();
    this.#team.close();
    this.#runbooks.close();
    this.#handoffs.close();
    this.#unsubscribe();
    this.#screens.close();
    this.#ports.notifier.dispose();
    this.#ports.expansion.dispose();
    this.#ports.store.close();
  }

  #openRuntime(beginning: Beginning): Runtime {
    const tools = {
      connections: this.#connections,
      notifier: this.#ports.notifier,
      notices: this.#notices,
      handoffs: this.#handoffs,
      log: this.#ports.log,
      zone: this.#options.zone,
      teamEdits: this.#ports.teamEdits,
      dispatch: (event: Parameters<Runtime["dispatch"]>[0]) => void this.#dispatch(event),
      alarm: (payload: Alarm) => this.#screens.push({ push: "alarm", payload }),
    };
    return new Runtime(beginning, this.#ports, {
      perform: (effect) => perform(effect, tools),
      changed: () => this.#screens.changed(),
    });
  }

  #journalState(loadFailure: JournalFailure | undefined): JournalState {
    const { storeFailure, recovered } = this.#options;
    const reason = storeFailure ?? loadFailure;
    if (reason !== undefined) return { kind: "memory", reason, since: this.#ports.clock.now() };
    return recovered ? { kind: "recovered", keptAside: recovered.keptAside } : { kind: "ok" };
  }

  #hearTeam(reading: Loaded): void {
    const { team } = reading;
    if (!usesRegions(team)) return this.#readings.take(() => this.#useTeam(reading));
    this.#readings.takeWith(holidaysFor(team, this.#ports.clock.now(), this.#ports), (publicHolidays) =>
      this.#useTeam(reading, publicHolidays),
    );
  }

  #useTeam({ team, path, sample, digest }: Loaded, publicHolidays?: ReadTeam["publicHolidays"]): void {
    const { teamFiles } = this.#ports;
    this.#connections.use(team, {
      path,
      readText: (file) => teamFiles.readText(path, file),
      readBytes: (file, limitBytes) => teamFiles.readBytes(path, file, limitBytes),
    });
    const capabilities = this.#connections.capabilities(team);
    const loaded = { team, path, sample, digest, capabilities, ...(publicHolidays && { publicHolidays }) };
    this.#dispatch({ kind: "team-loaded", loaded });
    this.#runbooks.use({ team, path, sample });
    if (this.#inbox) this.setInbox(this.#inbox);
    this.#handoffs.use(sample ? undefined : { team: path, path: team.handoff.path });
    if (sample) this.#playFirst();
  }

  /** In the sample team a stranger is whoever is on call, so that the first incident pages them. */
  #playFirst(): void {
    const { settings, loaded, givenMe } = this.#runtime.state;
    const [schedule] = loaded?.team.schedules ?? [];
    if (!loaded || !schedule || givenMe !== undefined || loaded.team.people.some(({ id }) => id === settings.me)) {
      return;
    }
    const me = onCall(schedule, loaded.team, this.#ports.clock.now()).roles.primary[0]?.person;
    if (me !== undefined) this.#dispatch({ kind: "settings-changed", settings: { ...settings, me } });
  }

  #dispatch(event: Parameters<Runtime["dispatch"]>[0]): Outcome | undefined {
    return this.#runtime.dispatch(event);
  }

  #inboxFacts(): Snapshot["inbox"] {
    if (!this.#inbox || this.#inbox.failure !== undefined) return undefined;
    const { url, port, wantedPort, tokenFile } = this.#inbox;
    return { url, port, tokenFile, ...(wantedPort !== undefined && { wantedPort }) };
  }

  #commandTools(): Parameters<typeof handlers>[0] {
    return {
      ports: this.#ports,
      calendars: this.#calendarOut,
      state: () => this.#runtime.state,
      dispatch: (event) => this.#dispatch(event),
      snapshot: () => this.snapshot(),
      receive: (items) => this.receive(items),
      insight: this.#insight,
      runbooks: () => this.#runbooks.open,
      texts: this.#runbooks.texts,
      useTeamFile: (path) => this.#team.watch(path),
    };
  }
}
