import { useState, type ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { Button } from "../components/button.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { series } from "../../shared/text/sentence.ts";
import { settingsWords } from "../words/settings.ts";
import { SecretForm } from "./secret-form.tsx";
import { SettingsPart } from "./setting.tsx";

type Secret = Snapshot["secrets"][number];

/** Secrets go in and never come out: all that a screen knows is whether one is there. */
export function Secrets({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  return (
    <SettingsPart title={settingsWords.secrets}>
      {snapshot.secrets.length === 0 && <p className="soft">{settingsWords.noSecrets}</p>}
      <ul className="settings-list">
        {snapshot.secrets.map((secret) => (
          <li key={secret.name}>
            <SecretLine secret={secret} />
          </li>
        ))}
      </ul>
      <p className={snapshot.secretKeeping === "memory" ? "trouble" : "soft"}>
        {settingsWords.secretKeeping[snapshot.secretKeeping]}
      </p>
    </SettingsPart>
  );
}

function SecretLine({ secret }: { readonly secret: Secret }): ReactNode {
  const { commands } = useSession();
  const [editing, setEditing] = useState(false);
  const busy = useScreen((screen) => screen.pending.has(`remove-secret ${secret.name}`));
  return (
    <>
      <div className="settings-row">
        <div>
          <p className="settings-name">
            <code>{secret.name}</code>
          </p>
          <p className={secret.present ? "soft" : "trouble"}>
            {secret.present ? settingsWords.secretPresent : settingsWords.secretAbsent}
            {secret.usedBy.length > 0 && `, ${settingsWords.secretUsedBy(series(secret.usedBy))}`}
          </p>
        </div>
        <div className="settings-buttons">
          <Button
            label={`${settingsWords.secretChange(secret.present)}: ${secret.name}`}
            expanded={editing}
            onPress={() => setEditing(!editing)}
          >
            {settingsWords.secretChange(secret.present)}
          </Button>
          {secret.present && (
            <Button
              label={`${settingsWords.secretRemove}: ${secret.name}`}
              busy={busy}
              onPress={() => void commands.perform("remove-secret", { name: secret.name })}
            >
              {settingsWords.secretRemove}
            </Button>
          )}
        </div>
      </div>
      {editing && <SecretForm name={secret.name} onKept={() => setEditing(false)} />}
    </>
  );
}
