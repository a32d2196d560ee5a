import type { LocalDate, RunbookSection, Severity } from "../team/team.ts";
import type { Part } from "./parts.ts";

/*
 * A runbook as it is read from Markdown. Lines count from 1 in the file, front matter included, so that they name the same place
 * in an editor, in a reason, and in the text that a screen renders.
 */

/** The path from the team file's folder with `/` between names, or an https address. */
export type RunbookId = string;

/** What stands above the text, between two lines of `---`. */
export type FrontMatter = {
  readonly services: readonly Named[];
  readonly owners: readonly Named[];
  readonly reviewed?: { readonly date: LocalDate; readonly line: number };
  readonly severity?: Severity;
  readonly problems: readonly FrontMatterProblem[];
  /** Lines that it takes, 0 where there is none. */
  readonly lines: number;
};

export type Named = { readonly id: string; readonly line: number };

export type FrontMatterProblem =
  | { readonly kind: "front-matter-open"; readonly line: number }
  | { readonly kind: "bad-value"; readonly line: number; readonly key: string };

/** A heading in whatever style, or a line in bold that stands for one because it names a known section. */
export type Heading = {
  readonly title: string;
  readonly line: number;
  /** The line of the next one that is no deeper; absent where there is none. */
  readonly to?: number;
  /** The known sections that it names, none for any other heading. */
  readonly sections: readonly RunbookSection[];
} & (
  | {
      readonly kind: "heading";
      /** As it was written, 1 to 6. */
      readonly level: number;
      /** How deep it stands under the others, from 1 and without leaps, whatever levels were written. */
      readonly rank: number;
      /** What an address ends in that leads to it. */
      readonly slug: string;
    }
  | { readonly kind: "bold" }
);

/** A heading as it is found without taking the text apart. */
export type OutlineHeading = Pick<Heading, "title" | "line" | "sections"> & {
  /** 1 to 6; 7 for a line in bold. */
  readonly level: number;
};

/** What is known of a runbook without taking its Markdown apart: enough to list, find and judge it. */
export type Outline = {
  readonly title: string;
  readonly frontMatter: FrontMatter;
  readonly headings: readonly OutlineHeading[];
  /** Known sections that are there and have something in them. */
  readonly sections: readonly RunbookSection[];
  /** Lines of a draft that nobody has filled in. */
  readonly unwritten: readonly number[];
};

export const failureCategories = [
  "source-unavailable",
  "data-quality",
  "processing",
  "infrastructure",
  "schema-change",
  "security-access",
  "scalability",
  "dependency",
] as const;
/** The failure modes of 003-7 and the categories of 001-8, where several name one thing once. */
export type FailureCategory = (typeof failureCategories)[number];

export type FailureMode = {
  readonly title: string;
  readonly category?: FailureCategory;
  readonly description?: string;
  readonly symptoms: readonly string[];
  readonly causes: readonly string[];
  readonly line: number;
};

export type CommonIssue = {
  readonly title: string;
  readonly clues: readonly string[];
  readonly solutions: readonly string[];
  readonly line: number;
};

/** One line to be ticked off. `id` follows from its words, so that edits of other lines leave ticks where they are. */
export type ChecklistItem = {
  readonly id: string;
  readonly text: string;
  /** The heading that it stands under. */
  readonly under?: string;
  readonly line: number;
};

/** What a runbook says. */
export type RunbookFacts = {
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly failureModes: readonly FailureMode[];
  readonly commonIssues: readonly CommonIssue[];
  readonly checklist: readonly ChecklistItem[];
  /** The lines of its section on SLAs, as plain text. */
  readonly slas: readonly string[];
};

/** A runbook taken apart: what it says, and what a screen draws of it. */
export type Runbook = RunbookFacts & { readonly parts: readonly Part[] };
