import type { ReactNode } from "react";
import { useSession } from "../store/session-context.ts";
import { reachWords } from "../words/help.ts";
import { Button } from "./button.tsx";
import { waysTo, type Letter, type Reachable } from "../words/contact.ts";
import { Icon } from "./icon.tsx";

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
