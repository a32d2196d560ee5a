import { useState, type ReactNode } from "react";
import type { HandoffOffer } from "../../shared/handoff/handoff-shape.ts";
import { Button } from "../components/button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Snippet } from "../components/snippet.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { handoffWords, lapseWords, offerWords, spanWords } from "./handoff-words.ts";

/** What is offered to me: the one thing to answer before anything else. */
export function Incoming({ offers }: { readonly offers: readonly HandoffOffer[] }): ReactNode {
  return offers.map((offer) => <Offer key={offer.id} offer={offer} />);
}

function Offer({ offer }: { readonly offer: HandoffOffer }): ReactNode {
  const { commands } = useSession();
  const busy = useScreen((screen) => screen.pending.has(offer.id));
  const [declining, setDeclining] = useState(false);
  const [word, setWord] = useState("");
  const said = word.trim();
  const accept = (): void =>
    void commands.perform("accept-handoff", { id: offer.id, ...(said !== "" && { word: said }) });
  const decline = (): void => {
    if (!declining) return setDeclining(true);
    if (said !== "") void commands.perform("decline-handoff", { id: offer.id, word: said });
  };
  return (
    <section className="handoff-incoming" aria-label={handoffWords.incoming}>
      <h2>
        <OutsideLine text={`${offer.from.name} hands over to you`} />
      </h2>
      <p>
        <Ticking
          text={(now) => `${spanWords({ ...offer, ...offer.duty }, now)} · ${lapseWords(offer.lapsesAt, now)}`}
        />
      </p>
      <p>
        <Ticking text={(now) => offerWords(offer, now)} />
      </p>
      <details>
        <summary>{handoffWords.preview}</summary>
        <Snippet text={offer.report} label={handoffWords.preview} />
      </details>
      <input
        className="field"
        aria-label={declining ? handoffWords.declineWhy : handoffWords.word}
        placeholder={declining ? handoffWords.declineWhy : handoffWords.word}
        maxLength={1_000}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      <div className="handoff-buttons">
        <Button kind="primary" large busy={busy} onPress={accept}>
          {handoffWords.accept}
        </Button>
        <Button
          large
          busy={busy}
          off={declining && said === "" ? handoffWords.declineWhy : undefined}
          onPress={decline}
        >
          {handoffWords.decline}
        </Button>
      </div>
    </section>
  );
}
