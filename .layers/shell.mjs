import { packages, typeOnly } from "./packages.mjs";

/** What expands a calendar's feed, and the thread that it does it in. */
const expansion = "^electron/providers/ics/expansion(-worker)?\\.ts$";

/** @type {import("dependency-cruiser").IRegularForbiddenRuleType[]} */
export const shell = [
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
