import { join } from "node:path";
import { nativeImage, type NativeImage } from "electron";
import type { TraySummary } from "../../shared/app/snapshot-shape.ts";

/** The names of the drawings are those of the states; only triggered counts. */
export function iconName({ state, count }: Pick<TraySummary, "state" | "count">): string {
  if (state !== "triggered" || count < 1) return state;
  return count > 9 ? "triggered-9+" : `triggered-${count}`;
}

/** Sizes in which panels show an icon, px at 1x: macOS' bar leaves room for 22, Linux panels scale what they get. */
const sizes: Readonly<Partial<Record<NodeJS.Platform, number>>> = { darwin: 16, win32: 16 };
const otherwise = 24;

/** The drawing for this system: a template on macOS, which colours it itself, and elsewhere one that is legible on light and dark. */
export function trayIcon(name: string, folder: string, platform: NodeJS.Platform): NativeImage {
  const size = sizes[platform] ?? otherwise;
  if (platform === "darwin") {
    const image = nativeImage.createFromPath(join(folder, "template", `${name}-${size}.png`));
    image.setTemplateImage(true);
    return image;
  }
  const image = nativeImage.createFromPath(join(folder, "colour", `${name}-${size}.png`));
  // Windows at 150 % wants 24 px, and would otherwise blur the 32 px drawing.
  if (platform === "win32") addScale(image, { file: join(folder, "colour", `${name}-24.png`), scaleFactor: 1.5 });
  return image;
}

function addScale(
  image: NativeImage,
  { file, scaleFactor }: { readonly file: string; readonly scaleFactor: number },
): void {
  image.addRepresentation({ scaleFactor, dataURL: nativeImage.createFromPath(file).toDataURL() });
}
