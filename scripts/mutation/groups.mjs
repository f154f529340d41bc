// @ts-check
/**
 * Which files mutation testing changes, and which tests must notice: pure files, a folder at a time, each with the
 * pure tests of that folder, so that a change at the top of a file costs the tests of its folder and not all.
 */

/**
 * @typedef {object} Group
 * @property {string} name the folder
 * @property {ReadonlyArray<string>} files
 * @property {ReadonlyArray<string>} specs
 */

/** Where the tests of pure files are. */
const pure = "tests/pure";
const properties = `${pure}/properties`;

/**
 * @param {string} name
 * @param {ReadonlyArray<string>} files of the folder, without `.ts`
 * @param {ReadonlyArray<string>} specs under `tests/`, without `.test.ts`
 * @returns {Group}
 */
const group = (name, files, specs) => ({
  name,
  files: files.map((file) => `${name}/${file}.ts`),
  specs: specs.map((spec) => `${spec}.test.ts`),
});

/** @type {ReadonlyArray<Group>} */
export const groups = [
  group(
    "provider",
    ["associationType", "catalogue", "claimIndex", "customObjects", "fields", "mask", "nearest", "objectTypes"],
    [
      ...[
        "associationType",
        "catalogue",
        "claimIndex",
        "customObjects",
        "fields",
        "mask",
        "nearest",
        "objectTypes",
      ].map((name) => `${pure}/provider/${name}`),
      `${pure}/provider/limits/inputs`,
      `${pure}/provider/labels/inputs`,
    ],
  ),
  group(
    "provider/limits",
    ["compare", "inputs", "outcome", "overwritten", "plan", "restore", "rules", "selector"],
    [`${pure}/provider/limits/*`, `${properties}/plan`],
  ),
  group("provider/lifecycle", ["fate", "home"], [`${pure}/provider/fate`, `${pure}/provider/home`]),
  group("provider/labels", ["inputs"], [`${pure}/provider/labels/*`]),
  group(
    "provider/hubspot",
    ["classify", "paths", "quota", "rate", "retry"],
    [
      ...["classify", "paths", "quota", "rate", "retry"].map((name) => `${pure}/provider/hubspot/${name}`),
      `${properties}/rate`,
    ],
  ),
  group(
    "sdk/associationModel",
    ["expand", "fields", "mistake", "read", "rules"],
    [`${pure}/sdk/associationModel/*`, `${properties}/associationModel`],
  ),
  group(
    "cli/compare",
    ["difference", "labels", "limits", "match", "notes", "order", "table"],
    ["difference", "labels", "match", "notes", "order", "table"].map((name) => `${pure}/cli/compare/${name}`),
  ),
];
