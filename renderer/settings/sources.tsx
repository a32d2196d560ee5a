import type { ReactNode } from "react";
import type { SourceView } from "../../shared/source/source-shape.ts";
import { Button } from "../components/button.tsx";
import { Freshness } from "../components/freshness.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";
import { useScreen, useSession } from "../store/session-context.ts";
import { failureWords, freshnessWords, retryWords, unparsedWords } from "../words/sources.ts";
import { settingsWords } from "../words/settings.ts";
import { shellWords } from "../words/shell.ts";
import { SecretForm } from "./secret-form.tsx";
import { SettingsPart } from "./setting.tsx";

/** Where incidents come from, and whether Baton can hear them. */
export function Sources({ sources }: { readonly sources: readonly SourceView[] }): ReactNode {
  return (
    <SettingsPart title={settingsWords.sources}>
      {sources.length === 0 && <p className="soft">{settingsWords.noSources}</p>}
      <ul className="settings-list">
        {sources.map((source) => (
          <li key={source.id}>
            <Source source={source} />
          </li>
        ))}
      </ul>
    </SettingsPart>
  );
}

/** The inbox waits to be told; asking it again means nothing unless it could not listen. */
const isAsked = (source: SourceView): boolean => source.nextPollAt !== undefined || source.freshness !== "fresh";

function Source({ source }: { readonly source: SourceView }): ReactNode {
  const { commands } = useSession();
  const pending = useScreen((screen) => screen.pending.has(`retry-source ${source.id}`));
  const { failure } = source;
  return (
    <>
      <div className="settings-row">
        <div>
          <p className="settings-name">
            <OutsideLine text={source.name} />{" "}
            {source.kind !== source.name.toLowerCase() && <span className="soft">{source.kind}</span>}
          </p>
          <Freshness freshness={source.freshness}>
            <Ticking text={(now) => freshnessWords(source, now)} />
          </Freshness>
        </div>
        {isAsked(source) && (
          <Button
            label={`${shellWords.retryNow}: ${source.name}`}
            busy={source.polling || pending}
            onPress={() => void commands.perform("retry-source", { source: source.id })}
          >
            {shellWords.retryNow}
          </Button>
        )}
      </div>
      {failure !== undefined && (
        <p className="trouble">
          <Ticking text={(now) => failureWords(failure, now)} />{" "}
          <Ticking className="soft" text={(now) => retryWords(source, now)} />
        </p>
      )}
      {source.unparsed > 0 && <p className="trouble">{unparsedWords(source.unparsed)}</p>}
      {source.peers.length > 1 && (
        <ul className="soft">
          {source.peers.map(({ peer, failure: peerFailure }) => (
            <li key={peer}>
              <code>{peer}</code>{" "}
              {peerFailure === undefined ? settingsWords.peer.ok : settingsWords.peer.failed(peerFailure)}
            </li>
          ))}
        </ul>
      )}
      {source.missingSecrets.map((name) => (
        <div key={name}>
          <p className="trouble">{settingsWords.secretMissing(name)}</p>
          <SecretForm name={name} />
        </div>
      ))}
    </>
  );
}
