import type { Page } from "@playwright/test";

/* What a hostile text has done to a page: for tests that expect nothing. */

export type Harm = {
  /** Globals that its scripts would have set. */
  readonly ran: readonly string[];
  /** Requests to anywhere but the page's own origin, and data: addresses other than pictures. */
  readonly called: readonly string[];
  /** Addresses that the page or one of its frames went to. */
  readonly left: readonly string[];
  /** Windows that it opened. */
  readonly opened: number;
  /** Elements and attributes that have no business in a text. */
  readonly planted: readonly string[];
};

/** Watches a page from before it loads. The answer tells what was done to it up to then. */
export function watchHarm(page: Page): () => Promise<Harm> {
  const called: string[] = [];
  const left: string[] = [];
  let opened = 0;
  const own = (url: string): boolean => new URL(url).origin === new URL(page.url()).origin;
  page.on("request", (request) => {
    if (
      !/^data:image\/(png|jpeg|gif|webp);/.test(request.url()) &&
      page.url() !== "about:blank" &&
      !own(request.url())
    ) {
      called.push(request.url());
    }
  });
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame() || !own(frame.url())) left.push(frame.url());
  });
  page.context().on("page", () => {
    opened += 1;
  });
  return async () => ({ ...(await inPage(page)), called, left, opened });
}

const inPage = (page: Page): Promise<Pick<Harm, "ran" | "planted">> =>
  page.evaluate(() => {
    const text = [...document.querySelectorAll(".md, .md *")];
    const banned = new Set(
      "SCRIPT IFRAME OBJECT EMBED STYLE LINK META BASE FORM SVG MATH VIDEO AUDIO TEMPLATE PORTAL NOSCRIPT".split(" "),
    );
    const planted = text.flatMap((element) => {
      const icon = element.closest(".md-code > .button, .md-link > svg.svg, svg.svg") !== null;
      const tag = !icon && banned.has(element.tagName.toUpperCase()) ? [element.tagName] : [];
      const attributes = [...element.attributes].flatMap(({ name, value }) =>
        /^on/i.test(name) ||
        ["style", "srcset", "ping", "formaction", "autofocus", "target", "srcdoc", "action"].some(
          (one) => one === name && !element.matches(".md-part, .md > div, td, th"),
        ) ||
        (["href", "src"].includes(name) && !/^(https?:|data:image\/png)/.test(value)) ||
        (name === "id" && ["baton", "location", "document", "fakeHost"].includes(value)) ||
        (name === "name" && value !== "")
          ? [`${element.tagName} ${name}=${value}`]
          : [],
      );
      return [...tag, ...attributes];
    });
    return { ran: Object.keys(globalThis).filter((name) => /^ran\d/.test(name)), planted };
  });
