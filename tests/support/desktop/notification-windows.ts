import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { eventually } from "../eventually.ts";
import type { ShownNotification } from "./notifications-seen.ts";

/*
 * The windows of xfce4-notifyd 0.7. Each notification has one, made when it is first shown and kept when it is replaced, so that the
 * windows in the order of their ids are the notifications in the order of theirs. The buttons stand in one row of equal
 * widths along the lower edge, in the order of the actions.
 */

const run = promisify(execFile);

type Env = Readonly<Record<string, string>>;
export type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const title = "^xfce4-notifyd$";
/** Of the theme "Default", in pixels. */
const margin = 14;
const spacing = 7;
const buttonHeight = 34;
/** Where no notification is. */
const corner = ["2", "2"];

/** Where a notification is on the screen, once it holds still. */
export function notificationPlace(env: Env, shown: () => readonly ShownNotification[], id: number): Promise<Place> {
  return eventually(`the window of notification ${id}`, () => windowOf(env, shown(), id));
}

/** Clicks a button of a notification, as a hand does. */
export async function clickNotificationButton(
  env: Env,
  shown: () => readonly ShownNotification[],
  target: { readonly id: number; readonly label: string },
): Promise<void> {
  const place = await notificationPlace(env, shown, target.id);
  const actions = shown().find((one) => one.id === target.id)?.actions ?? [];
  const at = actions.findIndex((action) => action.label === target.label);
  if (at < 0) throw new Error(`no button "${target.label}" among ${actions.map((action) => action.label).join(", ")}`);
  await click(env, buttonCentre(place, { at, count: actions.length }));
}

/** Clicks the notification beside its buttons. */
export async function clickNotificationBody(
  env: Env,
  shown: () => readonly ShownNotification[],
  id: number,
): Promise<void> {
  const place = await notificationPlace(env, shown, id);
  await click(env, { x: place.x + place.width - margin, y: place.y + margin });
}

function buttonCentre(place: Place, { at, count }: { readonly at: number; readonly count: number }) {
  const width = (place.width - 2 * margin - (count - 1) * spacing) / count;
  return {
    x: Math.round(place.x + margin + at * (width + spacing) + width / 2),
    y: Math.round(place.y + place.height - margin - buttonHeight / 2),
  };
}

async function click(env: Env, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  await run("xdotool", ["mousemove", String(x), String(y), "click", "1"], { env });
  // A pointer that stays would hold the next notification open.
  await run("xdotool", ["mousemove", ...corner], { env });
}

/** Undefined while the windows are not yet those of the notifications, or still move. */
async function windowOf(env: Env, shown: readonly ShownNotification[], id: number): Promise<Place | undefined> {
  const windows = await places(env);
  const again = await places(env);
  const at = shown.findIndex((one) => one.id === id);
  if (windows.length !== shown.length || JSON.stringify(windows) !== JSON.stringify(again)) return undefined;
  return windows[at];
}

async function places(env: Env): Promise<readonly Place[]> {
  const found = await run("xdotool", ["search", "--onlyvisible", "--name", title], { env }).catch(noWindow);
  const ids = found.stdout.trim().split("\n").filter(Boolean).map(Number);
  return Promise.all(ids.sort((a, b) => a - b).map((id) => placeOf(env, id)));
}

/** xdotool ends with 1 where it found none. */
function noWindow(error: { readonly code?: unknown }): { readonly stdout: string } {
  if (error.code === 1) return { stdout: "" };
  throw error as Error;
}

async function placeOf(env: Env, id: number): Promise<Place> {
  const { stdout } = await run("xdotool", ["getwindowgeometry", "--shell", String(id)], { env });
  const value = (name: string): number => Number(new RegExp(`^${name}=(-?\\d+)$`, "m").exec(stdout)?.[1]);
  return { x: value("X"), y: value("Y"), width: value("WIDTH"), height: value("HEIGHT") };
}
