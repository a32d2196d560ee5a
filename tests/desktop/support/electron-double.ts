import { EventEmitter } from "node:events";
import type {
  App,
  ContextBridge,
  Dialog,
  Display,
  GlobalShortcut,
  HandlerDetails,
  IpcMainInvokeEvent,
  IpcRenderer,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NotificationConstructorOptions,
  OnBeforeRequestListenerDetails,
  OpenDialogOptions,
  Rectangle,
  SafeStorage,
  Screen,
  Settings,
  Shell,
  BrowserWindowConstructorOptions,
  CustomScheme,
  WebContentsWillFrameNavigateEventParams,
} from "electron";

/*
 * Electron without Electron: what electron/desktop uses of its API, with state that a test can see and set. The desktop suites
 * resolve `electron` to this file. Each part is checked against Electron's own types, so that a call that would not compile
 * or a name that does not exist there does not exist here either.
 */

/** Everything that a test may set or look at beside the API itself. */
type World = {
  lock: "free" | "held";
  isPackaged: boolean;
  sandbox: "on" | "off";
  userModelId: string;
  paths: Map<string, string>;
  exits: number[];
  schemes: CustomScheme[];
  loginItem: Settings | undefined;
  dockBounces: number;
  beeps: number;
  opened: string[];
  openFails: boolean;
  /** Undefined is Electron's own. */
  appMenu: Menu | null | undefined;
  shortcuts: Map<string, () => void>;
  shortcutsTaken: boolean;
  keyring: ReturnType<SafeStorage["getSelectedStorageBackend"]> | "absent";
  /** Names the key that the keyring seals with. */
  keyringKey: string;
  displays: Pick<Display, "workArea" | "bounds">[];
  pointer: { x: number; y: number };
  chosenFile: string | undefined;
  messages: MessageBoxOptions[];
  trays: Tray[];
  trayFails: boolean;
  windows: BrowserWindow[];
  notifications: Notification[];
  notificationsSupported: boolean;
  /** How the system answers `show`. */
  notificationAnswer: "show" | "failed" | "silence";
  handlers: Map<string, (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown>;
  exposed: Map<string, unknown>;
  /** What the preload's side hears and says. */
  invoked: unknown[][];
};

const freshWorld = (): World => ({
  lock: "free",
  isPackaged: true,
  sandbox: "off",
  userModelId: "",
  paths: new Map(),
  exits: [],
  schemes: [],
  loginItem: undefined,
  dockBounces: 0,
  beeps: 0,
  opened: [],
  openFails: false,
  appMenu: undefined,
  shortcuts: new Map(),
  shortcutsTaken: false,
  keyring: "gnome_libsecret",
  keyringKey: "one",
  displays: [
    { bounds: { x: 0, y: 0, width: 1920, height: 1080 }, workArea: { x: 0, y: 32, width: 1920, height: 1048 } },
  ],
  pointer: { x: 0, y: 0 },
  chosenFile: undefined,
  messages: [],
  trays: [],
  trayFails: false,
  windows: [],
  notifications: [],
  notificationsSupported: true,
  notificationAnswer: "show",
  handlers: new Map(),
  exposed: new Map(),
  invoked: [],
});

export const world: World = freshWorld();

/** Begins a new Electron; to be called before each test. */
export function resetElectron(): void {
  Object.assign(world, freshWorld());
  for (const emitter of [app, powerMonitor, ipcRenderer, nativeTheme]) emitter.removeAllListeners();
  for (const one of sessions.values()) one.removeAllListeners();
  sessions.clear();
}

/** An event whose default a listener may prevent. */
export const preventable = () => ({
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true;
  },
});

type AppApi = Pick<
  App,
  | "requestSingleInstanceLock"
  | "whenReady"
  | "enableSandbox"
  | "setAppUserModelId"
  | "setPath"
  | "getVersion"
  | "setLoginItemSettings"
  | "quit"
  | "exit"
  | "isPackaged"
>;

class AppDouble extends EventEmitter implements AppApi {
  readonly dock = {
    bounce(_type?: "critical" | "informational") {
      world.dockBounces += 1;
      return 1;
    },
  } satisfies Pick<NonNullable<App["dock"]>, "bounce">;

  get isPackaged(): boolean {
    return world.isPackaged;
  }

  requestSingleInstanceLock(): boolean {
    return world.lock === "free";
  }

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  enableSandbox(): void {
    world.sandbox = "on";
  }

  setAppUserModelId(id: string): void {
    world.userModelId = id;
  }

  setPath(name: string, path: string): void {
    world.paths.set(name, path);
  }

  getVersion(): string {
    return "1.2.3";
  }

  setLoginItemSettings(settings: Settings): void {
    world.loginItem = settings;
  }

  /** As Electron does it: asks once, and ends unless a listener says no. */
  quit(): void {
    const event = preventable();
    this.emit("before-quit", event);
    if (!event.defaultPrevented) this.exit(0);
  }

  exit(code = 0): void {
    world.exits.push(code);
  }
}

export const app = new AppDouble();

export const powerMonitor = new EventEmitter();

export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false });

export const protocol = {
  registerSchemesAsPrivileged(schemes: CustomScheme[]) {
    world.schemes.push(...schemes);
  },
} satisfies Pick<Electron.Protocol, "registerSchemesAsPrivileged">;

type PermissionRequest = NonNullable<Parameters<Electron.Session["setPermissionRequestHandler"]>[0]>;
type PermissionCheck = NonNullable<Parameters<Electron.Session["setPermissionCheckHandler"]>[0]>;
type BeforeRequest = (
  details: Pick<OnBeforeRequestListenerDetails, "url">,
  answer: (response: Electron.CallbackResponse) => void,
) => void;

/** One session, with what was set on it. */
export class SessionDouble extends EventEmitter {
  permissionRequest: PermissionRequest | undefined;
  permissionCheck: PermissionCheck | undefined;
  deviceCheck: (() => boolean) | undefined;
  beforeRequest: BeforeRequest | undefined;
  spellChecker: "on" | "off" = "on";
  readonly schemes = new Map<string, (request: Request) => Promise<Response> | Response>();

  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response> | Response): void => {
      this.schemes.set(scheme, handler);
    },
  } satisfies Pick<Electron.Protocol, "handle">;
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.beforeRequest = listener;
    },
  };

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.permissionRequest = handler ?? undefined;
  }

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.permissionCheck = handler ?? undefined;
  }

  setDevicePermissionHandler(handler: (() => boolean) | null): void {
    this.deviceCheck = handler ?? undefined;
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.spellChecker = enable ? "on" : "off";
  }
}

const sessions = new Map<string, SessionDouble>();

export const session = {
  defaultSession: { resolveProxy: (_url: string) => Promise.resolve("DIRECT") },
  fromPartition(name: string) {
    const known = sessions.get(name) ?? new SessionDouble();
    sessions.set(name, known);
    return known;
  },
};

/** A page. A test plays its part with `ask` and looks at what it was sent in `heard`. */
export class WebContents extends EventEmitter {
  readonly mainFrame = { url: "" };
  readonly heard: { readonly channel: string; readonly args: readonly unknown[] }[] = [];
  reloads = 0;
  kills = 0;
  devTools: "open" | "closed" = "closed";
  openHandler: ((details: HandlerDetails) => Electron.WindowOpenHandlerResponse) | undefined;
  #destroyed = false;

  send(channel: string, ...args: unknown[]): void {
    // What cannot be cloned cannot be sent.
    this.heard.push({ channel, args: structuredClone(args) });
  }

  reload(): void {
    this.reloads += 1;
  }

  forcefullyCrashRenderer(): void {
    this.kills += 1;
    this.emit("render-process-gone", {}, { reason: "killed", exitCode: 9 });
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => Electron.WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }

  isDevToolsOpened(): boolean {
    return this.devTools === "open";
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  destroy(): void {
    this.#destroyed = true;
    this.emit("destroyed");
  }

  /** As the preload does; `from` stands for another frame of the same page. */
  async ask(command: unknown, input: unknown = {}, from: { url: string } | null = this.mainFrame): Promise<unknown> {
    const handler = world.handlers.get("baton:request");
    if (!handler) throw new Error("nobody handles baton:request");
    const event: object = { type: "frame", sender: this, senderFrame: from };
    return handler(event as IpcMainInvokeEvent, command, structuredClone(input));
  }

  /** Pushes as the page hears them. */
  pushes(): readonly { readonly push: unknown; readonly payload: unknown }[] {
    return this.heard
      .filter(({ channel }) => channel === "baton:push")
      .map(({ args: [push, payload] }) => ({ push, payload }));
  }
}

type WindowApi = Pick<
  Electron.BrowserWindow,
  | "loadURL"
  | "show"
  | "hide"
  | "focus"
  | "minimize"
  | "maximize"
  | "restore"
  | "destroy"
  | "close"
  | "isVisible"
  | "isMinimized"
  | "isMaximized"
  | "isDestroyed"
  | "getNormalBounds"
  | "flashFrame"
>;

export class BrowserWindow extends EventEmitter implements WindowApi {
  readonly webContents = new WebContents();
  readonly options: BrowserWindowConstructorOptions;
  bounds: Rectangle;
  state: "hidden" | "shown" | "minimized" | "destroyed" = "hidden";
  flashes = 0;
  #maximized = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    world.windows.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
  }

  show(): void {
    this.state = "shown";
  }

  hide(): void {
    this.state = "hidden";
  }

  focus(): void {
    this.emit("focus");
  }

  minimize(): void {
    this.state = "minimized";
  }

  restore(): void {
    this.state = "shown";
  }

  maximize(): void {
    this.#maximized = true;
  }

  close(): void {
    const event = preventable();
    this.emit("close", event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    this.state = "destroyed";
    this.webContents.destroy();
    this.emit("closed");
    if (world.windows.every((window) => window.isDestroyed())) app.emit("window-all-closed");
  }

  setBounds(bounds: Rectangle): void {
    this.bounds = bounds;
  }

  getNormalBounds(): Rectangle {
    return this.bounds;
  }

  flashFrame(flag: boolean): void {
    this.flashes += flag ? 1 : 0;
  }

  isVisible(): boolean {
    return this.state === "shown";
  }

  isMinimized(): boolean {
    return this.state === "minimized";
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  isDestroyed(): boolean {
    return this.state === "destroyed";
  }
}

/** A menu as it was built. */
export class Menu {
  readonly items: readonly MenuItemConstructorOptions[];

  constructor(items: readonly MenuItemConstructorOptions[]) {
    this.items = items;
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu | null): void {
    world.appMenu = menu;
  }

  /** What a person reads, from top to bottom; "-" is a separator. */
  labels(): readonly string[] {
    return this.items.map((item) => (item.type === "separator" ? "-" : (item.label ?? "")));
  }

  /** A person presses the item of this label. */
  press(label: string): void {
    const item = this.items.find((one) => one.label === label);
    if (!item?.click) throw new Error(`no item ${label} to press`);
    const click: (...details: never[]) => void = item.click;
    click();
  }
}

export class NativeImageDouble implements Pick<
  Electron.NativeImage,
  "setTemplateImage" | "addRepresentation" | "toDataURL"
> {
  readonly path: string;
  readonly scales: number[] = [];
  kind: "template" | "colour" = "colour";

  constructor(path: string) {
    this.path = path;
  }

  setTemplateImage(option: boolean): void {
    this.kind = option ? "template" : "colour";
  }

  addRepresentation({ scaleFactor = 1 }: Electron.AddRepresentationOptions): void {
    this.scales.push(scaleFactor);
  }

  toDataURL(): string {
    return `data:image/png;name=${this.path}`;
  }
}

export const nativeImage = { createFromPath: (path: string) => new NativeImageDouble(path) };

type TrayApi = Pick<Electron.Tray, "setToolTip" | "setTitle" | "destroy">;

export class Tray extends EventEmitter implements TrayApi {
  image: NativeImageDouble;
  tooltip = "";
  title = "";
  menu: Menu | undefined;
  /** How often each was set. */
  readonly counts = { image: 0, tooltip: 0, menu: 0 };
  readonly popups: Menu[] = [];
  state: "shown" | "destroyed" = "shown";

  constructor(image: NativeImageDouble) {
    super();
    if (world.trayFails) throw new Error("no tray");
    this.image = image;
    world.trays.push(this);
  }

  setImage(image: NativeImageDouble): void {
    this.image = image;
    this.counts.image += 1;
  }

  setToolTip(toolTip: string): void {
    this.tooltip = toolTip;
    this.counts.tooltip += 1;
  }

  setTitle(title: string, _options?: Electron.TitleOptions): void {
    this.title = title;
  }

  setContextMenu(menu: Menu | null): void {
    this.menu = menu ?? undefined;
    this.counts.menu += 1;
  }

  popUpContextMenu(menu?: Menu): void {
    if (menu) this.popups.push(menu);
  }

  destroy(): void {
    this.state = "destroyed";
  }
}

export class Notification extends EventEmitter implements Pick<Electron.Notification, "show" | "close"> {
  readonly options: NotificationConstructorOptions;
  state: "made" | "shown" | "closed" = "made";

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.options = options;
    world.notifications.push(this);
  }

  static isSupported(): boolean {
    return world.notificationsSupported;
  }

  show(): void {
    if (world.notificationAnswer === "show") {
      this.state = "shown";
      queueMicrotask(() => this.emit("show", {}));
    }
    if (world.notificationAnswer === "failed") queueMicrotask(() => this.emit("failed", {}, "not allowed"));
  }

  close(): void {
    if (this.state !== "shown") return;
    this.state = "closed";
    this.emit("close", {});
  }

  /** A person presses the button of this label: the system then takes the notification away. */
  press(label: string): void {
    const index = (this.options.actions ?? []).findIndex(({ text }) => text === label);
    if (index < 0) throw new Error(`no button ${label}`);
    this.emit("action", {}, index, -1);
    this.close();
  }
}

export const ipcMain = {
  handle(channel: string, listener: (event: IpcMainInvokeEvent, ...args: never[]) => unknown) {
    if (world.handlers.has(channel)) throw new Error(`a second handler for ${channel}`);
    world.handlers.set(channel, listener as (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown);
  },
  removeHandler(channel: string) {
    world.handlers.delete(channel);
  },
} satisfies Pick<Electron.IpcMain, "handle" | "removeHandler">;

export const ipcRenderer = Object.assign(new EventEmitter(), {
  async invoke(...args: unknown[]) {
    world.invoked.push(args);
    return "reply";
  },
} satisfies Pick<IpcRenderer, "invoke">);

export const contextBridge = {
  exposeInMainWorld(key: string, api: unknown) {
    world.exposed.set(key, api);
  },
} satisfies Pick<ContextBridge, "exposeInMainWorld">;

export const shell = {
  async openExternal(url: string) {
    if (world.openFails) throw new Error("no program");
    world.opened.push(url);
  },
  beep() {
    world.beeps += 1;
  },
} satisfies Pick<Shell, "openExternal" | "beep">;

export const globalShortcut = {
  register(accelerator: string, callback: () => void) {
    if (world.shortcutsTaken) return false;
    world.shortcuts.set(accelerator, callback);
    return true;
  },
  unregister(accelerator: string) {
    world.shortcuts.delete(accelerator);
  },
  unregisterAll() {
    world.shortcuts.clear();
  },
} satisfies Pick<GlobalShortcut, "register" | "unregister" | "unregisterAll">;

const reversed = (text: string): string => text.split("").reverse().join("");

/** Seals by writing the key's name before the text, backwards: enough to see that what is kept is not what was given. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => world.keyring !== "absent",
  getSelectedStorageBackend: () => (world.keyring === "absent" ? "unknown" : world.keyring),
  encryptStringAsync: async (text: string) => Buffer.from(`${world.keyringKey}:${reversed(text)}`),
  async decryptStringAsync(sealed: Buffer) {
    const [key, text = ""] = sealed.toString().split(":");
    if (key !== world.keyringKey) throw new Error("another key");
    return { result: reversed(text), shouldReEncrypt: false };
  },
} satisfies Pick<
  SafeStorage,
  "isAsyncEncryptionAvailable" | "getSelectedStorageBackend" | "encryptStringAsync" | "decryptStringAsync"
>;

export const screen = {
  getCursorScreenPoint: () => world.pointer,
  getAllDisplays: () => world.displays,
  getPrimaryDisplay: () => firstDisplay(),
  getDisplayMatching: ({ x, y }: Rectangle) =>
    world.displays.find(
      ({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height,
    ) ?? firstDisplay(),
} satisfies {
  readonly [
    K in keyof Pick<Screen, "getCursorScreenPoint" | "getAllDisplays" | "getPrimaryDisplay" | "getDisplayMatching">
  ]: unknown;
};

function firstDisplay(): Pick<Display, "workArea" | "bounds"> {
  const [first] = world.displays;
  if (!first) throw new Error("no display");
  return first;
}

export const dialog = {
  async showOpenDialog(..._args: [unknown, OpenDialogOptions?]) {
    const { chosenFile } = world;
    return { canceled: chosenFile === undefined, filePaths: chosenFile === undefined ? [] : [chosenFile] };
  },
  async showMessageBox(...args: [unknown, MessageBoxOptions?]) {
    world.messages.push((args[1] ?? args[0]) as MessageBoxOptions);
    return { response: 0, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string) {
    world.messages.push({ message: title, detail: content });
  },
} satisfies { readonly [K in keyof Pick<Dialog, "showOpenDialog" | "showMessageBox" | "showErrorBox">]: unknown };

/** What a page's attempt to go somewhere looks like to a listener. */
export const navigation = (
  url: string,
): ReturnType<typeof preventable> & Pick<WebContentsWillFrameNavigateEventParams, "url"> => ({
  ...preventable(),
  url,
});
