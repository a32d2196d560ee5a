import { useId, useState, type ReactNode } from "react";
import { severities } from "../../shared/team/team.ts";
import { Button } from "../components/button.tsx";
import { searchField } from "../keys/use-keys.ts";
import {
  isNarrowed,
  openOnly,
  stateChoices,
  withService,
  withSeverity,
  withSource,
  type Filter,
} from "../store/filter.ts";
import { takeFilter } from "../store/screen.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { severityWords } from "../../shared/words/severity-words.ts";
import { listWords, stateChoiceWords } from "./list-words.ts";

type Choice = { readonly value: string; readonly words: string };

/** What the list shows. Every choice takes effect at once. Where there is little room, all but the text is folded away. */
export function Filters({ folded }: { readonly folded: boolean }): ReactNode {
  const { store } = useSession();
  const filter = useScreen((screen) => screen.filter);
  const [open, setOpen] = useState(false);
  const change = (next: Filter): void => store.setState((screen) => takeFilter(screen, next));
  return (
    <div className="filters" role="search" aria-label={listWords.filters}>
      <input
        id={searchField}
        className="field filters-text"
        type="search"
        aria-label={listWords.search}
        aria-keyshortcuts="/"
        placeholder={listWords.searchPlaceholder}
        value={filter.text}
        onChange={(event) => change({ ...filter, text: event.currentTarget.value })}
      />
      {folded && (
        <Button local expanded={open} onPress={() => setOpen(!open)}>
          {listWords.filters}
        </Button>
      )}
      {(!folded || open) && <Choices filter={filter} change={change} />}
      {isNarrowed(filter) && (
        <Button kind="plain" local onPress={() => change(openOnly)}>
          {listWords.clear}
        </Button>
      )}
    </div>
  );
}

type ChoicesProps = { readonly filter: Filter; readonly change: (next: Filter) => void };

function Choices({ filter, change }: ChoicesProps): ReactNode {
  const services = useScreen((screen) => screen.snapshot?.team?.services) ?? [];
  const sources = useScreen((screen) => screen.snapshot?.sources) ?? [];
  return (
    <div className="filters-choices">
      <label className="filters-mine">
        <input
          type="checkbox"
          checked={filter.mine}
          onChange={(event) => change({ ...filter, mine: event.currentTarget.checked })}
        />
        {listWords.mine}
      </label>
      <Select
        name={listWords.state}
        value={filter.state}
        choices={stateChoices.map((value) => ({ value, words: stateChoiceWords[value] }))}
        onChange={(value) => change({ ...filter, state: stateChoices.find((one) => one === value) ?? "open" })}
      />
      <Select
        name={listWords.severity}
        value={filter.severity ?? ""}
        choices={[any(listWords.severity), ...severities.map((value) => ({ value, words: severityWords[value] }))]}
        onChange={(value) =>
          change(
            withSeverity(
              filter,
              severities.find((one) => one === value),
            ),
          )
        }
      />
      {services.length > 0 && (
        <Select
          name={listWords.service}
          value={filter.service ?? ""}
          choices={[any(listWords.service), ...services.map(({ id, name }) => ({ value: id, words: name }))]}
          onChange={(value) => change(withService(filter, value))}
        />
      )}
      {sources.length > 1 && (
        <Select
          name={listWords.source}
          value={filter.source ?? ""}
          choices={[any(listWords.source), ...sources.map(({ id, name }) => ({ value: id, words: name }))]}
          onChange={(value) => change(withSource(filter, value))}
        />
      )}
    </div>
  );
}

const any = (name: string): Choice => ({ value: "", words: `${listWords.any} ${name.toLowerCase()}` });

type SelectProps = {
  readonly name: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
};

function Select({ name, value, choices, onChange }: SelectProps): ReactNode {
  const id = useId();
  return (
    <>
      <label className="unseen" htmlFor={id}>
        {name}
      </label>
      <select
        id={id}
        className="field filters-select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </>
  );
}

/** How many rows there are, and how many pass. */
export function Shown(): ReactNode {
  const shown = useScreen((screen) => screen.visible.length);
  const all = useScreen((screen) => screen.rows.byId.size);
  return (
    <span className="filters-shown soft numbers" aria-live="polite">
      {listWords.shown(shown, all)}
    </span>
  );
}
