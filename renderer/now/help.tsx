import type { ReactNode } from "react";
import type { Helper } from "../../shared/schedule/helpers-shape.ts";
import type { IncidentDetail } from "../../shared/incident/incident-shape.ts";
import type { ShiftView } from "../../shared/schedule/shift-shape.ts";
import { Button } from "../components/button.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { Ticking } from "../components/ticking.tsx";
import { mailTo, type Letter } from "../words/contact.ts";
import { Reach } from "../components/reach.tsx";
import { useAsked, valueOf } from "../store/use-asked.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { helperFoot, helpLetter, helpWords } from "../words/help.ts";
import { nowWords } from "../words/now.ts";
import { roleWords } from "../../shared/words/role-words.ts";

/** How many are shown before the rest folds away. */
const shown = 4;

/** Whom to ask when stuck: the service's owners first, then who is on call, then everybody else, each one click away. */
export function Help({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const me = useScreen((screen) => screen.snapshot?.me);
  // Who is on call changes at a handoff, and everything about a team with its file.
  const revision = useScreen(({ snapshot }) => `${onCallNow(snapshot?.shift)} ${snapshot?.team?.path ?? ""}`);
  const answer = useAsked("helpers", {}, { revision: `${revision} ${me?.id ?? ""}` });
  const known = valueOf(answer);
  if (incident.standing === "resolved" || answer.kind === "asking") return null;
  const helpers = known ? ownersFirst(known, incident) : [];
  const letter = helpLetter(incident, me?.name);
  return (
    <section className="aside-part help" aria-label={helpWords.title}>
      <div className="help-head">
        <h2>{helpWords.title}</h2>
        <AskAll helpers={helpers} letter={letter} />
      </div>
      {known === undefined && <p className="soft">{helpWords.failed}</p>}
      {known?.length === 0 && <p className="soft">{helpWords.nobody}</p>}
      <People helpers={helpers.slice(0, shown)} incident={incident} letter={letter} />
      {helpers.length > shown && (
        <details>
          <summary>{helpWords.more}</summary>
          <People helpers={helpers.slice(shown)} incident={incident} letter={letter} />
        </details>
      )}
    </section>
  );
}

/** Changes whenever somebody's duty begins or ends, be it a handoff before the shift is over. */
const onCallNow = (shift: ShiftView | undefined): string =>
  JSON.stringify(shift?.onCallNow.map(({ people }) => people.map(({ id, role, until }) => [id, role, until])));

function ownersFirst(helpers: readonly Helper[], { owners }: IncidentDetail): readonly Helper[] {
  const isOwner = ({ id }: Helper): boolean => owners.some((owner) => owner.id === id);
  return [...helpers.filter(isOwner), ...helpers.filter((helper) => !isOwner(helper))];
}

function AskAll({ helpers, letter }: { readonly helpers: readonly Helper[]; readonly letter: Letter }): ReactNode {
  const { commands } = useSession();
  const emails = helpers.flatMap(({ away, email }) => (away || email === undefined ? [] : [email]));
  const url = mailTo(emails, letter);
  if (url === undefined || emails.length < 2) return null;
  return <Button onPress={() => void commands.perform("open-link", { url })}>{helpWords.askAll}</Button>;
}

type PeopleProps = {
  readonly helpers: readonly Helper[];
  readonly incident: IncidentDetail;
  readonly letter: Letter;
};

function People({ helpers, incident, letter }: PeopleProps): ReactNode {
  return (
    <ul className="reach-list">
      {helpers.map((helper) => {
        const owner = incident.owners.find(({ id }) => id === helper.id);
        return (
          <li key={helper.id}>
            <div>
              <OutsideLine text={helper.name} />{" "}
              {owner !== undefined && (
                <span className="tag">
                  {nowWords.owner} · {roleWords[owner.role].toLowerCase()}
                </span>
              )}{" "}
              <Ticking className="soft" text={(now) => helperFoot(helper, now)} />
              {owner?.reason !== undefined && (
                <p className="soft">
                  <OutsideLine text={owner.reason} />
                </p>
              )}
            </div>
            <Reach name={helper.name} who={helper} letter={letter} />
          </li>
        );
      })}
    </ul>
  );
}
