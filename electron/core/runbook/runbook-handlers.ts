import type { PersonCommand } from "../../../shared/state/command.ts";

import { pageName } from "../../../shared/runbook/page-name.ts";
import type { AppState } from "../../../shared/state/state.ts";
import type { Outcome } from "../../../shared/rpc/outcome.ts";
import type { DraftWritten, RunbookDraft, runbookContract } from "../../../shared/rpc/runbook-contract.ts";
import type { Handlers, Input } from "../../../shared/rpc/define.ts";
import { outlineOf } from "../../../shared/runbook/outline.ts";
import { withReviewed } from "../../../shared/runbook/reviewed.ts";
import { toLocal } from "../../../shared/time/zoned.ts";
import type { Clock, Opener } from "../ports.ts";
import { draftFor } from "./runbook-draft.ts";
import { runbookList } from "./runbook-list.ts";
import type { OpenRunbooks } from "./runbook-port.ts";
import type { ParsedTexts } from "./parsed-texts.ts";
import { drawnText, readDocument, readForIncident, searchHits, type Reader } from "./runbook-reading.ts";

type Commands = { readonly commands: typeof runbookContract; readonly pushes: Readonly<Record<string, never>> };

export type RunbookTools = {
  readonly ports: { readonly clock: Clock; readonly opener: Opener };
  readonly state: () => AppState;
  readonly ask: (command: PersonCommand) => Outcome;
  readonly runbooks: () => OpenRunbooks | undefined;
  readonly texts: ParsedTexts;
};

const refused = (reason: Extract<Outcome, { kind: "refused" }>["reason"], detail?: string): Outcome => ({
  kind: "refused",
  reason,
  ...(detail !== undefined && { detail }),
});

/** The host's answers to the commands of runbooks. */
export function runbookHandlers(tools: RunbookTools): Handlers<Commands> {
  const { state, ports } = tools;
  const reader = (): Reader | undefined => {
    const open = tools.runbooks();
    return open && { open, texts: tools.texts, state: state(), now: ports.clock.now() };
  };
  return {
    runbooks: () => runbookList(state(), tools.runbooks()?.index(), ports.clock.now()),
    "read-runbook": async ({ id }) => {
      const from = reader();
      return (from && (await readDocument(from, id))) ?? null;
    },
    "markdown-part": async ({ content, index }) => (await tools.texts.part(content, index)) ?? null,
    "preview-markdown": async ({ text }) => {
      const read = await tools.texts.read(text, "");
      return read.ok ? drawnText(read.value) : null;
    },
    "incident-runbook": async ({ incident: id }) => {
      const from = reader();
      const incident = state().incidents.get(id);
      return from && incident ? readForIncident(from, incident) : null;
    },
    "search-runbooks": async ({ text }) => {
      const from = reader();
      return from ? searchHits(from, text) : [];
    },
    "tick-runbook": (input) => tick(tools, reader(), input),
    "draft-runbook": ({ incident }) => previewDraft(tools, incident),
    "write-runbook-draft": (input) => writeDraft(tools, input),
    "runbook-reviewed": ({ id }) => markReviewed(tools, id),
    "open-runbook": ({ id }) => openOutside(tools, id),
    "runbook-image": async ({ id, src }) => {
      const image = await tools.runbooks()?.image(id, src);
      return image?.ok === true ? { data: dataAddress(image.value) } : null;
    },
  };
}

/** The words of a tick are those of the runbook, not of whoever asks; a tick can be taken back when its line is gone. */
async function tick(
  { state, ask }: RunbookTools,
  from: Reader | undefined,
  { incident: id, item, done }: Input<Commands, "tick-runbook">,
): Promise<Outcome> {
  const incident = state().incidents.get(id);
  if (!incident || !from) return refused("not-found");
  if (!done) return ask({ kind: "tick-runbook", incident: id, item, text: "", done });
  const found = await readForIncident(from, incident);
  const line = found.kind === "found" ? found.runbook.checklist.find((one) => one.id === item) : undefined;
  return line ? ask({ kind: "tick-runbook", incident: id, item, text: line.text, done }) : refused("not-found");
}

function previewDraft({ state, runbooks }: RunbookTools, id: string): RunbookDraft | null {
  const incident = state().incidents.get(id);
  const draft = incident && draftFor(state(), incident);
  const open = runbooks();
  if (!draft || !open) return null;
  const { copyOnly } = open.index();
  if (copyOnly !== undefined) return { text: draft.text, copyOnly };
  const folder = state().loaded?.team.runbooks.path ?? ".";
  return { text: draft.text, path: `${folder.replace(/\/+$/, "")}/${draft.name}.md` };
}

async function writeDraft(
  { state, runbooks, ask }: RunbookTools,
  { incident: id, text }: Input<Commands, "write-runbook-draft">,
): Promise<DraftWritten> {
  const incident = state().incidents.get(id);
  const open = runbooks();
  if (!state().loaded || !open) return { kind: "refused", reason: "no-team" };
  const draft = incident && draftFor(state(), incident);
  if (!draft) return { kind: "refused", reason: "not-found" };
  const written = text ?? draft.text;
  const created = await open.create(draft.name, written);
  if (!created.ok) return { kind: "refused", reason: created.error.kind };
  const runbook = created.value;
  const { title } = outlineOf(written, pageName(runbook));
  ask({ kind: "draft-written", incident: id, runbook, title });
  return { kind: "written", id: runbook, path: runbook };
}

/** Today in the team's zone. */
async function markReviewed({ state, runbooks, ports, ask }: RunbookTools, id: string): Promise<Outcome> {
  const { loaded } = state();
  const open = runbooks();
  if (!loaded || !open) return refused("no-team");
  const { date } = toLocal(loaded.team.timezone, ports.clock.now());
  const written = await open.rewrite(id, (text) => withReviewed(text, date));
  if (!written.ok) return refused("not-kept", written.error.code);
  return ask({ kind: "runbook-reviewed", runbook: id, date });
}

async function openOutside({ ports, runbooks }: RunbookTools, id: string): Promise<Outcome> {
  const path = runbooks()?.pathOf(id);
  const opened = path === undefined ? await ports.opener.open(id) : await ports.opener.openFile(path);
  return opened.ok ? { kind: "done", count: 1 } : refused(path === undefined ? "not-found" : "unsupported");
}

const dataAddress = ({ type, bytes }: { readonly type: string; readonly bytes: Uint8Array }): string =>
  `data:${type};base64,${base64(bytes)}`;

/** In parts, because a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const part = 0x8000;
  let binary = "";
  for (let at = 0; at < bytes.length; at += part) binary += String.fromCharCode(...bytes.subarray(at, at + part));
  return btoa(binary);
}
