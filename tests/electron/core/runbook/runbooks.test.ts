import { describe, expect, test } from "vitest";
import type { Drawn } from "../../../../shared/runbook/drawn.ts";
import { ok } from "../../../../shared/result.ts";
import { day, second } from "../../../../shared/time/duration.ts";
import { openTestApp, type AppParts } from "../../../support/app-under-test.ts";
import { memoryRunbooks } from "../../../support/memory-runbooks.ts";
import { memoryStore } from "../../../support/memory-store.ts";
import { alert, answer } from "../../../support/scenario.ts";
import { service, team } from "../../../support/team-builder.ts";

const profit = `---
service: profit
owners: [bob]
reviewed: 2026-12-01
---

# Aggregate Profit

## Failure modes

### Late ledger

- Symptoms: the ledger closes late.

### Disk

- Symptoms: no space left.

## Procedure

- [ ] Open the log.
- [ ] Tell Bob.
`;

const ours = team({
  services: [service("profit"), service("growth", { runbook: "runbooks/growth.md" })],
  runbooks: { path: "./runbooks", require: ["purpose"], reviewEvery: 30 * day },
});

/** An app with one open incident of the service "profit". */
async function opened(parts: AppParts = {}, files: Readonly<Record<string, string>> = { "runbooks/p.md": profit }) {
  const runbooks = memoryRunbooks(files);
  const reply = ok(answer([alert("a", { title: "The ledger is late" })]));
  const under = openTestApp({ team: ours, runbooks, reply, ...parts });
  await under.settle();
  const ask = async (command: string, input: unknown): Promise<unknown> => {
    const answered = await under.app.request(command, input);
    return answered.ok ? answered.value : answered.error;
  };
  const incident = under.app.snapshot().current?.id ?? "none";
  return { ...under, runbooks, ask, incident };
}

test("the list says of each runbook whose it is, when its review is due and what is wrong, and which services have none", async () => {
  const { ask } = await opened();
  expect(await ask("runbooks", {})).toMatchObject({
    folder: "./runbooks",
    state: "ready",
    writable: true,
    runbooks: [
      {
        id: "runbooks/p.md",
        title: "Aggregate Profit",
        services: [{ id: "profit", name: "The profit" }],
        owners: [{ id: "bob", name: "Bob", group: false, person: "Bob" }],
        review: "due",
        reviewed: "2026-12-01",
        dueOn: "2026-12-31",
        reasons: [
          { kind: "missing-section", section: "purpose" },
          { kind: "review-due", reviewed: "2026-12-01", since: "2026-12-31" },
        ],
        draft: false,
      },
    ],
    gaps: [{ service: "growth", named: "runbooks/growth.md" }],
    tasks: [{ kind: "review-due", runbook: "runbooks/p.md", owner: { name: "Bob" } }],
  });
});

test("the incident has its runbook, opened at what fits, with why and by which words", async () => {
  const { ask, incident } = await opened();
  expect(await ask("incident-runbook", { incident })).toMatchObject({
    kind: "found",
    why: { kind: "front-matter", service: "profit" },
    named: false,
    fits: [{ title: "Late ledger", words: ["late", "ledger"] }],
    ticks: [],
    runbook: { id: "runbooks/p.md", checklist: [{ text: "Open the log." }, { text: "Tell Bob." }] },
  });
});

test("the text of a runbook keeps its lines, and its front matter is not in it", async () => {
  const { ask } = await opened();
  const { content } = (await ask("read-runbook", { id: "runbooks/p.md" })) as { readonly content: string };
  const blocks = (await ask("markdown-part", { content, index: 0 })) as readonly Drawn[];
  expect(blocks[0]).toEqual({
    kind: "heading",
    line: profit.split("\n").indexOf("# Aggregate Profit") + 1,
    inside: [{ kind: "text", text: "Aggregate Profit" }],
  });
  expect(JSON.stringify(blocks)).not.toContain("reviewed");
  expect(await ask("markdown-part", { content, index: 99 })).toBeNull();
  expect(await ask("markdown-part", { content: "another", index: 0 })).toBeNull();
  expect(await ask("read-runbook", { id: "../team.yaml" })).toBeNull();
});

describe("a tick", () => {
  test("is kept with its words over a restart, and shown with the snapshot", async () => {
    const store = memoryStore();
    const first = await opened({ store });
    const [item] = (
      (await first.ask("read-runbook", { id: "runbooks/p.md" })) as { readonly checklist: readonly { id: string }[] }
    ).checklist;
    const input = { incident: first.incident, item: item?.id, done: true };
    expect(await first.ask("tick-runbook", input)).toEqual({ kind: "done", count: 1 });
    await first.app.close();

    const again = await opened({ store });
    expect(again.app.snapshot().current?.ticks).toMatchObject([
      { item: item?.id, text: "Open the log.", byName: "Alice" },
    ]);
    expect(await again.ask("tick-runbook", { ...input, done: false })).toEqual({ kind: "done", count: 1 });
    expect(again.app.snapshot().current?.ticks).toEqual([]);
  });

  test("of a line that the runbook does not have is refused", async () => {
    const { ask, incident } = await opened();
    const input = { incident, item: "nothing", done: true };
    expect(await ask("tick-runbook", input)).toEqual({ kind: "refused", reason: "not-found" });
  });
});

describe("the gap loop", () => {
  test("002-4 offers a draft, writes it as a new file, and carries the task until it is finished", async () => {
    const test = await opened({}, {});
    const { ask, incident, runbooks, app } = test;
    expect(await ask("incident-runbook", { incident })).toEqual({ kind: "gap", ticks: [] });
    await ask("add-note", { id: incident, text: "A posting was held back; `releasing` it helped." });
    test.source.reply = ok(answer([]));
    test.clock.advance(10 * second);
    await test.settle();
    expect(app.snapshot().runbooks.tasks).toMatchObject([{ kind: "write-runbook", owner: { name: "Alice" } }]);

    const draft = (await ask("draft-runbook", { incident })) as { readonly text: string };
    expect(draft).toMatchObject({ path: "./runbooks/profit.md" });
    expect(draft.text).toContain("``A posting was held back; `releasing` it helped.``");
    expect(await ask("write-runbook-draft", { incident })).toEqual({
      kind: "written",
      id: "runbooks/profit.md",
      path: "runbooks/profit.md",
    });
    expect(app.snapshot().runbooks).toMatchObject({
      drafts: 1,
      tasks: [{ kind: "finish-draft", title: "The profit" }],
    });

    runbooks.files.set("runbooks/profit.md", "---\nservice: profit\nreviewed: 2027-01-04\n---\n# Profit\n");
    runbooks.changed();
    expect(app.snapshot().runbooks).toMatchObject({ drafts: 0, tasks: [] });
  });

  test("offers the text to be copied where the folder cannot be written", async () => {
    const { ask, incident, runbooks } = await opened({}, {});
    runbooks.copyOnly = "not-writable";
    expect(await ask("draft-runbook", { incident })).toMatchObject({ copyOnly: "not-writable" });
    const refused = { kind: "refused", reason: "not-writable" };
    expect(await ask("write-runbook-draft", { incident, text: "# Mine" })).toEqual(refused);
  });
});

test("001-7 reviewed today writes the team's date, and the task is done", async () => {
  const { ask, app, runbooks, store } = await opened();
  expect(app.snapshot().runbooks).toMatchObject({ due: 1 });
  expect(await ask("runbook-reviewed", { id: "runbooks/p.md" })).toEqual({ kind: "done", count: 1 });
  expect(runbooks.files.get("runbooks/p.md")).toBe(profit.replace("2026-12-01", "2027-01-04"));
  expect(app.snapshot().runbooks).toMatchObject({ due: 0, tasks: [] });
  expect(store.journal().map(({ kind }) => kind)).toContain("runbook-reviewed");
});

test("a search says where the words stand", async () => {
  const { ask } = await opened();
  expect(await ask("search-runbooks", { text: "space left" })).toEqual([
    {
      id: "runbooks/p.md",
      title: "Aggregate Profit",
      heading: "Disk",
      line: 17,
      excerpt: "Symptoms: no space left.",
      words: ["space", "left"],
    },
  ]);
});

test("a picture comes as a data address, and nothing else does", async () => {
  const { ask, runbooks } = await opened();
  runbooks.images.set("a.png", new Uint8Array([1, 2, 3]));
  expect(await ask("runbook-image", { id: "runbooks/p.md", src: "a.png" })).toEqual({
    data: "data:image/png;base64,AQID",
  });
  expect(await ask("runbook-image", { id: "runbooks/p.md", src: "../secret.png" })).toBeNull();
});
