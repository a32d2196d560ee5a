import type { ReactNode } from "react";
import { useSession } from "../store/session-context.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { OutsideLine } from "./outside-text.tsx";

/** An address from outside: the host opens it, if it is http or https, and the page itself goes nowhere. */
export function OutsideLink({ title, url }: { readonly title: string; readonly url: string }): ReactNode {
  const { commands } = useSession();
  return (
    <Button kind="plain" onPress={() => void commands.perform("open-link", { url })}>
      <OutsideLine text={title} />
      <Icon name="external" size={14} />
    </Button>
  );
}
