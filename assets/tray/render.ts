import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { chromiumPath } from "../../tests/support/requires.ts";

/*
 * Draws png/ from the SVG files beside this one: `node assets/tray/render.ts`, after a change of a drawing. The result is
 * committed, so that neither a build nor a start needs a browser. Names: <state>[-<count>]-<size>[@2x].png.
 */

type Drawing = { readonly name: string; readonly svg: string };
type Look = { readonly folder: string; readonly sizes: readonly number[]; readonly paint: (svg: string) => string };

const here = new URL(".", import.meta.url);
const target = new URL("png/", here);
const counts = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "9+"];

const looks: readonly Look[] = [
  // Colours between 3:1 on white and 3:1 on #1e1e1e: one drawing for light and dark panels.
  { folder: "colour", sizes: [16, 22, 24, 32], paint: (svg) => svg },
  // macOS takes the alpha channel and chooses the colour.
  {
    folder: "template",
    sizes: [16, 22],
    paint: (svg) => svg.replace(/ color="#[0-9a-f]{6}"/, ' color="#000000"').replace(/<circle data-ground[^>]*>/, ""),
  },
];

/** One drawing per file, and one per count where a file has marks for counts. */
function drawings(): readonly Drawing[] {
  const files = readdirSync(here).filter((name) => name.endsWith(".svg"));
  return files.flatMap((file) => {
    const svg = readFileSync(new URL(file, here), "utf8");
    const name = file.slice(0, -".svg".length);
    const counted = svg.includes("data-count")
      ? counts.map((count) => ({ name: `${name}-${count}`, svg: showing(svg, count) }))
      : [];
    return [{ name, svg }, ...counted];
  });
}

/** Shows the mark of `count` in place of the one without a count. */
const showing = (svg: string, count: string): string =>
  svg
    .replace('data-count="0"', 'data-count="0" display="none"')
    .replace(`data-count="${count}" display="none"`, `data-count="${count}"`);

const executablePath = chromiumPath();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const page = await browser.newPage();

async function draw(svg: string, pixels: number): Promise<Buffer> {
  const url = await page.evaluate(
    async ({ svg, pixels }) => {
      const image = new Image(pixels, pixels);
      image.src = `data:image/svg+xml,${encodeURIComponent(svg.replace("<svg ", `<svg width="${pixels}" height="${pixels}" `))}`;
      await image.decode();
      const canvas = new OffscreenCanvas(pixels, pixels);
      canvas.getContext("2d")?.drawImage(image, 0, 0, pixels, pixels);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
      return btoa(String.fromCharCode(...bytes));
    },
    { svg, pixels },
  );
  return Buffer.from(url, "base64");
}

rmSync(target, { recursive: true, force: true });
for (const look of looks) {
  const folder = new URL(`${look.folder}/`, target);
  mkdirSync(folder, { recursive: true });
  for (const { name, svg } of drawings()) {
    for (const size of look.sizes) {
      writeFileSync(new URL(`${name}-${size}.png`, folder), await draw(look.paint(svg), size));
      writeFileSync(new URL(`${name}-${size}@2x.png`, folder), await draw(look.paint(svg), size * 2));
    }
  }
}
await browser.close();
