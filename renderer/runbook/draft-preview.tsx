import type { ReactNode } from "react";
import { MarkdownText } from "../markdown/markdown-text.tsx";
import { latest, useAsked } from "../store/use-asked.ts";
import { runbookWords } from "../words/runbooks.ts";
import { shellWords } from "../words/shell.ts";

const noPicture = (): Promise<undefined> => Promise.resolve(undefined);
/** Milliseconds: typing makes many texts. */
const settle = 100;

/** What a draft will look like. What it looked like stays until the host has read what was written since. */
export function DraftPreview({ text }: { readonly text: string }): ReactNode {
  const asked = useAsked("preview-markdown", { text }, { settle });
  const shown = latest(asked);
  if (shown === null || asked.kind === "failed") return <p className="trouble">{runbookWords.failed}</p>;
  if (shown === undefined) return <p className="soft">{shellWords.loading}</p>;
  return <MarkdownText text={shown} top={3} picture={noPicture} />;
}
