import type { ReactNode } from "react";
import type { RunbookOwner } from "../../shared/rpc/runbook-commands.ts";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { OutsideLine } from "../components/outside-text.tsx";
import { useSession } from "../store/session-context.ts";
import { reachWords } from "../words/help.ts";
import { waysTo, type Letter, type Reachable } from "./contact.ts";

export type ReachProps = { readonly name: string; readonly who: Reachable; readonly letter?: Letter | undefined };

/** One click for each way to reach somebody. */
export function Reach({ name, who, letter }: ReachProps): ReactNode {
  const { commands } = useSession();
  return (
    <span className="reach">
      {waysTo(who, letter).map(({ kind, url }) => (
        <Button
          key={kind}
          kind="plain"
          label={`${reachWords[kind]} ${name}`}
          onPress={() => void commands.perform("open-link", { url })}
        >
          <Icon name={kind} size={14} />
          {reachWords[kind]}
        </Button>
      ))}
    </span>
  );
}

/** Who answers for a runbook: a person, or a group with the person who leads it. */
export function RunbookOwners({ owners }: { readonly owners: readonly RunbookOwner[] }): ReactNode {
  return (
    <ul className="reach-list">
      {owners.map((owner) => (
        <li key={owner.id}>
          <span>
            <OutsideLine text={owner.name} />
            {owner.group && owner.person !== undefined && (
              <span className="soft">
                {" · "}
                <OutsideLine text={owner.person} />
              </span>
            )}
          </span>
          <Reach name={owner.person ?? owner.name} who={owner} />
        </li>
      ))}
    </ul>
  );
}
