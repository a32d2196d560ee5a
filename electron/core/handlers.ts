import type { Helper } from "../../shared/schedule/helpers-shape.ts";
import { helpersOf } from "../../shared/schedule/team-helpers.ts";
import { incidentDetail } from "../../shared/behaviour/incident/incident-detail.ts";
import type { PersonCommand } from "../../shared/state/command.ts";
import type { AppEvent } from "../../shared/state/event.ts";
import type { Settings } from "../../shared/state/settings.ts";
import type { InsightView } from "../../shared/insight/insight-shape.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { type AppState, whoAmI } from "../../shared/state/state.ts";
import type { InboxItem } from "../../shared/incident/inbox-item.ts";
import type { Contract, Outcome as CommandOutcome } from "../../shared/rpc/contract.ts";
import type { Handlers, Input } from "../../shared/rpc/define.ts";
import { findPerson } from "../../shared/team/lookup.ts";
import { week } from "../../shared/time/duration.ts";
import { after, type Instant } from "../../shared/time/instant.ts";
import { calendarHandlers } from "./calendar/calendar-handlers.ts";
import type { CalendarOut } from "./calendar/calendar-out.ts";
import type { AppPorts, TeamReading } from "./app-types.ts";
import type { InsightReader } from "./insight/insight-reader.ts";
import { logHandlers } from "./log/log-handlers.ts";
import { runbookHandlers } from "./runbook/runbook-handlers.ts";
import type { ParsedTexts } from "./runbook/parsed-texts.ts";
import type { OpenRunbooks } from "./runbook/runbook-port.ts";
import { decidedHandlers } from "./decided-handlers.ts";
import { isKnownIncident, pastHandlers } from "./incident/past-handlers.ts";
import type { Outcome } from "./runtime.ts";
import { scheduleHandlers } from "./schedule/schedule-handlers.ts";
import { scheduleChangeHandlers } from "./schedule/schedule-change-handlers.ts";

export type CommandTools = {
  readonly ports: AppPorts;
  readonly calendars: CalendarOut;
  readonly state: () => AppState;
  readonly dispatch: (event: AppEvent) => Outcome | undefined;
  readonly snapshot: () => Snapshot;
  readonly receive: (items: readonly InboxItem[]) => { readonly stored: boolean };
  readonly insight: InsightReader;
  readonly runbooks: () => OpenRunbooks | undefined;
  readonly texts: ParsedTexts;
  readonly useTeamFile: (path: string) => TeamReading | undefined;
};

const done = (count = 1): CommandOutcome => ({ kind: "done", count });
type Reason = Extract<CommandOutcome, { kind: "refused" }>["reason"];
const refused = (reason: Reason, detail?: string): CommandOutcome => ({
  kind: "refused",
  reason,
  ...(detail !== undefined && { detail }),
});

/** The host's answers to every command of the contract. */
export function handlers(tools: CommandTools): Handlers<Contract> {
  const { state, ports } = tools;
  const ask = (command: PersonCommand): CommandOutcome =>
    tools.dispatch({ kind: "command", command })?.decision.reply ?? refused("busy");
  return {
    ...decidedHandlers(ask),
    hello: () => tools.snapshot(),
    incident: ({ id }) => incidentDetail(state(), id, ports.clock.now()) ?? null,
    ...scheduleHandlers({ state, clock: ports.clock }),
    insight: ({ weeks }) => figures(tools, weeks),
    "send-test-incident": (input) => sendTestIncident(tools, input),
    "set-me": ({ person }) => setMe(tools, person),
    "change-settings": (input) => changeSettings(tools, input),
    "set-secret": (input) => changeSecret(tools, input),
    "remove-secret": ({ name }) => changeSecret(tools, { name }),
    "open-team-file": ({ path }) => openTeamFile(tools, path),
    "open-link": async ({ url }) => ((await ports.opener.open(url)).ok ? done() : refused("invalid")),
    ...calendarHandlers(tools.calendars),
    helpers: () => helpers(state(), ports.clock.now()),
    ...logHandlers(tools),
    ...runbookHandlers({ ports, state, ask, runbooks: tools.runbooks, texts: tools.texts }),
    ...scheduleChangeHandlers(tools),
    "save-post-incident-note": (input) =>
      isKnownIncident(tools, input.id) ? ask({ kind: "save-post-incident-note", ...input }) : refused("not-found"),
    ...pastHandlers(tools),
  };
}

const helpers = (state: AppState, now: Instant): readonly Helper[] =>
  state.loaded ? helpersOf(state.loaded.team, whoAmI(state), now) : [];

function figures({ state, ports, insight }: CommandTools, weeks: number): InsightView | null {
  const team = state().loaded?.team;
  if (!team) return null;
  const now = ports.clock.now();
  const found = insight.insight(team, { from: after(now, -weeks * week), to: now, now });
  if (!found.ok) ports.log("error", "the figures could not be read", { reason: found.error.kind });
  return found.ok ? found.value : null;
}

/** A made-up incident that goes the whole way of a real one, through the inbox. */
function sendTestIncident(
  { ports, state, receive }: CommandTools,
  { service, severity }: Input<Contract, "send-test-incident">,
): CommandOutcome {
  if (!state().loaded) return refused("no-team");
  const now = ports.clock.now();
  const chosen = service === undefined ? {} : { service };
  const item: InboxItem = {
    key: `baton-test-${String(now)}`,
    state: "triggered",
    title: "Test incident from Baton",
    severity,
    ...chosen,
    labels: { test: "true" },
    links: [],
  };
  return receive([item]).stored ? done() : refused("not-kept");
}

function setMe(tools: CommandTools, person: string): CommandOutcome {
  const { loaded, givenMe } = tools.state();
  if (!loaded || !findPerson(loaded.team, person)) return refused("unknown-person");
  if (givenMe !== undefined) return refused("busy", givenMe);
  return changeSettings(tools, { me: person });
}

function changeSettings({ ports, state, dispatch }: CommandTools, change: Partial<Settings>): CommandOutcome {
  const settings = { ...state().settings, ...change };
  const written = ports.documents.write("settings", settings);
  dispatch({ kind: "settings-changed", settings });
  return written.ok ? done() : refused("not-kept", written.error.kind);
}

/** A changed secret is tried at once by the sources and calendars that wait for it. */
function changeSecret(
  { ports, state, dispatch }: CommandTools,
  { name, value }: { readonly name: string; readonly value?: string },
): CommandOutcome {
  const changed = value === undefined ? ports.secrets.remove(name) : ports.secrets.set(name, value);
  if (!changed.ok) return refused("not-kept", changed.error.kind);
  for (const source of state().sources.keys()) dispatch({ kind: "command", command: { kind: "retry-source", source } });
  for (const calendar of state().calendars.keys()) {
    dispatch({ kind: "command", command: { kind: "retry-calendar", calendar } });
  }
  return done();
}

/** Takes another team file into use; a bad one is refused with its first problem, and the one before stays. */
function openTeamFile(tools: CommandTools, path: string | undefined): CommandOutcome {
  if (path === undefined) return refused("invalid");
  const before = tools.state().loaded?.path;
  const reading = tools.useTeamFile(path);
  if (reading?.kind === "loaded") return changeSettings(tools, { teamFile: reading.path });
  if (before !== undefined) tools.useTeamFile(before);
  return refused("unreadable", reading?.problems[0]);
}
