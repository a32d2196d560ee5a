import { useId, useState, type ReactNode } from "react";
import type { HandoffDraft } from "../../shared/handoff/handoff-shape.ts";
import { moment } from "../../shared/time/phrase.ts";
import { Button } from "../components/button.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { handoffWords, unfinishedWords } from "./handoff-words.ts";
import { myZone } from "../words/zone.ts";

/** To whom, for how long, and, where something is not finished, why all the same. */
export function OfferForm({ draft }: { readonly draft: HandoffDraft }): ReactNode {
  const { commands, ticker } = useSession();
  const busy = useScreen((screen) => screen.pending.has("offer-handoff"));
  const [to, setTo] = useState(draft.others[0]?.id ?? "");
  const [takes, setTakes] = useState<"rest" | "next">("rest");
  const [because, setBecause] = useState("");
  const id = useId();
  const { next, unfinished } = draft;
  const isNext = next?.person.id === to;
  const needsReason = unfinished.length > 0 && because.trim() === "";
  const offer = (): void =>
    void commands.perform("offer-handoff", {
      to,
      takes: isNext ? "next" : takes,
      ...(unfinished.length > 0 && { because: because.trim() }),
    });
  const now = ticker.now();
  return (
    <div className="handoff-offer">
      <div className="handoff-choice">
        <label htmlFor={`${id}-to`}>{handoffWords.to}</label>
        <select id={`${id}-to`} className="field" value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          {draft.others.map((person) => (
            <option key={person.id} value={person.id}>
              {person.id === next?.person.id ? handoffWords.next(person.name) : person.name}
            </option>
          ))}
        </select>
      </div>
      {!isNext && next !== undefined && (
        <div className="handoff-choice">
          <label htmlFor={`${id}-takes`}>{handoffWords.takes}</label>
          <select
            id={`${id}-takes`}
            className="field"
            value={takes}
            onChange={(event) => setTakes(event.currentTarget.value === "next" ? "next" : "rest")}
          >
            <option value="rest">{handoffWords.takesRest(moment(draft.to, now, myZone()))}</option>
            <option value="next">{handoffWords.takesNext(moment(next.until, now, myZone()))}</option>
          </select>
        </div>
      )}
      {unfinished.length > 0 && (
        <div className="handoff-because">
          <label htmlFor={`${id}-because`}>{handoffWords.because}</label>
          <input
            id={`${id}-because`}
            className="field"
            maxLength={1_000}
            placeholder={handoffWords.becausePlaceholder}
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
        </div>
      )}
      <Button
        kind="primary"
        large
        shortcut="h"
        busy={busy}
        off={needsReason ? unfinishedWords(unfinished) : to === "" ? handoffWords.nobodyYet : undefined}
        onPress={offer}
      >
        {handoffWords.handOver}
      </Button>
    </div>
  );
}
