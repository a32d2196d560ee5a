import { useId, useState, type ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { Button } from "../components/button.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { settingsWords } from "../words/settings.ts";
import { SettingsPart } from "./setting.tsx";

/** Where programs of one's own send incidents to. */
export function Inbox({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { inbox } = snapshot;
  return (
    <SettingsPart title={settingsWords.inbox}>
      {inbox === undefined ? (
        <p className="soft">{settingsWords.inboxNone}</p>
      ) : (
        <>
          <p>
            <code>{inbox.url}</code>
          </p>
          <p className="soft">{settingsWords.inboxToken(inbox.tokenFile)}</p>
          {inbox.wantedPort !== undefined && inbox.wantedPort !== inbox.port && (
            <p className="trouble">{settingsWords.inboxOtherPort(inbox.wantedPort, inbox.port)}</p>
          )}
        </>
      )}
      {snapshot.host === "desktop" && <Port port={snapshot.settings.inboxPort} />}
    </SettingsPart>
  );
}

function Port({ port }: { readonly port: number }): ReactNode {
  const { commands } = useSession();
  const [text, setText] = useState(String(port));
  const busy = useScreen((screen) => screen.pending.has("change-settings"));
  const field = useId();
  const save = (): void => {
    const wanted = Number(text);
    if (Number.isInteger(wanted) && wanted >= 0 && wanted <= 65_535) {
      void commands.perform("change-settings", { inboxPort: wanted });
    }
  };
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={field}>{settingsWords.inboxPort}</label>
      <input
        id={field}
        className="field field-port numbers"
        inputMode="numeric"
        pattern="\d{1,5}"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button busy={busy} onPress={save}>
        {settingsWords.inboxSave}
      </Button>
    </form>
  );
}
