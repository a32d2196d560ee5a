import { beforeAll, describe, expect, it } from "vitest";
import { Compiler, type Addition } from "./compiler.ts";

/*
 * What is added must be served: each of these puts one member more into a closed set, in memory, and the compiler must refuse the
 * rest of the code until the member has its adapter, its words and its drawing.
 */

const additions: readonly (readonly [what: string, addition: Addition])[] = [
  [
    "a kind of source",
    {
      file: "shared/providers/sources.ts",
      from: "sources = { alertmanager, inbox }",
      to: "sources = { alertmanager, inbox, weather: inbox }",
    },
  ],
  [
    "a kind of channel",
    {
      file: "shared/providers/channels.ts",
      from: "  webhook: planned,\n",
      to: "  webhook: planned,\n  pigeon: planned,\n",
    },
  ],
  [
    "a kind of timeline entry",
    {
      file: "shared/incident/incident.ts",
      from: 'v.object({ kind: v.literal("acknowledged") }),',
      to: 'v.object({ kind: v.literal("acknowledged") }),\n  v.object({ kind: v.literal("admired") }),',
    },
  ],
  [
    "a failure of a source",
    {
      file: "shared/providers/failure.ts",
      from: 'v.object({ kind: v.literal("http2-only") }),',
      to: 'v.object({ kind: v.literal("http2-only") }),\n  v.object({ kind: v.literal("asleep") }),',
    },
  ],
  [
    "a button of a notification",
    { file: "shared/paging/notice.ts", from: '"hand-over", "accept"', to: '"hand-over", "sing", "accept"' },
  ],
  [
    "a command",
    {
      file: "shared/incident/incident-commands.ts",
      from: "  escalate: v.object({ id: idSchema }),",
      to: "  escalate: v.object({ id: idSchema }),\n  admire: v.object({ id: idSchema }),",
    },
  ],
  ["a refusal", { file: "shared/state/refusal.ts", from: '  "busy",\n', to: '  "busy",\n  "tired",\n' }],
  [
    "a holiday policy",
    { file: "shared/team/team.ts", from: '"designated" | "no-cover"', to: '"designated" | "siesta" | "no-cover"' },
  ],
];

describe("one member more in a closed set", { timeout: 300_000 }, () => {
  // Each reads what it needs of shared/.
  const projects = ["electron", "renderer"].map((project) => new Compiler(project));
  const refusals = (addition?: Addition) => projects.flatMap((project) => project.refusals(addition));

  beforeAll(() => {
    expect(refusals()).toEqual([]);
  }, 300_000);

  it.each(additions)("%s does not compile", (_what, addition) => {
    const found = refusals(addition);
    expect(found).not.toEqual([]);
    // Not because the addition itself is wrong where it stands.
    expect(found.filter((refusal) => !refusal.includes(`/${addition.file}: `))).not.toEqual([]);
  });
});
