import { npm, packages } from "./packages.mjs";

/** What the renderer is made of. */
const screenPackages = [
  "@fontsource-variable",
  "@tanstack",
  "lucide-react",
  "react",
  "react-dom",
  "uplot",
  "valibot",
  "zustand",
];

/** The storeys of the window, each standing on those before it. What is not named here is a subject, and subjects stand on them all. */
const floors = ["transport", "store", "words", "components", "keys", "sound", "markdown"];

/** @type {import("dependency-cruiser").IRegularForbiddenRuleType[]} */
const storeys = [
  ...floors.map((floor, at) => ({
    name: `renderer-${floor}-stands-on-those-below`,
    comment:
      "A storey that leans on one above it falls with it: transport, store, words, components, keys, sound, markdown, subjects, app.",
    severity: /** @type {const} */ ("error"),
    from: { path: `^renderer/${floor}/` },
    to: { path: "^renderer/", pathNot: `^renderer/(${floors.slice(0, at + 1).join("|")})/` },
  })),
  {
    name: "renderer-subjects-know-no-app",
    comment: "The app puts the subjects together; one that knows it closes a ring.",
    severity: "error",
    from: { path: "^renderer/[^/]+/", pathNot: "^renderer/app/" },
    to: { path: "^renderer/app/" },
  },
];

/** @type {import("dependency-cruiser").IRegularForbiddenRuleType[]} */
export const renderer = [
  {
    name: "renderer-imports-shared-only",
    comment:
      "The same screen runs in a sandboxed window and in an ordinary browser; it meets a host through the contract alone.",
    severity: "error",
    from: { path: "^renderer/" },
    to: { path: "^(electron|tests)/" },
  },
  {
    name: "renderer-has-no-node",
    comment: "There is no Node in a sandboxed window or in a browser.",
    severity: "error",
    from: { path: "^renderer/" },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "renderer-imports-screen-packages-only",
    comment:
      "Every kilobyte here is waited for by somebody who was just woken up; a new package is a decision, made in this list.",
    severity: "error",
    from: { path: "^renderer/" },
    to: { path: npm, pathNot: packages(screenPackages) },
  },
  ...storeys,
];
