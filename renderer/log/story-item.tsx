import type { ReactNode } from "react";
import type { LoggedIncident, LogItem, LogLink } from "../../shared/log/log-item.ts";
import { incidentPhrase, itemPhrase, morePhrase } from "../../shared/log/log-words.ts";
import { Button } from "../components/button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { When } from "../components/when.tsx";
import { useSession } from "../store/session-context.ts";
import { correctsWords, logWords, timeWords } from "./log-words.ts";

export type StoryItemProps = {
  readonly item: LogItem;
  /** A later entry puts it right. */
  readonly corrected: boolean;
  readonly corrects: LogItem | undefined;
};

/** One entry: when, what, about which incidents, and what was written. */
export function StoryItem({ item, corrected, corrects }: StoryItemProps): ReactNode {
  const { store } = useSession();
  return (
    <div className="log-line">
      <When at={item.at} text={timeWords} />
      <div className="log-what">
        <p>
          <OutsideLine text={itemPhrase(item)} />
          {item.corrects !== undefined && <span className="tag">{correctsWords(corrects)}</span>}
          {corrected && <span className="tag">{logWords.corrected}</span>}
        </p>
        {item.incidents.map((incident) => (
          <About key={incident.id} incident={incident} />
        ))}
        {item.more > 0 && <p className="soft">{morePhrase(item.more)}</p>}
        {item.text !== undefined && (
          <p className={corrected ? "log-text log-text-corrected" : "log-text"}>{item.text}</p>
        )}
        {item.stakeholders.length > 0 && (
          <p className="soft">
            {logWords.stakeholders} <OutsideLine text={item.stakeholders.join(", ")} limit={2_000} />
          </p>
        )}
        {item.links.map((link) => (
          <OpenLink key={`${link.title} ${link.url}`} link={link} />
        ))}
        {item.kind === "written" && (
          <Button
            kind="plain"
            popup="dialog"
            onPress={() => store.setState({ dialog: { kind: "log-entry", corrects: item } })}
          >
            {logWords.correct}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Leads to the incident; one that is forgotten says so there. */
function About({ incident }: { readonly incident: LoggedIncident }): ReactNode {
  const { store } = useSession();
  return (
    <p className="log-about">
      <Button
        kind="plain"
        local
        onPress={() =>
          store.setState(({ selection }) => ({
            view: "incidents",
            opened: incident.id,
            selection: { ...selection, active: incident.id },
          }))
        }
      >
        <OutsideLine text={incidentPhrase(incident)} />
      </Button>
    </p>
  );
}

/** An address that opens outside Baton, shown before it is. */
export function OpenLink({ link }: { readonly link: LogLink }): ReactNode {
  const { commands } = useSession();
  return (
    <p className="log-link">
      <Button
        kind="plain"
        label={logWords.openLink(link.title)}
        onPress={() => void commands.perform("open-link", { url: link.url })}
      >
        <OutsideLine text={link.title} />
      </Button>{" "}
      <span className="soft">
        <OutsideLine text={link.url} limit={120} />
      </span>
    </p>
  );
}
