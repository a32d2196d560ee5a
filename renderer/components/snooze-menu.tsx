import type { ReactNode } from "react";
import { snoozedUntil } from "./morning.ts";
import { useSession } from "../store/session-context.ts";
import { snoozeChoices, snoozeWords } from "../words/now.ts";
import { Menu } from "./menu.tsx";

export type SnoozeMenuProps = { readonly words: string; readonly ids: readonly string[]; readonly busy?: boolean };

/** Snoozes incidents for one of a few lengths. */
export function SnoozeMenu({ words, ids, busy = false }: SnoozeMenuProps): ReactNode {
  const { commands, ticker } = useSession();
  const items = () => {
    const now = ticker.now();
    return snoozeChoices.map((choice) => ({
      key: choice,
      words: snoozeWords(choice, snoozedUntil(choice, now), now),
      // Measured again when it is chosen: the menu may have been open for a while.
      onPress: () =>
        void commands.perform("snooze", {
          ids: [...ids],
          for: Math.ceil(snoozedUntil(choice, ticker.now()) - ticker.now()),
        }),
    }));
  };
  return <Menu words={words} items={items} busy={busy} shortcut="s" />;
}
