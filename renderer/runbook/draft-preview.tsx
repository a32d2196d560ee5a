import { useMemo, type ReactNode } from "react";
import { MarkdownText } from "../markdown/markdown-text.tsx";
import { cutText } from "../markdown/parts.ts";

const noPicture = (): Promise<undefined> => Promise.resolve(undefined);

/** What a draft will look like. Apart from what edits it, because drawing Markdown is a file of its own. */
export function DraftPreview({ text }: { readonly text: string }): ReactNode {
  const cut = useMemo(() => cutText(text), [text]);
  return <MarkdownText text={cut} top={3} picture={noPicture} />;
}
