import { useId, useState, type ReactNode } from "react";
import type { HandoffItem } from "../../shared/handoff/handoff-shape.ts";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { useSession } from "../store/session-context.ts";
import { handoffWords } from "./handoff-words.ts";

/** What handing over means for this team: ticked by hand, by Baton, or left out with a sentence. */
export function Checklist({
  items,
  off,
}: {
  readonly items: readonly HandoffItem[];
  readonly off: boolean;
}): ReactNode {
  return (
    <ul className="handoff-items" aria-label={handoffWords.checklist}>
      {items.map((item) => (
        <Item key={item.id} item={item} off={off} />
      ))}
    </ul>
  );
}

type ItemProps = { readonly item: HandoffItem; readonly off: boolean };

function Item({ item, off }: ItemProps): ReactNode {
  const { commands } = useSession();
  const [leaving, setLeaving] = useState(false);
  const id = useId();
  const done = item.standing === "ticked" || item.standing === "done-by-baton";
  return (
    <li className={`handoff-item handoff-item-${item.standing}`}>
      <div className="handoff-item-line">
        {item.byHand ? (
          <input
            id={id}
            type="checkbox"
            checked={done}
            disabled={off}
            onChange={(event) =>
              void commands.perform("tick-handoff", { item: item.id, done: event.currentTarget.checked })
            }
          />
        ) : (
          <span className="handoff-mark">{done && <Icon name="check" size={16} />}</span>
        )}
        <div>
          {item.byHand ? (
            <label htmlFor={id}>
              <OutsideLine text={item.text} />
            </label>
          ) : (
            <OutsideLine text={item.text} />
          )}
          <Why item={item} />
        </div>
        {!done && !off && !leaving && <LeaveOut item={item} begin={() => setLeaving(true)} />}
      </div>
      {leaving && <Sentence item={item.id} end={() => setLeaving(false)} />}
    </li>
  );
}

function Why({ item: { why, standing, byHand } }: Pick<ItemProps, "item">): ReactNode {
  if (why === undefined) return byHand || standing !== "open" ? null : <p className="soft">{handoffWords.byBaton}</p>;
  const who = standing === "waived" ? "" : `${handoffWords.byBaton}: `;
  return (
    <p className="soft">
      {who}
      <OutsideLine text={why} limit={1_000} />
    </p>
  );
}

function LeaveOut({ item, begin }: { readonly item: HandoffItem; readonly begin: () => void }): ReactNode {
  const { commands } = useSession();
  if (item.standing === "waived") {
    const again = (): void => void commands.perform("waive-handoff", { item: item.id, sentence: null });
    return (
      <Button kind="plain" label={`${handoffWords.askAgain}: ${item.text}`} onPress={again}>
        {handoffWords.askAgain}
      </Button>
    );
  }
  return (
    <Button kind="plain" label={`${handoffWords.leaveOut} ${item.text}`} onPress={begin}>
      {handoffWords.leaveOut}
    </Button>
  );
}

function Sentence({ item, end }: { readonly item: string; readonly end: () => void }): ReactNode {
  const { commands } = useSession();
  const [text, setText] = useState("");
  const save = async (): Promise<void> => {
    if (text.trim() === "") return;
    if (await commands.perform("waive-handoff", { item, sentence: text.trim() })) end();
  };
  return (
    <form
      className="handoff-sentence"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        className="field"
        aria-label={handoffWords.leaveOutWhy}
        placeholder={handoffWords.leaveOutWhy}
        maxLength={1_000}
        value={text}
        ref={(field) => field?.focus()}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button onPress={() => void save()}>{handoffWords.saveSentence}</Button>
      <Button kind="plain" local onPress={end}>
        {handoffWords.cancel}
      </Button>
    </form>
  );
}
