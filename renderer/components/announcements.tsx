import type { ReactNode } from "react";
import type { AnnouncementView } from "../../shared/paging/announcement-shape.ts";
import { useScreen, useSession } from "../store/session-context.ts";
import { announcementWords as words } from "../words/announcements.ts";
import { Button } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import { OutsideLine } from "./outside-text.tsx";
import { Ticking } from "./ticking.tsx";

/** What the team was told, to be read, copied to wherever the team talks, and put away. Nothing while there is none. */
export function Announcements(): ReactNode {
  const announcements = useScreen((screen) => screen.snapshot?.announcements);
  if (announcements === undefined || announcements.length === 0) return null;
  return (
    <section className="announcements" aria-label={words.region}>
      {announcements.map((one) => (
        <Announcement key={one.id} announcement={one} />
      ))}
    </section>
  );
}

function Announcement({ announcement }: { readonly announcement: AnnouncementView }): ReactNode {
  const { commands } = useSession();
  const busy = useScreen((screen) => screen.pending.has(announcement.id));
  const { id, title, text, at } = announcement;
  return (
    <article className="announcement">
      <div className="announcement-line">
        <p className="announcement-title">
          <OutsideLine text={title} /> <Ticking className="soft" text={(now) => words.ago(at, now)} />
        </p>
        <CopyButton kind="plain" label={words.copyOf(title)} text={() => `${title}\n\n${text}\n`} />
        <Button
          kind="plain"
          busy={busy}
          label={words.dismissOf(title)}
          onPress={() => void commands.perform("dismiss-announcement", { id })}
        >
          {words.dismiss}
        </Button>
      </div>
      <details>
        <summary className="soft">{words.details}</summary>
        <textarea
          className="field"
          readOnly
          rows={5}
          spellCheck={false}
          aria-label={words.textOf(title)}
          value={text}
        />
      </details>
    </article>
  );
}
