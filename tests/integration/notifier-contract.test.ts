import type { NotifierUnderTest } from "../ports/notifier.ts";
import type { Notifier } from "../../electron/core/ports.ts";
import { openDbusNotifier } from "../../electron/node/notifiers/dbus-notifier.ts";
import { openNodeNotifier } from "../../electron/node/notifiers/node-notifier-notifier.ts";
import { notifierContract } from "../ports/notifier.ts";
import { describeWith } from "../support/describe-with.ts";
import {
  desktopNeeds,
  startDesktopSession,
  type DesktopSession,
  type DesktopSessionOptions,
} from "../support/desktop-session.ts";
import { buttonLabels } from "../support/notices.ts";

/** A notifier on a desktop session of its own. */
async function onDesktop(
  options: DesktopSessionOptions,
  open: (desktop: DesktopSession) => Promise<Notifier>,
): Promise<NotifierUnderTest> {
  const desktop = await startDesktopSession(options);
  const notifier = await open(desktop);
  return {
    notifier,
    shown: () => desktop.shown().map(({ summary, body }) => ({ title: summary, body: fromMarkup(body) })),
    end: () => desktop.stop(),
    press: (title, button) => desktop.clickButton(buttonLabels[button], title),
    dismiss: (title) => desktop.clickBody(title),
  };
}

const fromMarkup = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const overDbus = ({ env }: DesktopSession): Promise<Notifier> =>
  openDbusNotifier({ env, labels: buttonLabels, log: () => undefined });

const overNotifySend = ({ env }: DesktopSession): Promise<Notifier> => openNodeNotifier({ platform: "linux", env });

describeWith(desktopNeeds, "on a real desktop session", () => {
  notifierContract("D-Bus with xfce4-notifyd", { replaces: true, closes: true, hears: true }, () =>
    onDesktop({ daemon: "xfce4-notifyd" }, overDbus),
  );
  notifierContract("D-Bus with dunst, over an abstract socket", { replaces: true, closes: true, hears: false }, () =>
    onDesktop({ daemon: "dunst", socket: "abstract" }, overDbus),
  );
});

describeWith([...desktopNeeds, "notify-send"], "on a real desktop session", () => {
  notifierContract("notify-send with dunst", { replaces: true, closes: false, hears: false }, () =>
    onDesktop({ daemon: "dunst" }, overNotifySend),
  );
});
