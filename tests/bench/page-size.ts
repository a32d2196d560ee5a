import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Bench } from "./bench.ts";
import { absolute } from "./figure.ts";

const page = new URL("../../dist/renderer/index.html", import.meta.url);

/** What a browser must load before the first view: the page with its scripts and styles, compressed. Fonts show when they come. */
export const pageSize: Bench = {
  name: "page-size",
  needs: [],
  async run() {
    const files = neededFrom(page);
    const gzipped = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(new URL(file)), { level: 9 }).length,
      0,
    );
    const fonts = fontsOf(files).reduce((sum, file) => sum + readFileSync(file).length, 0);
    return [
      absolute({ name: "page-size", value: gzipped / 1000, unit: "kB" }, 180),
      absolute({ name: "page-fonts", value: fonts / 1000, unit: "kB" }),
    ];
  },
};

/** The page, what it names, and what that imports in turn; dynamic imports are what waits. */
function neededFrom(html: URL): ReadonlySet<string> {
  const needed = new Set([html.href]);
  for (const href of needed) {
    const file = new URL(href);
    if (file.pathname.endsWith(".css")) continue;
    const text = readFileSync(file, "utf8");
    const pattern = file.pathname.endsWith(".html")
      ? /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g
      : /\b(?:from|import)\s*"(\.[^"]+\.js)"/g;
    for (const [, name = ""] of text.matchAll(pattern)) needed.add(new URL(name, file).href);
  }
  return needed;
}

/** The font files that the styles name: a browser loads those whose characters it shows. */
function fontsOf(files: ReadonlySet<string>): readonly URL[] {
  return [...files]
    .filter((href) => href.endsWith(".css"))
    .flatMap((href) =>
      [...readFileSync(new URL(href), "utf8").matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map(
        ([, name = ""]) => new URL(name, href),
      ),
    );
}
