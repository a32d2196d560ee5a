import type { ReactNode } from "react";
import type { ChangedFile, ChangeEffectView, Proposal } from "../../../shared/schedule/change-shape.ts";
import { Button } from "../../components/button.tsx";
import { Snippet } from "../../components/snippet.tsx";
import {
  changeWords,
  conflictWords,
  fileWords,
  gapWords,
  hoursWords,
  movedWords,
  problemWords,
  whenWords,
} from "../schedule-change-words.ts";
import { FileDiff } from "./file-diff.tsx";
import { latest, type Asked } from "../../store/use-asked.ts";

export type ChangePreviewProps = {
  readonly answer: Asked<Proposal>;
  /** The schedule's. */
  readonly zone: string;
  /** What is still to be filled in, where nothing is asked yet. */
  readonly missing: string;
  /** Takes somebody else instead of the person that was chosen. */
  readonly onInstead: (person: string) => void;
};

/** What a change would do: who moves, what it breaks and mends, what becomes of fairness, and the lines of the file. */
export function ChangePreview({ answer, missing, ...props }: ChangePreviewProps): ReactNode {
  const proposal = latest(answer);
  return (
    <section
      className="change-preview"
      aria-label={changeWords.preview}
      aria-busy={answer.kind === "asking" || (answer.kind === "answered" && answer.late)}
    >
      <p className="unseen" role="status">
        {said(answer, missing)}
      </p>
      {answer.kind === "nothing" && <p className="soft">{missing}</p>}
      {answer.kind === "failed" && <p className="trouble">{changeWords.notKnown}</p>}
      {proposal === undefined && answer.kind === "asking" && <p className="soft">{changeWords.looking}</p>}
      {proposal?.kind === "refused" &&
        proposal.problems.map((problem) => (
          <p key={JSON.stringify(problem)} className="trouble">
            {problemWords(problem)}
          </p>
        ))}
      {proposal?.kind === "proposed" && (
        <>
          <Effect effect={proposal.effect} {...props} />
          <File file={proposal.file} />
        </>
      )}
    </section>
  );
}

/** One sentence for who listens; the rest can be read. */
function said(answer: Asked<Proposal>, missing: string): string {
  if (answer.kind !== "answered") return answer.kind === "nothing" ? missing : "";
  const proposal = answer.value;
  if (proposal.kind === "refused") return proposal.problems.map(problemWords).join(" ");
  const { index } = proposal.effect.fairness;
  return `${proposal.effect.moved.map(movedWords).join(". ")}. ${changeWords.fairness(index.before, index.after)}`;
}

type EffectProps = Pick<ChangePreviewProps, "zone" | "onInstead"> & { readonly effect: ChangeEffectView };

function Effect({ effect, zone, onInstead }: EffectProps): ReactNode {
  const { moved, conflicts, gaps, past } = effect;
  return (
    <>
      <ul className="change-moved" aria-label={changeWords.moves}>
        {moved.map((one) => (
          <li key={`${one.role} ${String(one.from)}`}>
            <span className="change-who">{movedWords(one)}</span>
            <span className="soft">{whenWords(one, zone)}</span>
          </li>
        ))}
      </ul>
      {past && <p className="change-warning">{changeWords.past}</p>}
      {conflicts.made.map((one) => (
        <p key={`made ${one.kind} ${one.role} ${one.person.id} ${String(one.from)}`} className="change-warning">
          <span>{conflictWords(one, zone)}</span>
          {one.substitute !== undefined && (
            <Button local kind="plain" onPress={() => onInstead(one.substitute?.id ?? "")}>
              {changeWords.instead(one.substitute.name)}
            </Button>
          )}
        </p>
      ))}
      {gaps.made.map((one) => (
        <p key={`gap ${String(one.from)}`} className="change-warning">
          {gapWords(one, zone)}
        </p>
      ))}
      {conflicts.mended.map((one) => (
        <p key={`mended ${one.kind} ${one.role} ${one.person.id} ${String(one.from)}`} className="change-mended">
          {changeWords.mended(conflictWords(one, zone))}
        </p>
      ))}
      {gaps.mended.map((one) => (
        <p key={`mended ${String(one.from)}`} className="change-mended">
          {changeWords.mended(gapWords(one, zone))}
        </p>
      ))}
      <FairnessEffect fairness={effect.fairness} zone={zone} />
    </>
  );
}

type FairnessProps = { readonly fairness: ChangeEffectView["fairness"]; readonly zone: string };

function FairnessEffect({ fairness, zone }: FairnessProps): ReactNode {
  const { index, loads } = fairness;
  return (
    <table className="change-fairness">
      <caption>
        <strong>{changeWords.fairness(index.before, index.after)}</strong>
        <span className="soft"> {changeWords.fairnessSpan(whenWords(fairness, zone))}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{changeWords.person}</th>
          <th scope="col">{changeWords.before}</th>
          <th scope="col">{changeWords.after}</th>
        </tr>
      </thead>
      <tbody>
        {loads
          .filter(({ before, after }) => before !== after)
          .map(({ person, before, after }) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td className="numbers">{hoursWords(before)}</td>
              <td className="numbers">{hoursWords(after)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function File({ file }: { readonly file: ChangedFile }): ReactNode {
  if (file.kind === "none") return <p className="trouble">{fileWords(file)}</p>;
  return (
    <>
      <p className="soft">{fileWords(file)}</p>
      <FileDiff hunks={file.hunks} name={file.name} />
      {file.kind === "patch" && <Snippet text={file.patch} label={changeWords.patch} />}
    </>
  );
}
