import type { ReactNode } from "react";
import type { CoverProposal } from "../../../shared/schedule/change-shape.ts";
import { Snippet } from "../../components/snippet.tsx";
import { changeWords, problemWords } from "../schedule-change-words.ts";
import { latest, type Asked } from "../../store/use-asked.ts";

/** Who could take the stretch, and the words to ask them with. */
export function CoverPreview({ answer }: { readonly answer: Asked<CoverProposal> }): ReactNode {
  const proposal = latest(answer);
  if (proposal === undefined) {
    return (
      <p className={answer.kind === "failed" ? "trouble" : "soft"}>
        {answer.kind === "failed" ? changeWords.notKnown : changeWords.looking}
      </p>
    );
  }
  if (proposal.kind === "refused") return <p className="trouble">{proposal.problems.map(problemWords).join(" ")}</p>;
  const { substitutes, text } = proposal;
  return (
    <section className="change-preview" aria-label={changeWords.preview} aria-busy={answer.kind === "asking"}>
      {substitutes.length === 0 ? (
        <p className="change-warning">{changeWords.nobodyAble}</p>
      ) : (
        <div>
          <p>{changeWords.couldTake}</p>
          <ol className="change-able">
            {substitutes.map(({ person, hours }) => (
              <li key={person.id}>{changeWords.substitute(person.name, hours)}</li>
            ))}
          </ol>
        </div>
      )}
      <p className="soft">{changeWords.coverHow}</p>
      <Snippet text={text} label={changeWords.coverText} />
    </section>
  );
}
