import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, onTestFinished } from "vitest";
import type { BatonHost } from "./baton-host.ts";
import { chromiumPath } from "./requires.ts";

/* Baton's window as a person sees it: the host's own page in a real Chromium. */

export type Look = {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  /** The person's own; the machine's where it is absent. */
  readonly zone?: string;
  /** The clock stands still there. */
  readonly at?: Date;
};

/** Chromium's own calls home are off; there is no sandbox because tests may run as root. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What Chromium says of a host that a test has ended. */
const isHostGone = (text: string): boolean => /WebSocket|ERR_CONNECTION_(REFUSED|RESET)/.test(text);

let browser: Promise<Browser> | undefined;

/** One Chromium serves all tests of a file. To be called once, beside the tests. */
export function closeBrowserAfterAll(): void {
  afterAll(async () => {
    await (await browser)?.close();
    browser = undefined;
  });
}

/** Opens Baton's window, which the running test owns. */
export const openWindow = (baton: BatonHost, look: Look = {}): Promise<Page> => openPage(baton.ready().url, look);

/** Opens a page, which the running test owns. A violation of the page's policy, or an exception, fails the test. */
export async function openPage(url: string, look: Look = {}): Promise<Page> {
  const { width = 1280, height = 800, scheme = "light", zone, at } = look;
  const executablePath = chromiumPath();
  browser ??= chromium.launch({ args: flags, ...(executablePath !== undefined && { executablePath }) });
  const context = await (
    await browser
  ).newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
    ...(zone !== undefined && { timezoneId: zone }),
  });
  const faults: string[] = [];
  const page = await context.newPage();
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !isHostGone(message.text())) faults.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    if (faults.length > 0) throw new Error(`the page complained:\n${faults.join("\n")}`);
  });
  if (at !== undefined) await page.clock.setFixedTime(at);
  await page.goto(url);
  return page;
}
