import { useId, type ReactNode } from "react";
import type { PersonRef } from "../../shared/team/person-ref.ts";
import { useIsLive, useScreen, useSession } from "../store/session-context.ts";
import { settingsWords } from "../words/settings.ts";

/** Says who of the team looks at this screen. */
export function PersonChoice({ people }: { readonly people: readonly PersonRef[] }): ReactNode {
  const { commands } = useSession();
  const me = useScreen((screen) => screen.snapshot?.me?.id ?? "");
  const live = useIsLive();
  const field = useId();
  return (
    <div className="inline-form">
      <label htmlFor={field}>{settingsWords.youAre}</label>
      <select
        id={field}
        className="field"
        value={me}
        disabled={!live}
        onChange={(event) => {
          if (event.currentTarget.value !== "") void commands.perform("set-me", { person: event.currentTarget.value });
        }}
      >
        <option value="">{settingsWords.nobodyChosen}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </div>
  );
}
