import type { ReactNode } from "react";
import type { Attribution } from "../../shared/calendar/calendar-shape.ts";
import { useSession } from "../store/session-context.ts";
import { calendarWords } from "../words/calendars.ts";
import { Button } from "./button.tsx";

/** What the licence of the public holidays wants to be said, with its links. */
export function HolidaysBy({ by }: { readonly by: Attribution }): ReactNode {
  const { commands } = useSession();
  return (
    <p className="soft">
      {by.text}.{" "}
      <Button kind="plain" onPress={() => void commands.perform("open-link", { url: by.source })}>
        {calendarWords.data}
      </Button>{" "}
      <Button kind="plain" onPress={() => void commands.perform("open-link", { url: by.licence })}>
        {calendarWords.licence}
      </Button>
    </p>
  );
}
