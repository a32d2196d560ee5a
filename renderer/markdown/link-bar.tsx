import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { Button } from "../components/button.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { useSession } from "../store/session-context.ts";
import { markdownWords } from "../words/markdown.ts";
import { shellWords } from "../words/shell.ts";
import type { OutsideLink } from "./context.ts";
import { linkOf } from "./link.ts";

export type Leaving = { readonly link: OutsideLink; readonly from: HTMLElement };

export type LinkBarProps = {
  /** The text whose links are watched. */
  readonly root: RefObject<HTMLElement | null>;
  readonly leaving: Leaving | undefined;
  readonly onDone: () => void;
};

/** Where a link leads: shown while it is pointed at or has the focus, and asked about before it opens. */
export function LinkBar({ root, leaving, onDone }: LinkBarProps): ReactNode {
  const seen = useLinkUnderHand(root);
  if (leaving !== undefined) return <Ask key={leaving.link.url} leaving={leaving} onDone={onDone} />;
  return seen === undefined ? null : (
    <p className="md-bar md-bar-seen" aria-hidden="true">
      <Address link={seen} />
    </p>
  );
}

function Ask({ leaving, onDone }: { readonly leaving: Leaving; readonly onDone: () => void }): ReactNode {
  const { commands } = useSession();
  const open = useRef<HTMLButtonElement>(null);
  const { link, from } = leaving;
  useEffect(() => open.current?.focus(), []);
  const done = (): void => {
    onDone();
    from.focus();
  };
  return (
    <div
      className="md-bar"
      role="toolbar"
      aria-label={markdownWords.leaving}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        done();
      }}
    >
      <p className="md-bar-address">
        <span className="soft">{markdownWords.leads}</span> <Address link={link} />
      </p>
      <Button
        ref={open}
        kind="primary"
        onPress={() => {
          done();
          void commands.perform("open-link", { url: link.url });
        }}
      >
        {markdownWords.open}
      </Button>
      <CopyButton text={() => link.url} words={markdownWords.copyAddress} />
      <Button local onPress={done}>
        {shellWords.cancel}
      </Button>
    </div>
  );
}

/** The whole address, with the part that tells whose it is made plain. */
function Address({ link }: { readonly link: OutsideLink }): ReactNode {
  const at = link.url.indexOf(link.host);
  return (
    <bdi className="md-address">
      {link.url.slice(0, at)}
      <strong>{link.host}</strong>
      {link.url.slice(at + link.host.length)}
    </bdi>
  );
}

function useLinkUnderHand(root: RefObject<HTMLElement | null>): OutsideLink | undefined {
  const [seen, setSeen] = useState<OutsideLink>();
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const look = (event: Event): void => {
      const anchor = event.target instanceof Element ? event.target.closest("a") : null;
      const link = linkOf(anchor?.getAttribute("href") ?? undefined);
      setSeen((before) => (link.kind !== "outside" ? undefined : before?.url === link.url ? before : link));
    };
    const unlook = (): void => setSeen(undefined);
    element.addEventListener("pointerover", look);
    element.addEventListener("focusin", look);
    element.addEventListener("pointerleave", unlook);
    element.addEventListener("focusout", unlook);
    return () => {
      element.removeEventListener("pointerover", look);
      element.removeEventListener("focusin", look);
      element.removeEventListener("pointerleave", unlook);
      element.removeEventListener("focusout", unlook);
    };
  }, [root]);
  return seen;
}
