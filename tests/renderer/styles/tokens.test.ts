import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast, mixed, type Colour } from "../../support/contrast.ts";

/*
 * Themes are looked at by their colours: every pair of text and ground that the styles bring together, in every scheme. What a style
 * uses and no pair names fails the last test, so that a new colour is put into a pair before it is shown.
 */

const css = (path: string): string => readFileSync(path, "utf8").replace(/\/\*[^]*?\*\//g, "");
const tokens = css("renderer/styles/tokens.css");

type Scheme = Readonly<Record<string, string>>;

/** The variables of the rule for `:root` under a media query, or under none. */
function declared(query: string): Scheme {
  const media = query === "" ? "" : `@media ${query} {\n  `;
  const start = tokens.indexOf(`${media}:root {`);
  if (start < 0) throw new Error(`no rule for ${query}`);
  const body = tokens.slice(start + media.length, tokens.indexOf("}", start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

const light = declared("");
const dark = { ...light, ...declared("(prefers-color-scheme: dark)") };
const more = declared("(prefers-contrast: more)");
const moreDark = declared("(prefers-contrast: more) and (prefers-color-scheme: dark)");

const schemes: readonly (readonly [name: string, scheme: Scheme])[] = [
  ["light", light],
  ["dark", dark],
  ["light with more contrast", { ...light, ...more }],
  ["dark with more contrast", { ...dark, ...more, ...moreDark }],
];

const grounds = ["ground", "panel", "raised"] as const;
const severities = ["critical", "major", "minor", "info"] as const;
const washes = ["accent-wash", ...severities.map((severity) => `${severity}-wash`)];

const pairs = (texts: readonly string[], on: readonly string[]) =>
  texts.flatMap((text) => on.map((ground) => [text, ground] as const));

/** Text of any size on what it stands on: 4.5:1, https://www.w3.org/TR/WCAG22/#contrast-minimum */
const readable = [
  ...pairs(["text", "text-soft", "accent", "good", ...severities], grounds),
  ...pairs(["text", "text-soft"], washes),
  ...severities.map((severity) => [severity, `${severity}-wash`] as const),
  ["accent", "accent-wash"] as const,
  ...pairs(["on-accent"], ["accent-fill", "accent-fill-hover"]),
];

/** Edges of controls, and marks without words: 3:1, https://www.w3.org/TR/WCAG22/#non-text-contrast */
const visible = pairs(["line-strong", "accent", "good", ...severities], ["ground", "panel"]);

/** Fills without text of their own, and lines that only part things which are apart anyway. */
const unread = ["line", "line-strong", "text-soft"];

/** The share of the fill's colour in the heat map's fullest cell. */
const hottest = 0.7;

function colour(scheme: Scheme, name: string): Colour {
  const value = scheme[name];
  if (value === undefined || !/^#[0-9a-f]{6}$/.test(value)) throw new Error(`${name} is no colour: ${value ?? ""}`);
  return value as Colour;
}

const below = (least: number, scheme: Scheme, wanted: readonly (readonly [string, string])[]) =>
  wanted
    .map(([text, ground]) => ({ text, ground, ratio: contrast(colour(scheme, text), colour(scheme, ground)) }))
    .filter(({ ratio }) => ratio < least);

test("the ratio is WCAG's", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
});

test.each(schemes)("all text can be read on all that it stands on, %s", (_name, scheme) => {
  expect(below(4.5, scheme, readable)).toEqual([]);
});

test.each(schemes)("the edges of controls and the marks can be seen, %s", (_name, scheme) => {
  expect(below(3, scheme, visible)).toEqual([]);
});

test.each(schemes)("the numbers of the heat map can be read at any heat, %s", (_name, scheme) => {
  const cell = (heat: number) => mixed(colour(scheme, "accent-fill"), colour(scheme, "raised"), heat);
  const ratios = Array.from({ length: 101 }, (_, percent) =>
    contrast(colour(scheme, "text"), cell((percent / 100) * hottest)),
  );
  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
});

test.each(schemes)("an added line can be read on its tint, %s", (_name, scheme) => {
  const tint = mixed(colour(scheme, "good"), colour(scheme, "panel"), 0.12);
  expect(contrast(colour(scheme, "text"), tint)).toBeGreaterThanOrEqual(4.5);
});

test("where the system sets the colours, Baton sets none against them", () => {
  const [, forced = ""] = /@media \(forced-colors: active\) \{([^]*?)\n\}/.exec(css("renderer/styles/base.css")) ?? [];
  expect(forced.match(/:\s*([^;{}]+);/g)?.map((value) => value.slice(2, -1))).toEqual([
    "CanvasText",
    "Canvas",
    "ButtonText",
  ]);
});

test("every colour of a style stands in a pair", () => {
  const styles = globSync("renderer/**/*.css").filter((path) => !/tokens\.css|print\.css/.test(path));
  const used = (property: RegExp): ReadonlySet<string> =>
    new Set(
      styles
        .flatMap((path) => [...css(path).matchAll(property)])
        .flatMap(([, value = ""]) => [...value.matchAll(/var\(--([\w-]+)\)/g)])
        .map(([, name = ""]) => name)
        .filter((name) => name !== "heat"),
    );
  const texts = new Set(readable.map(([text]) => text));
  const fills = new Set([...readable.map(([, ground]) => ground), ...visible.map(([mark]) => mark), ...unread]);
  expect([...used(/(?<![\w-])color:\s*([^;]+);/g)].filter((name) => !texts.has(name))).toEqual([]);
  expect([...used(/background(?:-color|-image)?:\s*([^;]+);/g)].filter((name) => !fills.has(name))).toEqual([]);
});
