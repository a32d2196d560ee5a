import { createContext, use } from "react";
import type { MarkdownLink } from "./link.ts";
import type { PageHeading } from "./place.ts";

export type OutsideLink = Extract<MarkdownLink, { kind: "outside" }>;
export type InnerLink = Extract<MarkdownLink, { kind: "place" | "file" }>;

/** A task of a list as it stands for the reader. */
export type TaskState = {
  readonly done: boolean;
  /** "Alice, 02:14": who ticked it and when. */
  readonly note?: string | undefined;
};

/** Tasks that can be ticked, by the line of the text on which they stand. */
export type Tasks = {
  readonly at: (line: number) => TaskState | undefined;
  readonly tick: (line: number, done: boolean) => void;
};

/** What a text is drawn with: everything that reaches out of it. */
export type MarkdownReader = {
  /** Before every id, so that no heading of a text can take the name of a part of the page. */
  readonly prefix: string;
  /** The level that a heading of the first rank has in the page. */
  readonly top: number;
  /** By their lines. */
  readonly headings: ReadonlyMap<number, PageHeading>;
  /** A link to the outside was followed: the person is shown where it leads before it opens. */
  readonly leave: (link: OutsideLink, from: HTMLElement) => void;
  /** A link to a place in this text or to another runbook was followed. */
  readonly follow: (link: InnerLink) => void;
  /** The picture at a path beside the text, as an address that the page may show; undefined where there is none. */
  readonly picture: (path: string) => Promise<string | undefined>;
  /** Absent where tasks are only shown. */
  readonly tasks?: Tasks | undefined;
};

export const MarkdownReaderContext = createContext<MarkdownReader | null>(null);

export function useMarkdownReader(): MarkdownReader {
  const reader = use(MarkdownReaderContext);
  if (reader === null) throw new Error("Markdown without its reader");
  return reader;
}
