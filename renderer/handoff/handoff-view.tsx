import type { ReactNode } from "react";
import type { HandoffDraft, HandoffView as Handoffs } from "../../shared/handoff/handoff-shape.ts";
import type { PersonRef } from "../../shared/team/person-ref.ts";
import { moment } from "../../shared/time/phrase.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { Snippet } from "../components/snippet.tsx";
import { Ticking } from "../components/ticking.tsx";
import { When } from "../components/when.tsx";
import { useIsLive, useScreen, useSession } from "../store/session-context.ts";
import { endWords, folderWords, handoffWords, spanWords, stateWords } from "./handoff-words.ts";
import { viewWords } from "../words/shell.ts";
import { myZone } from "../words/zone.ts";
import { Checklist } from "./checklist.tsx";
import { ComingUp, MissingRunbooks, OpenIncidents } from "./draft-parts.tsx";
import { Incoming } from "./incoming.tsx";
import { MyOffer } from "./my-offer.tsx";
import { OfferForm } from "./offer-form.tsx";
import { SavedText } from "./saved-text.tsx";

/** What I hand over and what is handed to me. */
export function HandoffView(): ReactNode {
  const handoff = useScreen((screen) => screen.snapshot?.handoff);
  const me = useScreen((screen) => screen.snapshot?.me);
  if (handoff === undefined) return null;
  const { draft, offer, state } = handoff;
  return (
    <div className="view handoff">
      <h1>{viewWords.handoff}</h1>
      <Incoming offers={handoff.incoming} />
      <Folder handoff={handoff} />
      <section className="handoff-state" aria-label={handoffWords.handOver}>
        {draft !== undefined && (
          <p className="handoff-span">
            <Ticking text={(now) => spanWords(draft, now)} />
          </p>
        )}
        <p className={state === "declined" || state === "lapsed" ? "trouble" : ""} role="status">
          <Ticking text={(now) => stateWords(handoff, now)} />
        </p>
        {handoff.heldOver && state !== "offered" && <p className="trouble">{handoffWords.notOverYet}</p>}
        {state === "idle" && <p className="soft">{handoffWords.idleBody}</p>}
        {offer !== undefined && <MyOffer offer={offer} open={state === "offered"} />}
        {draft !== undefined && state !== "offered" && <OfferForm key={draft.others[0]?.id} draft={draft} />}
      </section>
      {draft !== undefined && <Draft draft={draft} offered={state === "offered"} me={me} />}
      <History handoffs={handoff.history} />
    </div>
  );
}

type DraftProps = { readonly draft: HandoffDraft; readonly offered: boolean; readonly me: PersonRef | undefined };

/** What is offered is said: nothing of it changes then. */
function Draft({ draft, offered, me }: DraftProps): ReactNode {
  const { commands } = useSession();
  const off = !useIsLive() || offered;
  return (
    <div className="handoff-draft">
      <div className="handoff-column">
        <section className="handoff-part">
          <h2>{handoffWords.checklist}</h2>
          <Checklist items={draft.items} off={off} />
        </section>
        <section className="handoff-part">
          <h2>{handoffWords.notes}</h2>
          <SavedText
            label={handoffWords.notes}
            placeholder={handoffWords.notesPlaceholder}
            rows={4}
            value={draft.notes}
            disabled={off}
            save={(text) => void commands.perform("note-handoff", { text })}
          />
        </section>
      </div>
      <div className="handoff-column">
        <section className="handoff-part">
          <h2>{handoffWords.open}</h2>
          <OpenIncidents draft={draft} off={off} />
        </section>
        {draft.missing.length > 0 && (
          <section className="handoff-part">
            <h2>{handoffWords.missing}</h2>
            <p className="soft">{handoffWords.missingBody}</p>
            <MissingRunbooks draft={draft} off={off} me={me} />
          </section>
        )}
        <ComingUp draft={draft} />
        <section className="handoff-part">
          <h2>{handoffWords.preview}</h2>
          <Snippet text={draft.report} label={handoffWords.preview} />
        </section>
      </div>
    </div>
  );
}

function Folder({ handoff }: { readonly handoff: Handoffs }): ReactNode {
  const lines = folderWords(handoff);
  if (lines.length === 0) return null;
  return (
    <ul className="handoff-folder soft">
      {lines.map((line) => (
        <li key={line}>
          <OutsideLine text={line} limit={500} />
        </li>
      ))}
    </ul>
  );
}

function History({ handoffs }: { readonly handoffs: Handoffs["history"] }): ReactNode {
  if (handoffs.length === 0) return null;
  return (
    <section className="handoff-part">
      <h2>{handoffWords.history}</h2>
      <ul className="handoff-list">
        {handoffs.map(({ id, from, to, end, at, word }) => (
          <li key={id}>
            <When at={at} text={(instant, now) => moment(instant, now, myZone())} />{" "}
            <OutsideLine text={`${from.name} to ${to.name}: ${endWords[end]}`} />
            {word !== undefined && (
              <p className="soft">
                “<OutsideLine text={word} limit={1_000} />”
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
