import type { ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { hour } from "../../shared/time/duration.ts";
import { Button } from "../components/button.tsx";
import { Freshness } from "../components/freshness.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { soundAlarm } from "../sound/alarm.ts";
import { capitalised } from "../../shared/text/sentence.ts";
import { notifierReasons } from "../words/shell.ts";
import { settingsWords } from "../words/settings.ts";
import { SettingsPart, Switch } from "./setting.tsx";
import { ShiftSettings } from "./shift-settings.tsx";

/** How Baton reaches me, tried at once. */
export function Notifications({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { commands } = useSession();
  const busy = useScreen((screen) => screen.pending);
  const { notifier, settings, tray } = snapshot;
  const { quietUntil, quietHoursUntil } = tray;
  const until = quietUntil ?? quietHoursUntil;
  const works = notifier.health.kind === "working";
  return (
    <SettingsPart title={settingsWords.notifications}>
      <div className="settings-row">
        <div>
          <p className="settings-line">
            <Freshness freshness={works ? "fresh" : "blind"}>
              {works ? settingsWords.notifierWorks : settingsWords.notifierFails}
            </Freshness>
            <span className="soft">{settingsWords.notifier(notifier.adapter, notifier.server)}</span>
          </p>
          {notifier.health.kind === "failing" && (
            <p className="trouble">{capitalised(notifierReasons[notifier.health.reason])}.</p>
          )}
          <p className="soft">{notifier.buttons ? settingsWords.buttons : settingsWords.noButtons}</p>
        </div>
        <Button busy={busy.has("test-notification")} onPress={() => void commands.perform("test-notification", {})}>
          {settingsWords.testNotification}
        </Button>
      </div>
      <div className="settings-row">
        <Switch setting="sound" on={settings.sound} title={settingsWords.sound} body={settingsWords.soundBody} />
        <Button local onPress={() => void soundAlarm("critical")}>
          {settingsWords.testSound}
        </Button>
      </div>
      <Switch
        setting="notifyAll"
        on={settings.notifyAll}
        title={settingsWords.notifyAll}
        body={settingsWords.notifyAllBody}
      />
      <ShiftSettings settings={settings} />
      <div className="settings-row">
        <div>
          <p>{settingsWords.quiet}</p>
          <p className="soft">
            {until === undefined ? (
              settingsWords.quietOff
            ) : (
              <Ticking
                text={(now) =>
                  quietUntil === undefined ? settingsWords.quietHours(until, now) : settingsWords.quietOn(until, now)
                }
              />
            )}
          </p>
        </div>
        <Button
          busy={busy.has("quiet")}
          onPress={() => void commands.perform("quiet", { for: quietUntil === undefined ? hour : null })}
        >
          {quietUntil === undefined ? settingsWords.quietStart : settingsWords.quietEnd}
        </Button>
      </div>
    </SettingsPart>
  );
}
