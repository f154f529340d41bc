// The rules for the code, and which folder may import which.
import js from "@eslint/js";
import tseslint from "typescript-eslint";

const folders = ["sdk", "provider", "cli", "sandbox", "data", "examples", "tests", "bench"];

/** Files of `folder` may import only from the folders in `allowed` (types of those in `typesOnly`). */
const mayImport = (folder, allowed, typesOnly = []) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    "@typescript-eslint/no-restricted-imports": [
      "error",
      {
        patterns: folders
          .filter((other) => other !== folder && !allowed.includes(other))
          .map((other) => ({
            regex: `^(\\.\\./)+${other}(/|$)`,
            message: `${folder}/ does not know ${other}/`,
            allowTypeImports: typesOnly.includes(other),
          })),
      },
    ],
  },
});

const onlyBin = "Only cli/bin.ts touches the process; take it from Io";

export default tseslint.config(
  {
    ignores: [
      ...["dist/", "dist.*/", "coverage/", ".cache/", ".quickstart/", "node_modules/", "examples/*/bin/"],
      // They never change, whatever a rule says.
      "tests/fixtures/states/",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-syntax": [
        "error",
        { selector: "TSEnumDeclaration", message: "A union of string literals instead of an enum" },
        { selector: "ExportDefaultDeclaration", message: "Named exports only" },
      ],
    },
  },
  {
    files: ["provider/**/*.ts"],
    ignores: ["provider/host.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "TSEnumDeclaration", message: "A union of string literals instead of an enum" },
        { selector: "ExportDefaultDeclaration", message: "Named exports only" },
        { selector: "ThrowStatement", message: "Only provider/host.ts throws; return a Left" },
      ],
    },
  },
  {
    files: ["tests/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/explicit-module-boundary-types": "off",
    },
  },
  {
    files: ["**/*.mjs", "**/*.cjs", "**/*.js"],
    languageOptions: {
      globals: {
        console: "readonly",
        process: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        URL: "readonly",
        fetch: "readonly",
        Buffer: "readonly",
        AbortSignal: "readonly",
        __dirname: "readonly",
        require: "readonly",
        module: "writable",
        exports: "writable",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    // An import would load it in every program; a constructor cannot await one; a mistake in a model is worth a require.
    files: ["sdk/nearest.ts"],
    rules: { "@typescript-eslint/no-require-imports": ["error", { allow: ["^\\.\\./provider/nearest$"] }] },
  },
  mayImport("data", []),
  mayImport("sandbox", ["data"]),
  mayImport("provider", ["data"]),
  mayImport("sdk", [], ["provider"]),
  {
    // Lookups talk to HubSpot in the program's process. They load what they need only when one is called, so that
    // importing the SDK stays as light as it is for programs without any.
    files: ["sdk/lookups.ts"],
    rules: { "@typescript-eslint/no-require-imports": ["error", { allow: ["^\\.\\./provider/lookups$"] }] },
  },
  mayImport("cli", ["provider", "sandbox", "data"]),
  // A second reading of HubSpot's documents: it shares no code with the first one, and none with what it tries.
  { ...mayImport("tests", ["data"]), files: ["tests/support/strictHubSpot/**/*.ts"] },
  {
    // Whatever else a command needs of its process stands in `Io`, so that a test can give it.
    files: ["cli/**/*.ts"],
    ignores: ["cli/bin.ts"],
    rules: {
      "no-restricted-globals": ["error", ...["process", "console"].map((name) => ({ name, message: onlyBin }))],
      "no-restricted-properties": [
        "error",
        ...["process", "console"].map((property) => ({ object: "globalThis", property, message: onlyBin })),
      ],
      "no-restricted-imports": [
        "error",
        { paths: ["process", "node:process", "console", "node:console"].map((name) => ({ name, message: onlyBin })) },
      ],
    },
  },
  // A generated program calls HubSpot's own association types by the SDK's constants.
  { ...mayImport("cli", ["provider", "sandbox", "data", "sdk"]), files: ["cli/generate/constants.ts"] },
);
