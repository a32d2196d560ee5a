import { useId, type ReactNode } from "react";
import type { Settings } from "../../shared/state/settings.ts";
import { useIsLive, useSession } from "../store/session-context.ts";
import { leadChoices, leadWords, settingsWords } from "../words/settings.ts";
import { Switch } from "./setting.tsx";

/** What I am told of my own shifts. */
export function ShiftSettings({ settings }: { readonly settings: Settings }): ReactNode {
  const { commands } = useSession();
  const live = useIsLive();
  const field = useId();
  const leads = leadChoices.includes(settings.shiftLead) ? leadChoices : [...leadChoices, settings.shiftLead];
  return (
    <>
      <div className="inline-form">
        <label htmlFor={field}>{settingsWords.shiftLead}</label>
        <select
          id={field}
          className="field"
          value={settings.shiftLead}
          disabled={!live}
          onChange={(event) =>
            void commands.perform("change-settings", { shiftLead: Number(event.currentTarget.value) })
          }
        >
          {leads.map((minutes) => (
            <option key={minutes} value={minutes}>
              {leadWords(minutes)}
            </option>
          ))}
        </select>
      </div>
      <Switch
        setting="shiftCheck"
        on={settings.shiftCheck}
        title={settingsWords.shiftCheck}
        body={settingsWords.shiftCheckBody}
      />
    </>
  );
}
