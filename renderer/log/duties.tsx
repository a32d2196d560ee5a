import { useId, type ReactNode } from "react";
import type { PastShift } from "./past-shift.ts";
import type { DutyView } from "../../shared/rpc/log-contract.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { When } from "../components/when.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { latest, useAsked } from "../store/use-asked.ts";
import { doneWords, logWords } from "./log-words.ts";
import { OpenLink } from "./story-item.tsx";

/** What is done in every shift, ticked for this one. */
export function Duties({ shift }: { readonly shift: PastShift }): ReactNode {
  const { commands, store } = useSession();
  const written = useScreen((screen) => screen.logWritten);
  const heading = useId();
  const { schedule, from, to } = shift;
  const duties = latest(useAsked("duties", { schedule, shift: from, to }, { revision: written }));
  if (duties === undefined) return null;
  const tick = async (duty: string, done: boolean): Promise<void> => {
    if (await commands.perform("tick-duty", { schedule, shift: from, duty, done })) {
      store.setState(({ logWritten }) => ({ logWritten: logWritten + 1 }));
    }
  };
  return (
    <aside className="log-duties" aria-labelledby={heading}>
      <h2 id={heading}>{logWords.duties}</h2>
      {duties.length === 0 && <p className="soft">{logWords.noDuties}</p>}
      <ul>
        {duties.map((duty) => (
          <li key={duty.title}>
            <Duty duty={duty} onTick={(done) => void tick(duty.title, done)} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Duty({ duty, onTick }: { readonly duty: DutyView; readonly onTick: (done: boolean) => void }): ReactNode {
  const { done } = duty;
  return (
    <>
      <label className="log-duty">
        <input type="checkbox" checked={done !== undefined} onChange={(event) => onTick(event.currentTarget.checked)} />
        <OutsideLine text={duty.title} />
      </label>
      {done !== undefined && (
        <p className="soft log-duty-done">
          <When at={done.at} text={(at, now) => doneWords(done.by.name, at, now)} />
        </p>
      )}
      {duty.url !== undefined && <OpenLink link={{ title: duty.url.replace(/^https?:\/\//i, ""), url: duty.url }} />}
    </>
  );
}
