import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The folders that the picture names, as paths: each line's own indent says what it lies in. */
function drawn(picture: string): readonly string[] {
  const found: string[] = [];
  const above: string[] = [];
  for (const line of picture.split("\n")) {
    const depth = (line.length - line.trimStart().length) / 2;
    const names = [...line.matchAll(/(?<=^|\s)([a-z-]+)\/(?=\s|$)/g)].map(([, name = ""]) => name);
    for (const name of names) found.push([...above.slice(0, depth), name].join("/"));
    above.length = depth;
    above.push(names[0] ?? "");
  }
  return found;
}

const foldersOf = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(path, entry.name)] : []));

test("the picture of the tree shows the folders that there are, and no other", () => {
  const picture = /## The tree[\s\S]*?```\n([\s\S]*?)```/.exec(readFileSync("docs/architecture.md", "utf8"))?.[1] ?? "";
  const shown = drawn(picture);
  const opened = [
    ...new Set(shown.filter((path) => path.includes("/")).map((path) => path.slice(0, path.lastIndexOf("/")))),
  ];
  expect(opened.toSorted()).toEqual([
    "electron",
    "electron/core",
    "electron/node",
    "electron/providers",
    "renderer",
    "shared",
    "shared/behaviour",
  ]);
  for (const folder of opened) {
    const named = shown.filter((path) => path.slice(0, path.lastIndexOf("/")) === folder);
    expect(named.toSorted()).toEqual(foldersOf(folder).toSorted());
  }
});
