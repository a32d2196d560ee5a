import { everyone, onePlace } from "./.layers/everyone.mjs";
import { npm } from "./.layers/packages.mjs";
import { renderer } from "./.layers/renderer.mjs";
import { shared } from "./.layers/shared.mjs";
import { shell } from "./.layers/shell.mjs";

/*
 * The import law of docs/architecture.md: one rule per sentence, each with its reason. An arrow that no rule forbids is allowed.
 * Types count as imports: whoever needs a type knows of the thing. Where the law says "types", `type-only` imports are let through.
 */

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [...shared, ...shell, ...renderer, ...everyone, onePlace],
  options: {
    doNotFollow: { path: npm },
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
