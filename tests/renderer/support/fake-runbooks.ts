import { readDocument } from "../../../electron/core/runbook-reading.ts";
import type { Handlers } from "../../../shared/rpc/define.ts";
import type { RunbookDocument, runbookCommands } from "../../../shared/rpc/runbook-commands.ts";
import { emptyState } from "../../../shared/app/state.ts";
import type { Instant } from "../../../shared/time/instant.ts";
import { memoryRunbooks } from "../../support/memory-runbooks.ts";
import { service, team } from "../../support/team-builder.ts";

type Commands = { readonly commands: typeof runbookCommands; readonly pushes: Readonly<Record<string, never>> };

/** A runbook with one of everything, as the screen is given it. */
export const runbookText = `---
service: agg-profit
owners: [bob, charlie]
reviewed: 2027-01-02
---

# Aggregate Profit

## Failure modes

### Source unavailable

- Symptoms: rows of the newest month are missing.
- Potential causes: the ledger is down.

### Late ledger

- Symptoms: the ledger closes after the run has begun.
- Potential causes: a posting was held back.

## On-call procedure

- [ ] Acknowledge, and say so in the log.
- [ ] Open the log of the last run.

## SLAs

- Critical: answered within 1 h, resolved within 4 h.
`;

const id = "runbooks/agg-profit.md";

async function document(now: Instant): Promise<RunbookDocument> {
  const state = emptyState({
    adapter: "none",
    health: { kind: "working" },
    buttons: false,
    closes: false,
    sounds: false,
  });
  const declared = team({
    services: [service("agg-profit", { name: "Aggregate Profit for Investors", runbook: id })],
  });
  const loaded = {
    team: declared,
    declared,
    path: "team.yaml",
    sample: false,
    capabilities: {},
  };
  const open = memoryRunbooks({ [id]: runbookText }).open(
    { teamPath: "team.yaml", named: [], sample: false },
    () => undefined,
  );
  const read = await readDocument({ state: { ...state, loaded }, open, now }, id);
  if (!read) throw new Error("the runbook of the tests cannot be read");
  return read;
}

const refused = { kind: "refused", reason: "not-found" } as const;

/** A host with one runbook. */
export const fakeRunbooks = (now: () => Instant): Handlers<Commands> => ({
  runbooks: async () => {
    const { text: _text, headings: _headings, ...row } = await document(now());
    return {
      folder: "./runbooks",
      state: "ready",
      writable: true,
      runbooks: [row],
      failures: [],
      gaps: [{ service: "growth", serviceName: "Growth" }],
      outside: [],
      tasks: [],
    };
  },
  "read-runbook": async (asked) => (asked.id === id ? document(now()) : null),
  "incident-runbook": async () => ({
    kind: "found",
    why: { kind: "service", service: "agg-profit", serviceName: "Aggregate Profit for Investors" },
    runbook: await document(now()),
    fits: [
      {
        kind: "failure-mode",
        title: "Late ledger",
        line: 16,
        slug: "late-ledger",
        score: 5,
        words: ["late", "ledger"],
      },
    ],
    named: false,
    ticks: [],
  }),
  "search-runbooks": () => [],
  "tick-runbook": () => ({ kind: "done", count: 1 }),
  "draft-runbook": () => null,
  "write-runbook-draft": () => refused,
  "runbook-reviewed": () => ({ kind: "done", count: 1 }),
  "open-runbook": () => ({ kind: "done", count: 1 }),
  "assign-task": () => ({ kind: "done", count: 1 }),
  "runbook-image": () => null,
});
