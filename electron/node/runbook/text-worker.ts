import { parentPort } from "node:worker_threads";
import { readRunbook } from "../../../shared/runbook/read-runbook.ts";
import type { PartPlace } from "../../../shared/runbook/parts.ts";
import type { RunbookFacts } from "../../../shared/runbook/runbook.ts";

/** What the main thread hands over, and what comes back. Parts come as JSON: only those that are asked for are taken apart again. */
export type TextOrder = { readonly text: string; readonly name: string };
export type TextAnswer = {
  readonly facts: RunbookFacts;
  readonly parts: readonly { readonly place: PartPlace; readonly json: string }[];
};

/* One text after another. A text that this cannot cope with takes the thread with it and nothing else. */
parentPort?.on("message", ({ text, name }: TextOrder) => {
  const { parts, ...facts } = readRunbook(text, name);
  const answer: TextAnswer = {
    facts,
    parts: parts.map(({ place, blocks }) => ({ place, json: JSON.stringify(blocks) })),
  };
  parentPort?.postMessage(answer);
});
