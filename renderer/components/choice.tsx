import { useId, type ReactNode } from "react";

export type ChoiceProps<T extends string> = {
  /** What is chosen, for whoever cannot see it. */
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly words: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
};

/** One of a few, all of them in sight: arrows move between them. */
export function Choice<T extends string>({ name, options, value, onChange }: ChoiceProps<T>): ReactNode {
  const group = useId();
  return (
    <fieldset className="choice">
      <legend className="unseen">{name}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice-option">
          <input
            type="radio"
            className="unseen"
            name={group}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className="choice-words">{option.words}</span>
        </label>
      ))}
    </fieldset>
  );
}
