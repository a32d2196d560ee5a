import type { ReactNode } from "react";
import type { HandoffView } from "../../shared/handoff/handoff-shape.ts";
import { Button } from "../components/button.tsx";
import type { Letter } from "../words/contact.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { Reach } from "../components/reach.tsx";
import { Snippet } from "../components/snippet.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { deliveryWords, handoffWords, lapseWords } from "./handoff-words.ts";

type Offer = NonNullable<HandoffView["offer"]>;

/** My offer: how long it stands and whether it has arrived; or the word with which it came back. */
export function MyOffer({ offer, open }: { readonly offer: Offer; readonly open: boolean }): ReactNode {
  if (!open) {
    return offer.word === undefined ? null : (
      <p>
        “<OutsideLine text={offer.word} limit={1_000} />”
      </p>
    );
  }
  return (
    <>
      <p className="handoff-countdown">
        <Ticking text={(now) => lapseWords(offer.lapsesAt, now)} />
      </p>
      <p className={offer.delivery === "failing" ? "trouble" : "soft"}>{deliveryWords(offer)}</p>
      <Answers offer={offer} />
      {offer.delivery !== "delivered" && <Snippet text={offer.report} label={handoffWords.preview} />}
      <Reach name={offer.to.name} who={offer.reach} letter={letterOf(offer)} />
    </>
  );
}

function Answers({ offer }: { readonly offer: Offer }): ReactNode {
  const { commands } = useSession();
  const busy = useScreen((screen) => screen.pending.has(offer.id));
  const record = (answer: "accepted" | "declined"): void =>
    void commands.perform("record-answer", { id: offer.id, answer });
  return (
    <div className="handoff-buttons">
      {offer.delivery === "by-hand" && (
        <>
          <Button kind="primary" busy={busy} onPress={() => record("accepted")}>
            {handoffWords.saidYes}
          </Button>
          <Button busy={busy} onPress={() => record("declined")}>
            {handoffWords.saidNo}
          </Button>
        </>
      )}
      <Button busy={busy} onPress={() => void commands.perform("withdraw-handoff", { id: offer.id })}>
        {handoffWords.withdraw}
      </Button>
    </div>
  );
}

/** As much of the report as the address of a letter holds; the whole one can be copied. */
const letterOf = ({ from, to, report }: Offer): Letter => ({
  subject: handoffWords.letterSubject(from.name, to.name),
  body: report,
});
