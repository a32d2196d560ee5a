import { runbookList } from "../../../electron/core/runbook/runbook-list.ts";
import { ParsedTexts } from "../../../electron/core/runbook/parsed-texts.ts";
import { drawnText, readDocument, searchHits, type Reader } from "../../../electron/core/runbook/runbook-reading.ts";
import type { IncidentDetail } from "../../../shared/incident/incident-shape.ts";
import { emptyState } from "../../../shared/state/state.ts";
import type { TaskView } from "../../../shared/runbook/runbook-shape.ts";
import type { Contract } from "../../../shared/rpc/contract.ts";
import type { Handlers } from "../../../shared/rpc/define.ts";
import type { runbookContract } from "../../../shared/rpc/runbook-contract.ts";
import { fitsOf } from "../../../shared/runbook/fit.ts";
import { readRunbook } from "../../../shared/runbook/read-runbook.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { day } from "../../../shared/time/duration.ts";
import { memoryRunbooks } from "../../support/memory-runbooks.ts";
import { person, service, team } from "../../support/team-builder.ts";

/** What a host in memory has to read. */
export type Library = {
  readonly files: Readonly<Record<string, string>>;
  readonly tasks: readonly TaskView[];
  /** None, or one that cannot be written. */
  readonly folder?: "none" | "read-only";
};

/** What the library needs of the host around it. */
export type LibraryHost = {
  readonly now: () => Instant;
  readonly incident: (id: string) => IncidentDetail | undefined;
  readonly changeIncident: (id: string, change: (detail: IncidentDetail) => IncidentDetail) => void;
  readonly dropTask: (id: string) => void;
};

type Commands = { readonly commands: typeof runbookContract; readonly pushes: Readonly<Record<string, never>> };
type LibraryHandlers = Handlers<Commands> & Pick<Handlers<Contract>, "assign-task">;

const ofTeam = () =>
  team({
    people: [
      person("alice"),
      person("bob", { email: "bob@example.com", phone: "+4520000002", slack: "U02" }),
      person("charlie", { email: "charlie@example.com" }),
      person("dana"),
    ],
    groups: [{ id: "de", name: "Data Engineering Team", members: ["bob", "charlie"], lead: "bob" }],
    services: [
      service("agg-profit", { name: "Aggregate Profit for Investors", runbook: "runbooks/agg-profit.md" }),
      service("growth", { name: "Growth" }),
      service("engagement", { name: "Engagement" }),
      service("exec", { name: "Executives and CFO", runbook: "https://wiki.example.com/exec" }),
      service("experiment", { name: "Experiment" }),
    ],
    runbooks: { path: "./runbooks", reviewEvery: 90 * day, require: ["purpose", "failure-modes"] },
  });

/** A host's runbooks, read by Baton's own parser from texts in memory. */
export function fakeLibrary(library: Library, host: LibraryHost): LibraryHandlers {
  const memory = memoryRunbooks(library.files);
  if (library.folder === "none") memory.state = "none";
  if (library.folder === "read-only") memory.copyOnly = "not-writable";
  const open = memory.open({ teamPath: "team.yaml", named: [], sample: false }, () => undefined);
  const health = { kind: "working" } as const;
  const declared = ofTeam();
  const state = {
    ...emptyState({ adapter: "none", health, buttons: false, closes: false, sounds: false }),
    loaded: { team: declared, declared, path: "team.yaml", sample: false, capabilities: {} },
  };
  const texts = new ParsedTexts((text, name) => memory.parse(text, name), "fake");
  const reader = (): Reader => ({ state, open, texts, now: host.now() });
  const list = () => runbookList(state, open.index(), host.now());

  return {
    runbooks: () =>
      library.folder === "none"
        ? { state: "none", writable: false, runbooks: [], failures: [], gaps: [], outside: [], tasks: [] }
        : {
            ...list(),
            gaps: [{ service: "experiment", serviceName: "Experiment" }],
            failures: [{ id: "runbooks/secret.md", code: "EACCES" }],
            tasks: library.tasks,
          },
    "read-runbook": async ({ id }) => (await readDocument(reader(), id)) ?? null,
    "markdown-part": async ({ content, index }) => (await texts.part(content, index)) ?? null,
    "preview-markdown": async ({ text }) => {
      const read = await texts.read(text, "");
      return read.ok ? drawnText(read.value) : null;
    },
    async "incident-runbook"({ incident }) {
      const detail = host.incident(incident);
      if (detail?.runbook.kind !== "found") return { kind: "gap", ticks: [] };
      const { id, why } = detail.runbook;
      const runbook = await readDocument(reader(), id);
      if (runbook === undefined) return { kind: "gap", named: id, code: "ENOENT", ticks: [] };
      const fits = fitsOf(readRunbook(library.files[id] ?? "", id), detail.alert);
      return { kind: "found", why, runbook, fits, named: false, ticks: detail.ticks };
    },
    "search-runbooks": ({ text }) => searchHits({ open }, text),
    async "tick-runbook"({ incident, item, done }) {
      const { runbook } = host.incident(incident) ?? {};
      const read = runbook?.kind === "found" ? await readDocument(reader(), runbook.id) : undefined;
      const words = read?.checklist.find(({ id }) => id === item)?.text;
      if (words === undefined) return { kind: "refused", reason: "not-found" };
      const tick = { item, text: words, by: "alice", byName: "Alice", at: host.now() };
      host.changeIncident(incident, (detail) => ({
        ...detail,
        ticks: [...detail.ticks.filter((one) => one.item !== item), ...(done ? [tick] : [])],
      }));
      return { kind: "done", count: 1 };
    },
    "draft-runbook": ({ incident }) => ({
      text: `---\nservice: experiment\n---\n\n# ${host.incident(incident)?.title ?? "Experiment"}\n\n## Purpose\n\n*To be written.*\n\n## Recovery\n\n- 02:20 Restarted the collector\n`,
      ...(library.folder === undefined
        ? { path: "runbooks/experiment.md" }
        : { copyOnly: library.folder === "none" ? "no-folder" : "not-writable" }),
    }),
    async "write-runbook-draft"({ incident, text = "" }) {
      const created = await open.create("experiment", text);
      if (!created.ok) return { kind: "refused", reason: created.error.kind };
      const task = library.tasks.find(({ incidents }) => incidents.includes(incident));
      if (task) host.dropTask(task.id);
      return { kind: "written", id: created.value, path: created.value };
    },
    "runbook-reviewed": () => ({ kind: "done", count: 1 }),
    "open-runbook": () => ({ kind: "done", count: 1 }),
    "assign-task": ({ task }) => {
      host.dropTask(task);
      return { kind: "done", count: 1 };
    },
    // A dot, one pixel wide.
    "runbook-image": ({ src }) =>
      src === "img/flow.png"
        ? {
            data: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
          }
        : null,
  };
}
