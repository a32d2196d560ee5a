import type { PlannedFeature, TeamNote } from "./team-note.ts";
import { valueAt, type Path, type TeamDocument } from "./team-document.ts";
import { foundText, inFileOrder, type TeamProblem, type TeamProblemKind } from "./team-problem.ts";

/** What a check found, before it is known where in the file that stands. */
export type Finding = {
  readonly kind: TeamProblemKind;
  readonly found: string;
  readonly expected: string;
  readonly nearest?: string | undefined;
};

/** Collects what is wrong, and what is worth a note, while a team file is read. */
export type Review = {
  readonly document: TeamDocument;
  readonly problem: (path: Path, finding: Finding) => void;
  /** The same, at the key instead of its value. */
  readonly keyProblem: (path: Path, finding: Finding) => void;
  readonly notInUse: (path: Path, feature: PlannedFeature, name?: string) => void;
  readonly unencrypted: (path: Path, host: string) => void;
  /** False once so many problems are known that looking for what each one meant would take long and help nobody. */
  readonly mayHint: () => boolean;
  /** In file order. */
  readonly problems: () => readonly TeamProblem[];
  readonly notes: () => readonly TeamNote[];
};

const mostHints = 200;

/** An empty review of one document. */
export function openReview(document: TeamDocument): Review {
  const problems: TeamProblem[] = [];
  const notes: TeamNote[] = [];
  const add = (path: Path, part: "key" | "value", finding: Finding): void => {
    const { nearest, ...rest } = finding;
    problems.push({ path, ...document.locate(path, part), ...rest, ...(nearest === undefined ? {} : { nearest }) });
  };
  return {
    document,
    problem: (path, finding) => add(path, "value", finding),
    keyProblem: (path, finding) => add(path, "key", finding),
    notInUse: (path, feature, name) => {
      const place = { path, ...document.locate(path, "key") };
      notes.push({ ...place, kind: "not-in-use", feature, ...(name === undefined ? {} : { name }) });
    },
    unencrypted: (path, host) => {
      notes.push({ path, ...document.locate(path, "value"), kind: "unencrypted", host });
    },
    mayHint: () => problems.length < mostHints,
    problems: () => inFileOrder(problems),
    notes: () => inFileOrder(notes),
  };
}

/** True where something stands in the file, right or wrong: what was refused once is not missing as well. */
export const isWritten = ({ document }: Review, path: Path): boolean => valueAt(document.value, path) !== undefined;

/** A value that is out of place, shown unless its place in the file is one for secrets. */
export const shown = (path: Path, value: unknown): string =>
  typeof value === "string" && path.some((part) => typeof part === "string" && secretive.test(part))
    ? "text that is not shown here"
    : foundText(value);

/** Keys under which a team might have written a secret, misspelt or not. */
export const secretive = /auth|basic|bearer|pass|token|secret|webhook|credential|api.?key|^key$/i;
