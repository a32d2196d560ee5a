import { useState, type ReactNode } from "react";
import type { DrawnText } from "../../shared/rpc/runbook-contract.ts";
import { MarkdownText } from "../markdown/markdown-text.tsx";
import { useAnswer } from "../store/use-answer.ts";
import { runbookWords } from "../words/runbooks.ts";
import { shellWords } from "../words/shell.ts";

const noPicture = (): Promise<undefined> => Promise.resolve(undefined);

/** What a draft will look like. What it looked like stays until the host has read what was written since. */
export function DraftPreview({ text }: { readonly text: string }): ReactNode {
  const answer = useAnswer("preview-markdown", { text }, 0);
  const [last, setLast] = useState<DrawnText>();
  if (answer.kind === "there" && answer.value !== null && answer.value !== last) setLast(answer.value);
  if (answer.kind === "failed" || (answer.kind === "there" && answer.value === null)) {
    return <p className="trouble">{runbookWords.failed}</p>;
  }
  if (last === undefined) return <p className="soft">{shellWords.loading}</p>;
  return <MarkdownText text={last} top={3} picture={noPicture} />;
}
