import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ok } from "../../shared/result.ts";
import type { NoticeButton } from "../../shared/paging/notice.ts";
import type { Notifier, NotifierEvent } from "../../electron/core/ports.ts";
import { eventually } from "../support/eventually.ts";
import { aNotice, hostileTexts } from "../support/notices.ts";

export type NotifierUnderTest = {
  readonly notifier: Notifier;
  /** What a person sees: titles and bodies on the screen as plain text, oldest first. */
  shown(): readonly { readonly title: string; readonly body: string }[];
  /** What a person does to the notification of this title. */
  press(title: string, button: NoticeButton): Promise<void>;
  dismiss(title: string): Promise<void>;
  end(): Promise<void>;
};

export type NotifierAbilities = {
  /** What was shown before under the same key goes when it is shown again. */
  readonly replaces: boolean;
  readonly closes: boolean;
  /** It hears what a person does, and the test can do it. */
  readonly hears: boolean;
};

type Spec = (title: string, run: () => Promise<void>) => void;

const where =
  (able: boolean): Spec =>
  (title, run) => {
    if (able) it(title, run);
  };

/** What every notifier must do. `open` gives a new one with an empty screen; it may need a second or two. */
export function notifierContract(name: string, can: NotifierAbilities, open: () => Promise<NotifierUnderTest>): void {
  describe(`${name} as a notifier`, () => {
    let test: NotifierUnderTest;
    let events: NotifierEvent[];
    beforeEach(async () => {
      test = await open();
      events = [];
      test.notifier.subscribe((event) => events.push(event));
    });
    afterEach(async () => {
      test.notifier.dispose();
      await test.end();
    });
    const titles = (): readonly string[] => test.shown().map((one) => one.title);
    /** In any order: where it replaces, some keep the place and some do not. */
    const sorted = (texts: readonly string[]): string => JSON.stringify([...texts].sort());
    const screenShows = (...wanted: readonly string[]) =>
      eventually(`${sorted(wanted)} on the screen`, () => sorted(titles()) === sorted(wanted) || undefined);
    const heard = (event: NotifierEvent) =>
      eventually(`the event ${JSON.stringify(event)}`, () => events.find((one) => isDeepStrictEqual(one, event)));

    it("says that it works", () => {
      expect(test.notifier.status()).toMatchObject({ health: { kind: "working" }, closes: can.closes });
    });

    it("shows a title and a body as they are", async () => {
      const notice = aNotice({ title: "Major · Sales & <Growth>", body: "late > 3 h & rising\nRespond by 03:12" });
      expect(await test.notifier.show(notice)).toEqual(ok(undefined));
      await screenShows(notice.title);
      expect(test.shown()).toEqual([{ title: notice.title, body: notice.body }]);
    });

    where(can.replaces)("replaces what it showed under the same key, and nothing else", async () => {
      await test.notifier.show(aNotice({ key: "a", title: "first" }));
      await test.notifier.show(aNotice({ key: "b", title: "other" }));
      await test.notifier.show(aNotice({ key: "a", title: "second" }));
      await screenShows("other", "second");
    });

    where(can.replaces)("keeps the order of what is shown at the same time under one key", async () => {
      await Promise.all(["1", "2", "3", "4"].map((title) => test.notifier.show(aNotice({ key: "a", title }))));
      await screenShows("4");
    });

    it("closes what it says it can close, and takes no notice of what is not there", async () => {
      await test.notifier.show(aNotice({ key: "a", title: "first" }));
      await test.notifier.show(aNotice({ key: "b", title: "other" }));
      await test.notifier.close("unknown");
      await test.notifier.close("a");
      await test.notifier.close("a");
      await screenShows(...(can.closes ? ["other"] : ["first", "other"]));
      expect(events).toEqual([]);
    });

    where(can.closes)("closes even what is being shown this moment", async () => {
      const showing = test.notifier.show(aNotice({ key: "a" }));
      const closing = test.notifier.close("a");
      await Promise.all([showing, closing]);
      await screenShows();
    });

    it("shows hostile text as text", async () => {
      for (const [at, text] of hostileTexts.entries()) {
        const notice = aNotice({ key: `hostile/${at}`, title: text, body: text, sticky: false });
        expect(await test.notifier.show(notice), JSON.stringify(text.slice(0, 40))).toEqual(ok(undefined));
        await eventually("the notice", () => test.shown().length === at + 1 || undefined);
        // The part that every service leaves as it is.
        const plain = /^[\x20-\x7e]{0,100}/.exec(text)?.[0] ?? "";
        const shown = test.shown()[at];
        expect([shown?.title.slice(0, plain.length), shown?.body.slice(0, plain.length)]).toEqual([plain, plain]);
      }
    });

    where(can.hears)("tells which button was pressed, of which notice", async () => {
      for (const button of ["acknowledge", "snooze", "open"] as const) {
        await test.notifier.show(aNotice({ key: `key of ${button}`, title: `title of ${button}` }));
        await test.press(`title of ${button}`, button);
        await heard({ kind: "button", notice: `key of ${button}`, button });
      }
      expect(events).toHaveLength(3);
    });

    where(can.hears)("tells that a notice was dismissed", async () => {
      await test.notifier.show(aNotice({ key: "a", title: "first" }));
      await test.notifier.show(aNotice({ key: "b", title: "other" }));
      await test.dismiss("first");
      await heard({ kind: "dismissed", notice: "a" });
      expect(events).toHaveLength(1);
    });

    where(can.hears)("tells nothing to a listener that has left, and lets leaving be repeated", async () => {
      const left: NotifierEvent[] = [];
      const leave = test.notifier.subscribe((event) => left.push(event));
      leave();
      leave();
      await test.notifier.show(aNotice({ key: "a", title: "first" }));
      await test.press("first", "acknowledge");
      await heard({ kind: "button", notice: "a", button: "acknowledge" });
      expect(left).toEqual([]);
    });

    it("leaves on the screen what it showed when it is disposed of, and shows nothing more", async () => {
      await test.notifier.show(aNotice({ key: "a", title: "first" }));
      test.notifier.dispose();
      test.notifier.dispose();
      expect(await test.notifier.show(aNotice({ key: "b", title: "other" }))).toMatchObject({
        ok: false,
        error: { kind: "no-service" },
      });
      await screenShows("first");
    });
  });
}
