import * as v from "valibot";
import { announce } from "../../../renderer/words/announce.ts";
import { createRoot } from "react-dom/client";
import ReactMarkdown from "react-markdown";
import remarkGfm from "remark-gfm";
import type { ReactNode } from "react";
import { MarkdownText } from "../../../renderer/markdown/markdown-text.tsx";
import { SessionContext } from "../../../renderer/store/session-context.ts";
import { startSession, type Session } from "../../../renderer/store/session.ts";
import { createTicker } from "../../../renderer/store/ticker.ts";
import "../../../renderer/styles/all.css";
import { ok } from "../../../shared/result.ts";
import type { DrawnText } from "../../../shared/rpc/runbook-contract.ts";
import { drawnBlocksSchema } from "../../../shared/runbook/drawn.ts";
import { openPageHost } from "../../page/page-host.ts";
import { states } from "../../page/states.ts";

/*
 * A long runbook drawn by Baton, and by react-markdown in one go, in the same page. The longest time between two frames is how long
 * nobody could have scrolled, typed or acknowledged.
 */

/** All in milliseconds. */
export type Drawing = {
  /** The longest frame. */
  readonly frame: number;
  /** Until the beginning was painted. */
  readonly first: number;
  /** Until the last line was drawn. */
  readonly whole: number;
};

export type RunbookBench = {
  ours(text: ReadText): Promise<Drawing>;
  plain(text: string): Promise<Drawing>;
};

declare global {
  var runbookBench: RunbookBench | undefined;
}

const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** Watches how long one frame after another takes, until it is told to end. */
function watch(): () => number {
  let last = performance.now();
  let longest = 0;
  let handle = 0;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    handle = requestAnimationFrame(look);
  };
  handle = requestAnimationFrame(look);
  return () => {
    cancelAnimationFrame(handle);
    return longest;
  };
}

async function drawn(content: ReactNode, isWhole: (place: HTMLElement) => boolean): Promise<Drawing> {
  const place = document.body.appendChild(document.createElement("main"));
  place.style.cssText = "height: 100vh; overflow: auto";
  const root = createRoot(place);
  await painted();
  const end = watch();
  const begun = performance.now();
  root.render(content);
  await painted();
  const first = performance.now() - begun;
  while (!isWhole(place)) await painted();
  const whole = performance.now() - begun;
  await painted();
  const frame = end();
  root.unmount();
  place.remove();
  await painted();
  return { frame, first, whole };
}

const { at } = states.quiet;
const host = openPageHost(await states.quiet.open(at), () => at);

/** What a host has read, as its answers arrive: taking and checking them is part of drawing. */
export type ReadText = { readonly headings: DrawnText["headings"]; readonly parts: readonly Part[] };
type Part = { readonly place: DrawnText["parts"][number]; readonly json: string };

function sessionFor({ parts }: ReadText): Session {
  const session = startSession({
    announce,
    link: host.link,
    ticker: createTicker({ now: () => Date.now(), isVisible: () => true, onVisible: () => undefined }),
    onBadPush: () => undefined,
  });
  const ask = (async (command: string, { index }: { readonly index: number }) => {
    if (command !== "markdown-part") throw new Error(`asked for ${command}`);
    return ok(v.parse(drawnBlocksSchema, JSON.parse(parts[index]?.json ?? "[]")));
  }) as Session["commands"]["ask"];
  return { ...session, commands: { ...session.commands, ask } };
}

const noPicture = (): Promise<undefined> => Promise.resolve(undefined);

globalThis.runbookBench = {
  ours: (text) =>
    drawn(
      <SessionContext value={sessionFor(text)}>
        <MarkdownText
          text={{ content: "bench", headings: text.headings, parts: text.parts.map(({ place }) => place) }}
          top={1}
          picture={noPicture}
        />
      </SessionContext>,
      (place) => place.querySelector(".md > :not(.md-part):not(.md-bar)") === null,
    ),
  plain: (text) =>
    drawn(<ReactMarkdown remarkPlugins={[remarkGfm]}>{text}</ReactMarkdown>, (place) => place.childElementCount > 0),
};
