import { personRef } from "../../../shared/team/named.ts";
import type { AppState } from "../../../shared/state/state.ts";
import { dutiesOf } from "../../../shared/log/duties.ts";
import { logMarkdown } from "../../../shared/log/log-markdown.ts";
import type { Contract } from "../../../shared/rpc/contract.ts";
import type { Handlers, Input, Output } from "../../../shared/rpc/define.ts";
import type { logContract } from "../../../shared/rpc/log-contract.ts";
import type { AppPorts } from "../app-types.ts";
import { readLog, readLogPage } from "./log-reading.ts";

/** What the log is answered from. */
export type LogTools = { readonly ports: Pick<AppPorts, "store">; readonly state: () => AppState };

/** Lines of one export: a shift has hundreds, a month of storms a hundred thousand. */
const exportMost = 50_000;
/** Ticks of one shift. */
const ticksMost = 5_000;

type LogHandlers = Omit<Pick<Handlers<Contract>, keyof typeof logContract>, "write-log" | "tick-duty">;

/** The host's answers about the on-call log. What is written into it goes the way of every command. */
export function logHandlers(tools: LogTools): LogHandlers {
  return {
    log: (input) => {
      const page = readLogPage({ store: tools.ports.store, state: tools.state() }, input);
      return page.ok ? { kind: "page", ...page.value } : { kind: "unreadable", reason: page.error.kind };
    },
    "export-log": (input) => exportLog(tools, input),
    duties: (input) => duties(tools, input),
  };
}

function exportLog(tools: LogTools, input: Input<Contract, "export-log">): Output<Contract, "export-log"> {
  const read = readLog({ store: tools.ports.store, state: tools.state() }, { ...input, limit: exportMost });
  if (!read.ok) return { kind: "unreadable", reason: read.error.kind };
  const { items, cut } = read.value;
  const { title, from, to, zone } = input;
  return {
    kind: "exported",
    markdown: logMarkdown(items, { title, from, to, zone }),
    json: JSON.stringify({ title, from, to, zone, items }, null, 2),
    cut,
  };
}

function duties(tools: LogTools, { schedule, shift, to }: Input<Contract, "duties">): Output<Contract, "duties"> {
  const { loaded } = tools.state();
  if (!loaded) return [];
  const read = tools.ports.store.read({ from: shift, to, kinds: ["duty-ticked"], limit: ticksMost });
  return dutiesOf(loaded.team.duties, read.ok ? read.value : [], { schedule, shift }).map(({ done, ...duty }) => ({
    ...duty,
    ...(done && { done: { by: personRef(loaded.team, done.by), at: done.at } }),
  }));
}
