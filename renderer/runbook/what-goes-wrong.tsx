import type { ReactNode } from "react";
import type { RunbookDocument, RunbookFit } from "../../shared/rpc/runbook-contract.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { runbookWords } from "../words/runbooks.ts";

/** A failure mode or common issue, with what to see and what to do side by side. */
export type Problem = {
  readonly title: string;
  readonly line: number;
  readonly description?: string | undefined;
  readonly signs: readonly string[];
  readonly answers: readonly string[];
  readonly kind: "failure-mode" | "common-issue";
};

/** Everything that a runbook says can go wrong, what fits best first. */
export function problemsOf(
  { failureModes, commonIssues }: Pick<RunbookDocument, "failureModes" | "commonIssues">,
  fits: readonly RunbookFit[],
): readonly Problem[] {
  const all: readonly Problem[] = [
    ...failureModes.map(({ title, line, description, symptoms, causes }) => ({
      kind: "failure-mode" as const,
      title,
      line,
      description,
      signs: symptoms,
      answers: causes,
    })),
    ...commonIssues.map(({ title, line, clues, solutions }) => ({
      kind: "common-issue" as const,
      title,
      line,
      signs: clues,
      answers: solutions,
    })),
  ];
  const place = new Map(fits.map((fit, index) => [fit.line, index]));
  const rank = ({ line }: Problem): number => place.get(line) ?? fits.length;
  return all.toSorted((a, b) => rank(a) - rank(b));
}

export type WhatGoesWrongProps = {
  readonly problems: readonly Problem[];
  /** The line of the one that is shown in full. */
  readonly chosen: number | undefined;
  readonly onChoose: (line: number) => void;
};

/** Symptoms, causes, clues and solutions, to be run over with the eyes. */
export function WhatGoesWrong({ problems, chosen, onChoose }: WhatGoesWrongProps): ReactNode {
  return (["failure-mode", "common-issue"] as const).map((kind) => {
    const rows = problems.filter((problem) => problem.kind === kind);
    if (rows.length === 0) return null;
    const [signs, answers] =
      kind === "failure-mode"
        ? [runbookWords.symptoms, runbookWords.causes]
        : [runbookWords.clues, runbookWords.solutions];
    return (
      <table key={kind} className="goes-wrong">
        <thead>
          <tr>
            <th scope="col">{kind === "failure-mode" ? runbookWords.failureMode : runbookWords.issue}</th>
            <th scope="col">{signs}</th>
            <th scope="col">{answers}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} aria-current={row.line === chosen || undefined}>
              <th scope="row">
                <button type="button" className="md-link" onClick={() => onChoose(row.line)}>
                  <OutsideLine text={row.title} />
                </button>
              </th>
              <td data-name={signs}>
                <Several texts={row.signs} />
              </td>
              <td data-name={answers}>
                <Several texts={row.answers} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  });
}

/** One problem as its runbook tells it, where it has no heading of its own. */
export function ProblemCard({ problem }: { readonly problem: Problem }): ReactNode {
  const [signs, answers] =
    problem.kind === "failure-mode"
      ? [runbookWords.symptoms, runbookWords.causes]
      : [runbookWords.clues, runbookWords.solutions];
  return (
    <div className="problem-card">
      <h3>
        <OutsideLine text={problem.title} />
      </h3>
      {problem.description !== undefined && (
        <p>
          <OutsideLine text={problem.description} limit={2_000} />
        </p>
      )}
      <dl>
        {[[signs, problem.signs] as const, [answers, problem.answers] as const].map(
          ([name, texts]) =>
            texts.length > 0 && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <Several texts={texts} />
                </dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}

function Several({ texts }: { readonly texts: readonly string[] }): ReactNode {
  const [only] = texts;
  if (only === undefined) return <span className="soft">–</span>;
  if (texts.length === 1) return <OutsideLine text={only} limit={1_000} />;
  return (
    <ul>
      {texts.map((text, index) => (
        <li key={index}>
          <OutsideLine text={text} limit={1_000} />
        </li>
      ))}
    </ul>
  );
}
