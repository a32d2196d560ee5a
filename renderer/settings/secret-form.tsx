import { useId, useState, type ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { settingsWords } from "../words/settings.ts";

export type SecretFormProps = { readonly name: string; readonly onKept?: () => void };

/** Takes a secret in. It goes to the host and is forgotten here, whatever comes of it. */
export function SecretForm({ name, onKept }: SecretFormProps): ReactNode {
  const { commands } = useSession();
  const [value, setValue] = useState("");
  const busy = useScreen((screen) => screen.pending.has(`set-secret ${name}`));
  const field = useId();
  const keep = async (): Promise<void> => {
    if (value === "") return;
    setValue("");
    if (await commands.perform("set-secret", { name, value })) onKept?.();
  };
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label className="unseen" htmlFor={field}>
        {settingsWords.secretValue(name)}
      </label>
      <input
        id={field}
        className="field inline-form-grow"
        type="password"
        autoComplete="off"
        placeholder={settingsWords.secretValue(name)}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button busy={busy} onPress={() => void keep()}>
        {settingsWords.secretKeep}
      </Button>
    </form>
  );
}
