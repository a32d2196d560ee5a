import { useId, type ReactNode } from "react";
import type { Contract } from "../../shared/rpc/contract.ts";
import type { Input } from "../../shared/rpc/define.ts";
import type { Settings } from "../../shared/state/settings.ts";
import { useIsLive, useSession } from "../store/session-context.ts";

/** One subject: its name at the side, or above where it is narrow. */
export function SettingsPart({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <section className="settings-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="settings-body">{children}</div>
    </section>
  );
}

type Switches = { [K in keyof Settings]-?: Settings[K] extends boolean ? K : never }[keyof Settings] &
  keyof Input<Contract, "change-settings">;

export type SwitchProps = {
  readonly setting: Switches;
  readonly on: boolean;
  readonly title: string;
  readonly body: string;
};

/** A choice between two, which takes effect at once. */
export function Switch({ setting, on, title, body }: SwitchProps): ReactNode {
  const { commands } = useSession();
  const live = useIsLive();
  const id = useId();
  return (
    <div className="switch">
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={!live}
        aria-describedby={`${id}-body`}
        onChange={(event) => void commands.perform("change-settings", { [setting]: event.currentTarget.checked })}
      />
      <div>
        <label htmlFor={id}>{title}</label>
        <p id={`${id}-body`} className="soft">
          {body}
        </p>
      </div>
    </div>
  );
}
