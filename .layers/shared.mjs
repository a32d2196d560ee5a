import { npm, packages, typeOnly } from "./packages.mjs";

/** Files of shared/providers/ that list the kinds there are. */
const kindTables = "(sources|calendars|channels)";

/** Folders of shared/ that hold one subject each and know nothing of one another. */
const subjects = "(calendar|handoff|incident|insight|log|paging|runbook|schedule|source)";

/** @type {import("dependency-cruiser").IRegularForbiddenRuleType[]} */
export const shared = [
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
    to: { path: "^shared/", pathNot: "^shared/(time/|(result|memoize)\\.ts$)" },
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
      "Removing a provider must be the removal of its file and of one line; access.ts and reach.ts have what several of them say.",
    severity: "error",
    from: { path: "^shared/providers/", pathNot: `^shared/providers/${kindTables}\\.ts$` },
    to: { path: "^shared/providers/", pathNot: "^shared/providers/(access|declaration|failure|reach)\\.ts$" },
  },
  {
    name: "team-stands-on-time",
    comment: "The team's declaration is vocabulary for all subjects; it must not know any of them.",
    severity: "error",
    from: { path: "^shared/team/" },
    to: { path: "^shared/", pathNot: "^shared/(team/|providers/|team-file/|text/|time/|(result|memoize)\\.ts$)" },
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
      pathNot: "^shared/($1/|team/|team-file/|time/|text/|words/|providers/failure\\.ts$|(result|wire|memoize)\\.ts$)",
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
