import { useId, useState, type ReactNode } from "react";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import type { CalendarScope } from "../../shared/calendar/outgoing.ts";
import { Button } from "../components/button.tsx";
import { toClipboard } from "../components/clipboard.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { calendarWords as words, linkRefusal } from "./calendar-links-words.ts";

type Team = NonNullable<Snapshot["team"]>;
type Choice = { readonly key: string; readonly title: string; readonly scope: CalendarScope };

/** The shifts in other programs: a link that follows the schedule, or a file of it as it is now. */
export function CalendarLinks({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { team } = snapshot;
  return team === undefined ? null : <Links snapshot={snapshot} team={team} />;
}

function Links({ snapshot, team }: { readonly snapshot: Snapshot; readonly team: Team }): ReactNode {
  const { commands } = useSession();
  const exporting = useScreen((screen) => screen.pending.has("export-calendar"));
  const choices = choicesOf(team, snapshot.me);
  const [wanted, setWanted] = useState("");
  const [said, setSaid] = useState("");
  const field = useId();
  const heading = useId();
  const chosen = choices.find(({ key }) => key === wanted) ?? choices[0];
  if (chosen === undefined) return null;
  const { scope } = chosen;

  const link = async (command: "calendar-link" | "renew-calendar-link"): Promise<string | undefined> => {
    const reply = await commands.ask(command, { scope });
    if (reply.ok && reply.value.kind === "link") return reply.value.url;
    setSaid(reply.ok && reply.value.kind === "refused" ? linkRefusal(reply.value.reason) : words.failed);
    return undefined;
  };
  const copy = async (command: "calendar-link" | "renew-calendar-link", done: string): Promise<void> => {
    const url = await link(command);
    if (url !== undefined) setSaid((await toClipboard(url)) ? done : words.notCopied);
  };
  const exportIt = async (): Promise<void> => {
    setSaid("");
    if (snapshot.host === "desktop") {
      await commands.perform("export-calendar", { scope });
      return;
    }
    const url = await link("calendar-link");
    if (url === undefined) return;
    download(url);
    setSaid(words.exported);
  };
  return (
    <section className="calendar-links" aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      <div className="inline-form">
        <label className="unseen" htmlFor={field}>
          {words.whose}
        </label>
        <select
          id={field}
          className="field"
          value={chosen.key}
          onChange={(event) => {
            setWanted(event.currentTarget.value);
            setSaid("");
          }}
        >
          {choices.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
        <Button onPress={() => void copy("calendar-link", words.copied)}>{words.copy}</Button>
        <Button busy={exporting} onPress={() => void exportIt()}>
          {words.export}
        </Button>
        <Button kind="plain" onPress={() => void copy("renew-calendar-link", words.renewed)}>
          {words.renew}
        </Button>
      </div>
      <p className="soft">{words.secrecy}</p>
      <p role="status">{said}</p>
    </section>
  );
}

/** Mine first, then the schedules, then everybody's, then each person's. */
function choicesOf({ people, schedules }: Team, me: Snapshot["me"]): readonly Choice[] {
  const ofPerson = ({ id, name }: Team["people"][number], title = name): Choice => ({
    key: `person:${id}`,
    title,
    scope: { kind: "person", id },
  });
  return [
    ...(me === undefined ? [] : [ofPerson(me, words.mine(me.name))]),
    ...schedules.map(({ id, name }): Choice => ({
      key: `schedule:${id}`,
      title: words.schedule(name),
      scope: { kind: "schedule", id },
    })),
    { key: "all", title: words.all, scope: { kind: "all" } },
    ...people.filter(({ id }) => id !== me?.id).map((person) => ofPerson(person)),
  ];
}

/** The address lies on the page's own host, which answers it as a file. */
function download(url: string): void {
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = "on-call.ics";
  anchor.click();
}
