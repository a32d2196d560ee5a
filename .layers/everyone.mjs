import { everywhere, npm, packages } from "./packages.mjs";

/** @type {import("dependency-cruiser").IRegularForbiddenRuleType[]} */
export const everyone = [
  {
    name: "no-cycles",
    comment: "Two files that need each other are one file, or three.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "folders-form-no-ring",
    comment: "Two folders that need each other are one folder, or three.",
    severity: "error",
    scope: "folder",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-barrels",
    comment: "An index hides where a thing lives and drags in what nobody asked for.",
    severity: "error",
    from: {},
    to: { path: "(^|/)index\\.[cm]?[jt]sx?$", pathNot: npm },
  },
  {
    name: "no-utils",
    comment: "A file named for nothing collects everything.",
    severity: "error",
    from: {},
    to: { path: "(^|/)(utils?|helpers?|common|misc)(/|\\.[cm]?[jt]sx?$)", pathNot: npm },
  },
  {
    name: "no-unresolved",
    comment: "An import that leads nowhere fails only where it runs.",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "no-undeclared-packages",
    comment: "A package that another one happens to bring may be gone tomorrow.",
    severity: "error",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
];

/** @type {import("dependency-cruiser").IDependentsForbiddenRuleType} */
export const onePlace = {
  name: "one-home-per-package",
  comment: "A package that one file imports can be replaced by changing one file.",
  severity: "error",
  module: { path: npm, pathNot: packages(everywhere), numberOfDependentsMoreThan: 1 },
  from: { path: "^(shared|renderer|electron/(?!build/))" },
};
