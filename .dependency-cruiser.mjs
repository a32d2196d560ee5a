/*
 * The import law of docs/architecture.md: one rule per sentence, each with its reason. An arrow that no rule forbids is allowed.
 * Types count as imports: whoever needs a type knows of the thing. Where the law says "types", `type-only` imports are let through.
 */

const npm = "(^|/)node_modules/";
const anyPackage = { path: npm };
/** @type {import("dependency-cruiser").DependencyType[]} */
const typeOnly = ["type-only"];

/** Packages that many files may import, because they are the language that those files are written in. */
const everywhere = ["electron", "react", "react-dom", "valibot", "zustand"];

/** What the renderer is made of. */
const screenPackages = [
  "@fontsource-variable",
  "@tanstack",
  "lucide-react",
  "react",
  "react-aria-components",
  "react-dom",
  "uplot",
  "valibot",
  "zustand",
];

/** @param {readonly string[]} names */
const packages = (names) => `${npm}(${names.map((name) => `(@types/)?${name}`).join("|")})/`;

/** What expands a calendar's feed, and the thread that it does it in. */
const expansion = "^electron/providers/ics/expansion(-worker)?\\.ts$";

/** Files of shared/providers/ that list the kinds there are. */
const kindTables = "(sources|calendars|channels)";

/** Folders of shared/ that hold one subject each and know nothing of one another. */
const subjects = "(calendar|handoff|incident|insight|log|paging|runbook|schedule)";

/** @type {import("dependency-cruiser").IRegularForbiddenRuleType[]} */
const shared = [
  {
    name: "shared-knows-no-shell",
    comment: "The core decides and performs nothing, so that it can be replayed, tested and run in either host.",
    severity: "error",
    from: { path: "^shared/" },
    to: { path: "^(electron|renderer|tests|assets)/" },
  },
  {
    name: "shared-has-no-node",
    comment: "What reads a file or a socket is not a decision; both hosts and the renderer run this code.",
    severity: "error",
    from: { path: "^shared/" },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "shared-imports-valibot-only",
    comment: "Each package in the core is one more thing that may read a clock; luxon is fenced in by zoned.ts.",
    severity: "error",
    from: { path: "^shared/", pathNot: "^shared/(time/zoned|team/json-schema|runbook/markdown)\\.ts$" },
    to: { path: npm, pathNot: packages(["valibot"]) },
  },
  {
    name: "zoned-imports-luxon-only",
    comment: "The daylight-saving rule is written once, in shared/time/zoned.ts, over one library.",
    severity: "error",
    from: { path: "^shared/time/zoned\\.ts$" },
    to: { path: npm, pathNot: packages(["luxon"]) },
  },
  {
    name: "json-schema-imports-its-converter-only",
    comment:
      "shared/team/json-schema.ts turns the team's schema into the one that editors read, and does nothing else.",
    severity: "error",
    from: { path: "^shared/team/json-schema\\.ts$" },
    to: { path: npm, pathNot: packages(["valibot", "@valibot/to-json-schema"]) },
  },
  {
    name: "markdown-imports-its-parser-only",
    comment:
      "shared/runbook/markdown.ts turns text into the tree that the rest of the runbooks read, and does nothing else.",
    severity: "error",
    from: { path: "^shared/runbook/markdown\\.ts$" },
    to: {
      path: npm,
      pathNot: packages(["mdast", "mdast-util-from-markdown", "mdast-util-gfm", "micromark-extension-gfm"]),
    },
  },
  {
    name: "time-stands-alone",
    comment: "Time and results are the floor that everything stands on; a floor leans on nothing.",
    severity: "error",
    from: { path: "^shared/(time/|result\\.ts$)" },
    to: { path: "^shared/", pathNot: "^shared/(time/|result\\.ts$)" },
  },
  {
    name: "text-stands-on-time",
    comment: "What cleans, escapes and words text serves every subject and every host; it can know none of them.",
    severity: "error",
    from: { path: "^shared/text/" },
    to: { path: "^shared/", pathNot: "^shared/(text/|time/|result\\.ts$)" },
  },
  {
    name: "team-file-stands-on-time",
    comment: "How a file that people write is read, and what is said of it, does not depend on what it declares.",
    severity: "error",
    from: { path: "^shared/team-file/" },
    to: { path: "^shared/", pathNot: "^shared/(team-file/|text/|time/|result\\.ts$)" },
  },
  {
    name: "declarations-stand-on-the-team-file",
    comment: "What a team may say of a provider is part of the team's vocabulary; it must not know the rest of it.",
    severity: "error",
    from: { path: "^shared/providers/" },
    to: { path: "^shared/", pathNot: "^shared/(providers/|team-file/|time/|(result|wire)\\.ts$)" },
  },
  {
    name: "declarations-never-import-each-other",
    comment:
      "Removing a provider must be the removal of its file and of one line; access.ts has what several of them say.",
    severity: "error",
    from: { path: "^shared/providers/", pathNot: `^shared/providers/${kindTables}\\.ts$` },
    to: { path: "^shared/providers/", pathNot: "^shared/providers/(access|declaration|failure)\\.ts$" },
  },
  {
    name: "team-stands-on-time",
    comment: "The team's declaration is vocabulary for all subjects; it must not know any of them.",
    severity: "error",
    from: { path: "^shared/team/" },
    to: { path: "^shared/", pathNot: "^shared/(team/|providers/|team-file/|text/|time/|result\\.ts$)" },
  },
  {
    name: "words-know-no-behaviour",
    comment: "Words are made of what is said, whoever says it: window, tray, notices and command line alike.",
    severity: "error",
    from: { path: "^shared/words/" },
    to: { path: "^shared/(state|behaviour|app|rpc|kept)/" },
  },
  {
    name: "subjects-meet-in-behaviour",
    comment:
      "Subjects know the words of others, never their rules: what joins two of them is a decision and belongs in a behaviour.",
    severity: "error",
    from: { path: `^shared/${subjects}/` },
    to: {
      path: "^shared/",
      pathNot: "^shared/($1/|team/|team-file/|time/|text/|words/|providers/failure\\.ts$|(result|wire)\\.ts$)",
      dependencyTypesNot: typeOnly,
    },
  },
  {
    name: "subjects-know-no-state",
    comment: "State and events are made of the subjects, so a subject that knows them, even by type, closes a ring.",
    severity: "error",
    from: { path: `^shared/${subjects}/` },
    to: { path: "^shared/(state|behaviour|app|rpc)/" },
  },
  {
    name: "state-knows-no-behaviour",
    comment: "Every behaviour stands on the state; a state that knew one of them would know them all.",
    severity: "error",
    from: { path: "^shared/state/" },
    to: { path: "^shared/(behaviour|app|rpc)/" },
  },
  {
    name: "behaviours-meet-in-state",
    comment:
      "What one subject does reaches another through the state alone, so that either can be read, and taken out, by itself.",
    severity: "error",
    from: { path: "^shared/behaviour/([^/]+)/" },
    to: { path: "^shared/behaviour/", pathNot: "^shared/behaviour/$1/" },
  },
  {
    name: "behaviours-know-no-centre",
    comment: "The centre folds over the features; a feature that knows the centre closes a ring.",
    severity: "error",
    from: { path: "^shared/behaviour/" },
    to: { path: "^shared/(app|rpc)/" },
  },
  {
    name: "app-knows-no-rpc",
    comment: "A decision is the same whoever asked for it and over whichever wire.",
    severity: "error",
    from: { path: "^shared/app/" },
    to: { path: "^shared/rpc/" },
  },
];

/** @type {import("dependency-cruiser").IRegularForbiddenRuleType[]} */
const shell = [
  {
    name: "core-imports-shared-only",
    comment:
      "The runtime reaches the world through ports, so that every adapter can be replaced by one that a test controls.",
    severity: "error",
    from: { path: "^electron/core/" },
    to: { pathNot: ["^(shared|electron/core)/", packages(["valibot"])] },
  },
  {
    name: "providers-import-shared-and-core-types",
    comment:
      "A provider speaks to its service through the ports that it is handed; it is one folder and one line in the registry.",
    severity: "error",
    from: { path: "^electron/providers/", pathNot: expansion },
    to: { pathNot: ["^(shared|electron/(core|providers))/", packages(["valibot"])] },
  },
  {
    name: "feeds-expand-in-a-thread",
    comment:
      "A feed from outside may take two seconds of a thread and not of Baton; that is all of Node that providers know.",
    severity: "error",
    from: { path: expansion },
    to: { pathNot: ["^(shared|electron/(core|providers/ics))/", "^worker_threads$"] },
  },
  {
    name: "providers-take-only-types-from-core",
    comment: "A provider that runs the core's code could drive it; it answers when it is asked.",
    severity: "error",
    from: { path: "^electron/providers/" },
    to: { path: "^electron/core/", dependencyTypesNot: typeOnly },
  },
  {
    name: "providers-never-import-each-other",
    comment: "Removing a provider must be the removal of its folder and of one line; what several need is in reach/.",
    severity: "error",
    from: { path: "^electron/providers/([^/]+)/" },
    to: { path: "^electron/providers/", pathNot: "^electron/providers/($1|reach)/" },
  },
  {
    name: "node-adapters-import-no-host",
    comment: "An adapter on plain Node serves both hosts, so it can know neither, nor what is plugged into it.",
    severity: "error",
    from: { path: "^electron/node/" },
    to: { path: "^(renderer|tests|electron/(?!core/|node/))" },
  },
  {
    name: "node-adapters-take-only-types-from-core",
    comment: "An adapter fulfils a port; it does not run the runtime.",
    severity: "error",
    from: { path: "^electron/node/" },
    to: { path: "^electron/core/", dependencyTypesNot: typeOnly },
  },
  {
    name: "hosts-never-import-each-other",
    comment: "Each host ships alone: what two of them need belongs in core or node.",
    severity: "error",
    from: { path: "^electron/(desktop|browser|cli)/" },
    to: { path: "^electron/(desktop|browser|cli|preload|build)/", pathNot: "^electron/$1/" },
  },
  {
    name: "hosts-import-no-screen",
    comment: "A host serves the built renderer as files; it never runs it.",
    severity: "error",
    from: { path: "^electron/" },
    to: { path: "^(renderer|tests)/" },
  },
  {
    name: "electron-in-desktop-only",
    comment:
      "The browser host and the CLI run where Electron's binary cannot be had; importing the package there throws.",
    severity: "error",
    from: { pathNot: "^electron/(desktop|preload)/" },
    to: { path: `^electron$|${packages(["electron"])}` },
  },
  {
    name: "preload-exposes-and-no-more",
    comment: "The preload runs in the page's process: whatever it can reach, a hostile page may reach.",
    severity: "error",
    from: { path: "^electron/preload/" },
    to: { pathNot: ["^electron/preload/", `^electron$|${packages(["electron"])}`, "^shared/rpc/"] },
  },
  {
    name: "preload-takes-only-types-from-rpc",
    comment: "The contract is enforced by the host and by the renderer; the preload only carries.",
    severity: "error",
    from: { path: "^electron/preload/" },
    to: { path: "^shared/rpc/", dependencyTypesNot: typeOnly },
  },
  {
    name: "build-is-no-part-of-the-app",
    comment: "What builds and starts Baton is not shipped with it.",
    severity: "error",
    from: { pathNot: "^electron/build/" },
    to: { path: "^electron/build/" },
  },
];

/** @type {import("dependency-cruiser").IRegularForbiddenRuleType[]} */
const renderer = [
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
];

/** @type {import("dependency-cruiser").IRegularForbiddenRuleType[]} */
const everyone = [
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
const onePlace = {
  name: "one-home-per-package",
  comment: "A package that one file imports can be replaced by changing one file.",
  severity: "error",
  module: { path: npm, pathNot: packages(everywhere), numberOfDependentsMoreThan: 1 },
  from: { path: "^(shared|renderer|electron/(?!build/))" },
};

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [...shared, ...shell, ...renderer, ...everyone, onePlace],
  options: {
    doNotFollow: anyPackage,
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    cache: { folder: ".cache/dependency-cruiser", strategy: "content" },
  },
};
