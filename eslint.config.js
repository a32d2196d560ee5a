import eslint from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/*
 * Types are checked by tsc, layers by dependency-cruiser, layout by Prettier. What is left for lint: promises nobody waits
 * for, code that cannot be what its author meant, the purity of shared/, and the few habits that a machine can see.
 */

const noDefaultExport = {
  selector: "ExportDefaultDeclaration, ExportSpecifier[exported.name='default']",
  message: "No default exports: a thing has one name, wherever it is imported.",
};

const noBarrel = {
  selector: "ExportAllDeclaration",
  message: "No barrels: import a thing from the file that defines it.",
};

const noMachineName = {
  selector: "Literal[value=/^\\u002f(root|home|work|Users)\\u002f/]",
  message: "No path of one machine in the repository.",
};

const impureSyntax = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "new Date() reads the clock. shared/ is pure: the instant comes in with the event.",
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: "Date() reads the clock. shared/ is pure: the instant comes in with the event.",
  },
];

const impureProperties = [
  { object: "Date", property: "now", message: "shared/ is pure: the instant comes in with the event." },
  { object: "Math", property: "random", message: "shared/ is pure: the roll comes in with the event." },
  { object: "DateTime", property: "now", message: "shared/ is pure: the instant comes in with the event." },
  {
    object: "DateTime",
    property: "utc",
    message: "Without arguments it reads the clock: build from an instant instead.",
  },
  { object: "DateTime", property: "local", message: "It reads the clock and the machine's zone: name the zone." },
];

const impureGlobals = [
  "performance",
  "crypto",
  "process",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "fetch",
  "Temporal",
].map((name) => ({ name, message: "shared/ is pure: no clock, randomness, timers, process or network." }));

const impureModules = {
  patterns: [{ group: ["node:*", "crypto", "fs", "os"], message: "shared/ is pure: no Node API." }],
};

export default defineConfig(
  { ignores: [".cache/", "dist/", "release/", "test-results/", "playwright-report/", "docs/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true } },

  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Names with a leading underscore are there for their position.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Numbers in sentences are what templates are for.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // `ScheduleId | "working-hours"` tells a reader more than `string`.
      "@typescript-eslint/no-redundant-type-constituents": "off",
      // An async adapter of a synchronous thing is how a port is met.
      "@typescript-eslint/require-await": "off",
      // tsc knows which names each runtime has.
      "no-undef": "off",
      // noPropertyAccessFromIndexSignature wants the brackets that this rule takes away.
      "@typescript-eslint/dot-notation": "off",
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines": ["warn", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 3],
      "no-console": "error",
      "no-restricted-syntax": ["error", noDefaultExport, noBarrel, noMachineName],
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },

  {
    name: "baton/shared-is-pure",
    files: ["shared/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...impureGlobals],
      "no-restricted-imports": ["error", impureModules],
      "no-restricted-properties": ["error", ...impureProperties],
      "no-restricted-syntax": ["error", noDefaultExport, noBarrel, noMachineName, ...impureSyntax],
    },
  },

  {
    name: "baton/renderer",
    files: ["renderer/**/*.{ts,tsx}"],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat["recommended-latest"]],
    // It warns of what React's compiler leaves out, and there is no compiler here.
    rules: {
      "react-hooks/incompatible-library": "off",
      // What scrolls must be reachable by keyboard, and says what it is (axe: scrollable-region-focusable).
      "jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["group", "tabpanel"], tags: [] }],
      // A person's role on a schedule is a property of ours, and no element's.
      "jsx-a11y/aria-role": ["error", { ignoreNonDOM: true }],
    },
  },

  {
    name: "baton/terminal",
    files: [
      "electron/cli/**",
      "electron/{browser,desktop}/main.ts",
      "electron/build/**",
      "tests/run.js",
      "assets/**/*.ts",
      "tests/bench/**",
    ],
    rules: { "no-console": "off" },
  },

  {
    name: "baton/tests",
    files: ["tests/**"],
    rules: {
      // A test that looks at a method of a double does not call it.
      "@typescript-eslint/unbound-method": "off",
      // In a test an absent item is a failure, and the runner shows where.
      "@typescript-eslint/no-non-null-assertion": "off",
      "max-lines": "off",
    },
  },

  {
    name: "baton/tool-configs",
    files: ["*.config.js", "*.config.ts", "tests/**/*.config.ts", ".dependency-cruiser.mjs", ".layers/*.mjs"],
    rules: { "no-restricted-syntax": ["error", noBarrel] },
  },
  // Made of plugins that have no types.
  { files: ["eslint.config.js"], extends: [tseslint.configs.disableTypeChecked] },
);
