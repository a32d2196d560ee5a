import type { ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { OpenTeamFile } from "../components/open-team-file.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { PagerCheck } from "../components/pager-check.tsx";
import { PersonChoice } from "../components/person-choice.tsx";
import { Ticking } from "../components/ticking.tsx";
import { deliveryWords } from "../words/delivery.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { settingsWords } from "../words/settings.ts";
import { viewWords } from "../words/shell.ts";
import { totalOf } from "../../shared/kept/kept-words.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { Calendars } from "./calendars.tsx";
import { Inbox } from "./inbox.tsx";
import { Notifications } from "./notifications.tsx";
import { Secrets } from "./secrets.tsx";
import { SettingsPart, Switch } from "./setting.tsx";
import { Sources } from "./sources.tsx";

/** Who I am, what Baton reads, and how it reaches me. */
export function SettingsView(): ReactNode {
  const snapshot = useScreen((screen) => screen.snapshot);
  if (snapshot === undefined) return null;
  return (
    <div className="view settings">
      <h1>{viewWords.settings}</h1>
      <SettingsPart title={settingsWords.you}>
        {snapshot.team === undefined || snapshot.team.people.length === 0 ? (
          <p className="soft">{settingsWords.noPeople}</p>
        ) : (
          <PersonChoice people={snapshot.team.people} />
        )}
      </SettingsPart>
      <TeamFile snapshot={snapshot} />
      <Sources sources={snapshot.sources} />
      <Calendars snapshot={snapshot} />
      <Notifications snapshot={snapshot} />
      <section className="settings-part" aria-label={settingsWords.pagerCheck}>
        <PagerCheck />
      </section>
      <Secrets snapshot={snapshot} />
      <Inbox snapshot={snapshot} />
      {snapshot.host === "desktop" && <ThisComputer snapshot={snapshot} />}
      <Data snapshot={snapshot} />
      <About snapshot={snapshot} />
    </div>
  );
}

type Part = { readonly snapshot: Snapshot };

function TeamFile({ snapshot }: Part): ReactNode {
  const { team, teamProblems } = snapshot;
  return (
    <SettingsPart title={settingsWords.team}>
      {team === undefined && <p className="soft">{settingsWords.teamNone}</p>}
      {team !== undefined && (
        <p>
          <OutsideLine text={team.name} />{" "}
          <span className="soft">{team.sample ? settingsWords.teamSample : <code>{team.path}</code>}</span>
        </p>
      )}
      {teamProblems.length > 0 && (
        <div className="problems">
          <p className="trouble">{settingsWords.problems}</p>
          <ul className="mono">
            {teamProblems.map((problem, index) => (
              <li key={index}>
                <OutsideLine text={problem} limit={1_000} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <OpenTeamFile host={snapshot.host} />
    </SettingsPart>
  );
}

function ThisComputer({ snapshot }: Part): ReactNode {
  const { settings } = snapshot;
  return (
    <SettingsPart title={settingsWords.system}>
      <Switch
        setting="startAtLogin"
        on={settings.startAtLogin}
        title={settingsWords.startAtLogin}
        body={settingsWords.startAtLoginBody}
      />
      <Switch
        setting="globalAcknowledge"
        on={settings.globalAcknowledge}
        title={settingsWords.globalAcknowledge}
        body={settingsWords.globalAcknowledgeBody}
      />
    </SettingsPart>
  );
}

function Data({ snapshot }: Part): ReactNode {
  const { commands } = useSession();
  const { journal, keptAside, outbox, sources } = snapshot;
  const lost = totalOf(keptAside.now) + totalOf(keptAside.before);
  const nameOf = (id: string): string => sources.find((source) => source.id === id)?.name ?? id;
  return (
    <SettingsPart title={settingsWords.data}>
      {lost > 0 && <p className="trouble">{settingsWords.keptAside(keptAside)}</p>}
      <p className={journal.kind === "memory" ? "trouble" : "soft"}>{journalWords(journal)}</p>
      {outbox.length > 0 && (
        <div>
          <h3>{settingsWords.outbox}</h3>
          <ul className="facts">
            {outbox.map(({ id, title, source, delivery }) => (
              <li key={id}>
                <OutsideLine text={title} limit={120} />
                <p className="soft">
                  <Ticking text={(now) => deliveryWords(delivery, nameOf(source), now)} />
                </p>
                {delivery.kind === "refused" && (
                  <Button kind="plain" onPress={() => void commands.perform("dismiss-delivery", { id })}>
                    {settingsWords.dismiss}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </SettingsPart>
  );
}

function journalWords(journal: Snapshot["journal"]): string {
  switch (journal.kind) {
    case "ok":
      return settingsWords.journal.ok;
    case "memory":
      return settingsWords.journal.memory(journal.reason);
    case "recovered":
      return settingsWords.journal.recovered(journal.keptAside);
  }
}

function About({ snapshot }: Part): ReactNode {
  const { store } = useSession();
  return (
    <SettingsPart title={settingsWords.about}>
      <p className="soft">{settingsWords.version(snapshot.version, snapshot.host)}</p>
      <Button
        kind="plain"
        local
        shortcut="?"
        popup="dialog"
        onPress={() => store.setState({ dialog: { kind: "keys" } })}
      >
        {settingsWords.shortcuts}
      </Button>
    </SettingsPart>
  );
}
