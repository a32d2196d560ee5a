import { Menu, Tray, type MenuItemConstructorOptions, type Rectangle } from "electron";
import { after } from "../../shared/time/instant.ts";
import { second } from "../../shared/time/duration.ts";
import type { IncidentRow } from "../../shared/incident/incident-shape.ts";
import type { Snapshot } from "../../shared/app/snapshot-shape.ts";
import { trayMenu, type TrayAct, type TrayItem } from "../core/words/tray-menu.ts";
import { tooltipChangesWithin, trayTooltip } from "../core/words/tray-words.ts";
import type { Clock, Log } from "../core/ports.ts";
import type { Cancel } from "../core/records.ts";
import { iconName, trayIcon } from "./tray-icon.ts";

export type TrayOptions = {
  readonly clock: Clock;
  readonly platform: NodeJS.Platform;
  /** Where the drawings lie. */
  readonly icons: string;
  readonly log: Log;
};

export type TrayListener = {
  act(act: TrayAct): void;
  /** The icon itself was pressed; `bounds` is empty where the system does not tell. */
  press(bounds: Rectangle): void;
};

export type TrayView = { readonly snapshot: Snapshot; readonly mine: readonly IncidentRow[] };

/** Baton's icon in the tray. It is there before there is anything to show, because whether it can be is a fact for the core. */
export type TrayHandle = { show(view: TrayView): void; listen(listener: TrayListener): void; dispose(): void };

/** Outside macOS a tooltip is a message to another process each time, and nobody watches it for long. */
const slowTooltip = 5 * second;

/** Puts Baton into the tray; undefined where the system refuses it. */
export function openTray(options: TrayOptions): TrayHandle | undefined {
  try {
    return new TrayIcon(options);
  } catch (error) {
    options.log("warning", "there is no tray", { error: error instanceof Error ? error.name : "unknown" });
    return undefined;
  }
}

class TrayIcon implements TrayHandle {
  readonly #options: TrayOptions;
  readonly #tray: Tray;
  #view: TrayView | undefined;
  #icon = "off";
  #words = "";
  #items = "";
  #menu: Electron.Menu | undefined;
  #stopTicking: Cancel | undefined;
  #listener: TrayListener | undefined;

  constructor(options: TrayOptions) {
    this.#options = options;
    this.#tray = new Tray(this.#image());
    this.#tray.setToolTip("Baton");
    this.#tray.on("click", (_event, bounds) => this.#listener?.press(bounds));
    // On macOS a context menu would take the left click from the popover.
    if (options.platform === "darwin") this.#tray.on("right-click", () => this.#tray.popUpContextMenu(this.#menu));
  }

  show(view: TrayView): void {
    this.#view = view;
    this.#showIcon(view);
    this.#showMenu(view);
    this.#showWords(view);
  }

  listen(listener: TrayListener): void {
    this.#listener = listener;
  }

  dispose(): void {
    this.#stopTicking?.();
    this.#tray.destroy();
  }

  #image() {
    return trayIcon(this.#icon, this.#options.icons, this.#options.platform);
  }

  #showIcon({ snapshot }: TrayView): void {
    const icon = iconName(snapshot.tray);
    if (icon === this.#icon) return;
    this.#icon = icon;
    this.#tray.setImage(this.#image());
  }

  /** A menu that is rebuilt while it is open closes under the pointer, so only a change of its words rebuilds it. */
  #showMenu({ snapshot, mine }: TrayView): void {
    const items = trayMenu(snapshot, mine, this.#options.clock.now());
    const content = JSON.stringify(items);
    if (content === this.#items) return;
    this.#items = content;
    this.#menu = Menu.buildFromTemplate(items.map((item) => this.#menuItem(item)));
    if (this.#options.platform !== "darwin") this.#tray.setContextMenu(this.#menu);
  }

  #menuItem(item: TrayItem): MenuItemConstructorOptions {
    if (item.kind === "separator") return { type: "separator" };
    const label = withoutMnemonics(item.label);
    if (item.kind === "words") return { label, enabled: false };
    return { label, click: () => this.#listener?.act(item.act) };
  }

  /** Words that count down are said again in time; those that stand still cost nothing. */
  #showWords({ snapshot }: TrayView): void {
    const { clock, platform } = this.#options;
    const words = trayTooltip(snapshot, clock.now());
    if (words !== this.#words) {
      this.#words = words;
      this.#tray.setToolTip(words);
      if (platform === "darwin") this.#tray.setTitle(words, { fontType: "monospacedDigit" });
    }
    this.#stopTicking?.();
    const within = tooltipChangesWithin(snapshot);
    if (within === undefined) return;
    const pause = platform === "darwin" ? within : Math.max(within, slowTooltip);
    this.#stopTicking = clock.wakeAt(after(clock.now(), pause), () => this.#view && this.#showWords(this.#view));
  }
}

/** A single `&` marks the key that selects an item; text from outside has no say in that. */
const withoutMnemonics = (label: string): string => label.replaceAll("&", "&&");
