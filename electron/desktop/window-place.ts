import * as v from "valibot";

/** Screen coordinates in device-independent pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Size = Pick<Box, "width" | "height">;

const whole = v.pipe(v.number(), v.safeInteger());
const placeSchema = v.object({ x: whole, y: whole, width: whole, height: whole, maximized: v.boolean() });

/** Where the console stood when it was closed. */
export type WindowPlace = Readonly<v.InferOutput<typeof placeSchema>>;

/** Space between the popover and the tray or the edge. */
const gap = 8;
/** As much of a title bar as a hand needs to take a window by. */
const grip = 64;

/** A kept place, if it is one and a display that is there now shows enough of it to be taken hold of. */
export function readPlace(document: unknown, workAreas: readonly Box[]): WindowPlace | undefined {
  const parsed = v.safeParse(placeSchema, document);
  if (!parsed.success) return undefined;
  const place = parsed.output;
  return workAreas.some((area) => isReachable(place, area)) ? place : undefined;
}

function isReachable(place: Box, area: Box): boolean {
  const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  const topIsInside = place.y >= area.y && place.y <= area.y + area.height - grip;
  return width >= grip && topIsInside;
}

/**
 * Where the popover goes: centred on the tray, below it in the upper half of the display and above it in the lower one, and
 * wholly within the work area.
 */
export function placeBeside(anchor: Box, size: Size, workArea: Box): Box {
  const width = Math.min(size.width, workArea.width - 2 * gap);
  const height = Math.min(size.height, workArea.height - 2 * gap);
  const middle = { x: anchor.x + anchor.width / 2, y: anchor.y + anchor.height / 2 };
  const isAtTop = middle.y < workArea.y + workArea.height / 2;
  return {
    x: between(middle.x - width / 2, workArea.x + gap, workArea.x + workArea.width - width - gap),
    y: between(
      isAtTop ? anchor.y + anchor.height + gap : anchor.y - height - gap,
      workArea.y + gap,
      workArea.y + workArea.height - height - gap,
    ),
    width,
    height,
  };
}

const between = (value: number, least: number, most: number): number =>
  Math.round(Math.max(least, Math.min(most, value)));
