import type { LocalDate, RunbookSection, Severity } from "../team/team.ts";

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

/** A heading in whatever style, or a line in bold that stands for one. */
export type Heading = {
  /** 1 to 6; 7 for a line in bold. */
  readonly level: number;
  readonly title: string;
  readonly line: number;
  /** The known sections that it names, none for any other heading. */
  readonly sections: readonly RunbookSection[];
  /** The id that GitHub, and the screen, give it; absent for a line in bold. */
  readonly slug?: string;
};

/** What is known of a runbook without taking its Markdown apart: enough to list, find and judge it. */
export type Outline = {
  readonly title: string;
  readonly frontMatter: FrontMatter;
  readonly headings: readonly Heading[];
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

export type RunbookLink = { readonly text: string; readonly url: string };

/** A runbook taken apart. */
export type Runbook = Outline & {
  readonly failureModes: readonly FailureMode[];
  readonly commonIssues: readonly CommonIssue[];
  readonly checklist: readonly ChecklistItem[];
  /** The lines of its section on SLAs, as plain text. */
  readonly slas: readonly string[];
  readonly links: readonly RunbookLink[];
  /** The sources of its images, as written. */
  readonly images: readonly string[];
};
