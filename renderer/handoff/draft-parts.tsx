import { useState, type ReactNode } from "react";
import type { HandoffDraft } from "../../shared/handoff/handoff-shape.ts";
import type { PersonRef } from "../../shared/team/person-ref.ts";
import { moment } from "../../shared/time/phrase.ts";
import { Button } from "../components/button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { SeverityMark } from "../components/severity.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useSession } from "../store/session-context.ts";
import { handoffWords } from "./handoff-words.ts";
import { roleWords } from "../../shared/words/role-words.ts";
import { myZone } from "../words/zone.ts";
import { SavedText } from "./saved-text.tsx";

type DraftProps = { readonly draft: HandoffDraft; readonly off: boolean };

const named = ({ title, service }: { readonly title?: string; readonly service?: string }): string =>
  [service, title ?? handoffWords.sensitive].filter((part) => part !== undefined).join(" · ");

/** Each open incident with a line on where it stands. */
export function OpenIncidents({ draft, off }: DraftProps): ReactNode {
  const { commands } = useSession();
  if (draft.open.length === 0) return <p className="soft">{handoffWords.nothingOpen}</p>;
  return (
    <ul className="handoff-list">
      {draft.open.map((incident) => (
        <li key={incident.id} className="handoff-incident">
          <p>
            <SeverityMark severity={incident.severity} /> <OutsideLine text={named(incident)} />{" "}
            <span className="soft">
              {incident.standing}
              {incident.by !== undefined && <> by {incident.by}</>}
            </span>
          </p>
          <SavedText
            label={`${handoffWords.where}: ${named(incident)}`}
            placeholder={handoffWords.wherePlaceholder}
            value={incident.line}
            disabled={off}
            save={(text) => void commands.perform("say-where-it-stands", { incident: incident.id, text })}
          />
        </li>
      ))}
      {draft.moreOpen > 0 && <li className="soft">and {draft.moreOpen} more</li>}
    </ul>
  );
}

/** What is to be written, or finished: who does it, and by when (002-4). */
export function MissingRunbooks({ draft, off, me }: DraftProps & { readonly me: PersonRef | undefined }): ReactNode {
  const people = me === undefined ? draft.others : [me, ...draft.others];
  return (
    <ul className="handoff-list">
      {draft.missing.map((missing) => (
        <li key={missing.id}>
          <p>
            <OutsideLine text={named(missing)} />
            {missing.what === "finish-draft" && <span className="soft"> {handoffWords.toFinish}</span>}
          </p>
          <Promised missing={missing} people={people} off={off} />
        </li>
      ))}
    </ul>
  );
}

type PromiseProps = {
  readonly missing: HandoffDraft["missing"][number];
  readonly people: readonly PersonRef[];
  readonly off: boolean;
};

/** Whom and which day Baton proposes, or somebody has promised; what is being chosen is never replaced by news. */
function Promised({ missing, people, off }: PromiseProps): ReactNode {
  const { commands } = useSession();
  const [chosen, setChosen] = useState<{ readonly person?: string; readonly by?: string }>({});
  const owner = people.find(({ id }) => id === missing.owner?.id)?.id ?? "";
  const { person = owner, by = missing.by } = chosen;
  const same = missing.promised && person === owner && by === missing.by;
  const promise = async (): Promise<void> => {
    if (await commands.perform("promise-runbook", { task: missing.id, person, by })) setChosen({});
  };
  return (
    <div className="handoff-promise">
      <select
        className="field"
        aria-label={`${handoffWords.who}: ${named(missing)}`}
        value={person}
        disabled={off}
        onChange={(event) => setChosen({ ...chosen, person: event.currentTarget.value })}
      >
        <option value="">{handoffWords.nobodyYet}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <input
        type="date"
        className="field"
        aria-label={`${handoffWords.byDay}: ${named(missing)}`}
        value={by}
        readOnly={off}
        onChange={(event) => setChosen({ ...chosen, by: event.currentTarget.value })}
      />
      {!off && (
        <Button
          label={`${same ? handoffWords.promised : handoffWords.promise}: ${named(missing)}`}
          off={same ? handoffWords.promised : person === "" || by === "" ? handoffWords.who : undefined}
          onPress={() => void promise()}
        >
          {same ? handoffWords.promised : handoffWords.promise}
        </Button>
      )}
    </div>
  );
}

/** Deadlines at risk, holidays and swaps of the next days, and the order of a list that ends. */
export function ComingUp({ draft }: Pick<DraftProps, "draft">): ReactNode {
  const { atRisk, ahead, nextOrder } = draft;
  return (
    <>
      {atRisk.length > 0 && (
        <section className="handoff-part">
          <h2>{handoffWords.atRisk}</h2>
          <ul className="handoff-list">
            {atRisk.map((risk) => (
              <li key={`${risk.id} ${risk.clock}`}>
                <OutsideLine text={risk.title ?? handoffWords.sensitive} />{" "}
                <Ticking className="soft" text={(now) => `${risk.clock} by ${moment(risk.by, now, myZone())}`} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {ahead.length > 0 && (
        <section className="handoff-part">
          <h2>{handoffWords.ahead}</h2>
          <ul className="handoff-list">
            {ahead.map((one) => (
              <li key={`${one.role} ${String(one.from)} ${one.person}`}>
                <Ticking text={(now) => `${moment(one.from, now, myZone())} to ${moment(one.to, now, myZone())}: `} />
                <OutsideLine text={one.person} />{" "}
                <span className="soft">
                  {roleWords[one.role].toLowerCase()}, {one.because} {one.holiday}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {nextOrder !== undefined && (
        <section className="handoff-part">
          <h2>{handoffWords.order}</h2>
          <p>{nextOrder.join(", ")}</p>
        </section>
      )}
    </>
  );
}
