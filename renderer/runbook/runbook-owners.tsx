import type { ReactNode } from "react";
import type { RunbookOwner } from "../../shared/rpc/runbook-contract.ts";
import { OutsideLine } from "../components/outside-text.tsx";
import { Reach } from "../components/reach.tsx";

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
